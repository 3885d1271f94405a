import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../../src/chat/text.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditRenewal } from '../../../src/domain/credit-rules.ts';
import type { Entry } from '../../../src/domain/holding.ts';
import { creditStanding } from '../../../src/domain/standing.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { whyCard } from '../../../src/views/pace/why-card.ts';
import { headlineOf } from '../../../src/views/pace-words.ts';
import { aCertification, anEntry, aRenewal, known } from '../../domain/rules.ts';

const english = wordsFor('en-GB');
const german = wordsFor('de-DE');
const today = day('2026-07-01');
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };

function explained(entries: readonly Entry[], renewal: CreditRenewal = aRenewal(), on = today) {
  const certification = aCertification({ renewal, sources: { S1: 'https://abc.example/rules' } });
  return {
    certification,
    standing: creditStanding({ renewal, cycle: { cycle }, entries }, on, 7),
    entries,
    today: on,
  };
}

function factsOf(...given: Parameters<typeof explained>): readonly (readonly [string, string])[] {
  return whyCard(explained(...given), english).blocks.flatMap((block) =>
    block.kind === 'facts' ? block.facts.map(({ label, value }) => [label, plainTextOf(value)] as const) : [],
  );
}

function notesOf(...given: Parameters<typeof explained>): readonly string[] {
  return whyCard(explained(...given), english).blocks.flatMap((block) =>
    block.kind === 'note' ? [plainTextOf(block.text)] : [],
  );
}

const webinar = (end: string, credits = 100) => anEntry({ end, credits, kind: 'webinar' });
const capped = aRenewal({ caps: [{ per: 'cycle', limit: known(100), kinds: ['webinar'], name: 'webinars' }] });

describe.each([
  ['English', english],
  ['German', german],
])('why, in %s', (_language, words) => {
  it('answers first with the standing, and leads to the rules', () => {
    const given = explained([]);
    const card = whyCard(given, words);

    expect(card.title).toBe(`ABC: ${headlineOf(given.standing, words, today)}`);
    expect(card.blocks[0]).toEqual({ kind: 'heading', text: words.why.title });
    expect(card.actions).toEqual([
      { label: words.why.rules, command: 'rules', args: { code: 'abc' } },
      { label: words.log.pace, command: 'pace', args: { text: 'abc' } },
    ]);
  });
});

describe('the arithmetic of a pace', () => {
  it('can be followed step by step', () => {
    expect(factsOf([webinar('2026-05-01'), webinar('2026-06-01', 250)])).toEqual([
      ['Total', expect.stringMatching(/^40 CPE required \(Source: ABC Board website \[1\]/u)],
      ['Claimed', '3.5 CPE in 2 records'],
      ['Counted', '3.5 CPE of 40 CPE'],
      ['Time', '546 of 1095 days passed (1 Jan 2025 – 31 Dec 2027)'],
      ['Even pace by today', '19.95 CPE. An even pace reaches 3.5 CPE on day 95.'],
      ['Difference', '95 − 546 = −451: 451 days behind'],
      ['Remaining', '36.5 CPE in 549 days, 0.47 CPE per week'],
    ]);
  });

  it('links the source of the rule', () => {
    const [, facts] = whyCard(explained([]), english).blocks;

    expect(facts).toMatchObject({
      facts: [
        { value: expect.arrayContaining([{ link: '[1]', url: 'https://abc.example/rules' }]) },
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    });
  });

  it.each<[string, readonly Entry[], CreditRenewal, readonly string[]]>([
    [
      'over a limit',
      [webinar('2026-05-01'), webinar('2026-06-01')],
      capped,
      ['1 CPE in 1 record over the limit for webinars (1 CPE per cycle) (Source: ABC Board website [1])'],
    ],
    [
      'over a limit, twice',
      [webinar('2026-04-01'), webinar('2026-05-01'), webinar('2026-06-01')],
      capped,
      ['2 CPE in 2 records over the limit for webinars (1 CPE per cycle) (Source: ABC Board website [1])'],
    ],
    ['outside', [webinar('2024-06-01')], aRenewal(), ['1 CPE in 1 record outside the counting period']],
    [
      'of a course taken twice',
      [
        anEntry({ end: '2026-05-01', kind: 'course', course: 'x' }),
        anEntry({ end: '2026-06-01', kind: 'course', course: 'x' }),
      ],
      aRenewal({ onceOnly: known(true) }),
      ['1 CPE in 1 record: the same course counts only once'],
    ],
    ['nothing', [webinar('2026-06-01')], aRenewal(), []],
  ])('says what does not count: %s', (_what, entries, renewal, expected) => {
    const cuts = factsOf(entries, renewal).filter(([label]) => label === english.why.cutLabel);

    expect(cuts.map(([, value]) => value)).toEqual(expected);
  });

  it.each([
    ['nothing remains', [webinar('2026-06-01', 4000)], today],
    ['no day is left', [], day('2028-01-01')],
  ])('has no rest if %s', (_what, entries, on) => {
    expect(factsOf(entries, aRenewal(), on).map(([label]) => label)).not.toContain(english.why.restLabel);
  });
});

describe('the other requirements', () => {
  const renewal = aRenewal({ categories: [{ code: 'a', name: 'Group A', minimum: known(1000) }] });

  it('are one line each, below a heading', () => {
    const card = whyCard(explained([], renewal), english);

    expect(card.blocks).toContainEqual({ kind: 'heading', text: english.why.others });
    expect(notesOf([], renewal)).toEqual(['Group A: 0 of 10 CPE, ▼ 546 days behind']);
  });

  it('are not mentioned where there are none', () => {
    expect(whyCard(explained([]), english).blocks.map(({ kind }) => kind)).toEqual(['heading', 'facts']);
  });

  it('are only advice if they are suggested', () => {
    const yearly = aRenewal({ yearly: [{ amount: known(1000), severity: 'suggested' }] });
    const german2026 = whyCard(explained([], yearly), german).blocks.filter(({ kind }) => kind === 'note');
    const line = `${german.pace.requirement(undefined, '2026', 'suggested')}`;

    expect(notesOf([], yearly)).toHaveLength(3);
    expect(notesOf([], yearly)[1]).toBe('Recommended in 2026: 0 of 10 CPE');
    expect(JSON.stringify(german2026[1]).toLowerCase()).toContain(line.toLowerCase());
  });

  it('that are not checked are named', () => {
    const unchecked = [{ rule: 'a minimum', why: 'disputed', about: 'requirement' }] as const;

    expect(notesOf([], aRenewal({ unchecked }))).toEqual([english.pace.unchecked('a minimum', 'disputed')]);
  });

  it('are all there is if no rule is in force', () => {
    const none = aRenewal({
      total: known(0),
      unchecked: [{ rule: 'the total', why: 'unknown', about: 'requirement' }],
    });
    const card = whyCard(explained([], none), english);

    expect(card.title).toBe(`ABC: ${english.pace.unknownRequirement('the total', 0)}`);
    expect(card.blocks).toEqual([
      { kind: 'heading', text: english.why.title },
      { kind: 'note', text: english.pace.unchecked('the total', 'unknown') },
    ]);
  });
});
