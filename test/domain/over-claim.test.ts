import { describe, expect, it } from 'vitest';
import { itemsToAsk } from '../../src/domain/activity-rates.ts';
import { day } from '../../src/domain/calendar.ts';
import type { ActivityRule, Rate } from '../../src/domain/credit-rules.ts';
import { estimateCredits } from '../../src/domain/estimate.ts';
import { claimLimit } from '../../src/domain/over-claim.ts';
import { known } from './rules.ts';

const end = day('2026-03-02');
const hour = { minutesPerCredit: known(60), step: known(25), firstUnit: known(25) };
const activities: readonly ActivityRule[] = [
  { name: 'Book read', kinds: ['reading'], rate: known({ perItem: 500 }) },
  { name: 'White paper read', kinds: ['reading'], rate: known({ perItem: 100 }) },
  { name: 'Article', kinds: ['reading'], rate: known({ perItem: 100 }) },
  { name: 'First delivery', kinds: ['teaching'], rate: known({ percentOfTime: 300 }) },
  { name: 'College course, per semester hour', kinds: ['college-course'], rate: known({ perItem: 1500 }) },
  { name: 'Own course', kinds: ['course'], rate: known({ minutesPerCredit: 50 }) },
  { name: 'Other course', kinds: ['course'], rate: known({ minutesPerCredit: 50 }) },
];
const rules = { conversion: hour, activities };

describe('the most that a body gives', () => {
  it.each([
    ['for an hour', rules, { kind: 'webinar', minutes: 60 }, 100],
    ['for 20 hours', rules, { kind: 'webinar', minutes: 1200 }, 2000],
    ['in whole steps', rules, { kind: 'webinar', minutes: 59 }, 75],
    ['below the first unit', rules, { kind: 'webinar', minutes: 14 }, 0],
    [
      'with an unknown step',
      { ...rules, conversion: { minutesPerCredit: known(50) } },
      { kind: 'webinar', minutes: 65 },
      130,
    ],
    ['with the percentage before the floor', rules, { kind: 'teaching', minutes: 50 }, 250],
    ['at a rate of its own', rules, { kind: 'course', minutes: 100 }, 200],
    ['without minutes', rules, { kind: 'webinar' }, undefined],
    ['with an unknown conversion', { ...rules, conversion: {} }, { kind: 'webinar', minutes: 60 }, undefined],
    ['for an item', rules, { kind: 'reading', item: 'Article' }, 100],
    ['at the best rate that is left open', rules, { kind: 'reading', minutes: 60 }, 500],
    ['for several items', rules, { kind: 'college-course', items: 3 }, 4500],
    ['for an article of 8 minutes', rules, { kind: 'reading', item: 'Article', minutes: 8 }, 0],
  ] as const)('%s', (_, body, activity, credits) => {
    expect(claimLimit(body, { end, ...activity })?.credits).toBe(credits);
  });
});

describe('an estimate with several rates', () => {
  it.each([
    ['which is not known', {}, 60, undefined],
    ['of a book', { item: 'Book read' }, 600, 500],
    ['of an article', { item: 'Article' }, 45, 100],
    ['of an article of 8 minutes', { item: 'Article' }, 8, 0],
    ['of two books', { item: 'Book read', items: 2 }, 600, 1000],
    ['of an unknown item', { item: 'Poem' }, 60, undefined],
  ])('%s', (_, stated, minutes, likely) => {
    expect(estimateCredits(rules, { kind: 'reading', end, ...stated }, { minutes })?.likely).toBe(likely);
  });

  it('asks for the item only where the rates differ', () => {
    const names = (kind: 'reading' | 'course' | 'webinar') => itemsToAsk(rules, { kind, end }).map(({ name }) => name);

    expect(names('reading')).toEqual(['Book read', 'White paper read', 'Article']);
    expect(names('course')).toEqual([]);
    expect(names('webinar')).toEqual([]);
  });
});

describe('the breaks of a course of 20 hours', () => {
  it.each([
    ['in one sitting', '2026-03-02', 1700],
    ['over 3 days', '2026-02-28', 1800],
    ['over 10 days', '2026-02-21', 2000],
  ])('%s', (_, start, likely) => {
    const course = { kind: 'webinar', start: day(start), end } as const;

    expect(estimateCredits(rules, course, { minutes: 1200 })?.likely).toBe(likely);
  });
});

describe('a rate for the first delivery alone', () => {
  const talk = {
    name: 'Teaching',
    kinds: ['teaching'],
    rate: known<Rate>({ percentOfTime: 500, firstTimeOnly: true }),
  } as const;
  const preparing = {
    name: 'Preparing',
    kinds: ['teaching'],
    rate: known<Rate>({ percentOfTime: 100, firstTimeOnly: true }),
  } as const;
  const likely = (rule: ActivityRule, item?: string) =>
    estimateCredits({ conversion: hour, activities: [rule] }, { kind: 'teaching', end, item }, { minutes: 60 })?.likely;

  it('is asked for, and taken as given before until the member says otherwise', () => {
    const items = itemsToAsk({ conversion: hour, activities: [talk] }, { kind: 'teaching', end });

    expect(items.map(({ item, delivered }) => [item, delivered])).toEqual([
      ['first Teaching', 'first'],
      ['again Teaching', 'again'],
    ]);
    expect([likely(talk), likely(talk, 'again Teaching'), likely(talk, 'first Teaching')]).toEqual([100, 100, 500]);
  });

  it('gives nothing again where it is no multiple of the time', () => {
    expect([likely(preparing), likely(preparing, 'first Preparing')]).toEqual([0, 100]);
  });

  it('limits a claim at what the answers leave open', () => {
    const body = { conversion: hour, activities: [talk] };
    const limit = (item?: string) => claimLimit(body, { kind: 'teaching', end, minutes: 60, item })?.credits;

    expect([limit(), limit('again Teaching'), limit('first Teaching')]).toEqual([500, 100, 500]);
  });

  it('is one of several items where there are others', () => {
    const body = {
      conversion: hour,
      activities: [talk, { name: 'Exam written', kinds: ['teaching'], rate: known({ perItem: 100 }) }],
    } as const;

    expect(itemsToAsk(body, { kind: 'teaching', end })).toHaveLength(3);
    expect(estimateCredits(body, { kind: 'teaching', end }, { minutes: 60 })).toBeUndefined();
  });
});
