import { describe, expect, it } from 'vitest';
import type { RawItem } from '../../src/opportunities/feed-opportunity.ts';
import { toOpportunities } from '../../src/opportunities/to-opportunities.ts';

const defaults = { provider: 'SANS', kind: 'webinar', delivery: 'online-live', language: 'en' } as const;
const item: RawItem = { key: 'k', title: 'Zero trust', url: 'https://sans.example/1' };
const read = (over: RawItem, more: object = {}) =>
  toOpportunities('Feed', [{ ...item, ...over }], { ...defaults, ...more });

describe('an item of a source', () => {
  it('takes what it does not say from the source', () => {
    expect(read({}, { minutes: 60, isFree: true }).opportunities).toEqual([
      {
        key: 'k',
        title: 'Zero trust',
        url: 'https://sans.example/1',
        description: '',
        minutes: 60,
        isFree: true,
        ...defaults,
      },
    ]);
  });

  it.each<[string, RawItem, object]>([
    ['its provider', { provider: '<b>ISC2</b>' }, { provider: 'ISC2' }],
    ['its kind', { kind: 'podcast', delivery: 'online-recorded' }, { kind: 'podcast', delivery: 'online-recorded' }],
    ['a password in its address', { url: 'https://ana:x@sans.example/1' }, { url: 'https://sans.example/1' }],
    ['an address of another scheme', { url: 'javascript:1', startsAt: '2026-01-01' }, { url: '' }],
    ['an RFC 822 date', { startsAt: 'Mon, 30 Nov 26 10:00:00 +0100' }, { startsAt: new Date('2026-11-30T09:00:00Z') }],
    ['a date without a zone', { startsAt: '2026-11-30T10:00' }, { startsAt: new Date('2026-11-30T10:00:00Z') }],
    ['a day', { startsAt: '2026-11-30' }, { startsAt: new Date('2026-11-30T12:00:00Z'), isAllDay: true }],
    ['minutes as a number', { duration: 90 }, { minutes: 90 }],
    ['seconds as a text', { duration: '5400' }, { minutes: 90 }],
    ['a start and an end', { startsAt: '2026-11-30T10:00', endsAt: '2026-11-30T11:30' }, { minutes: 90 }],
  ])('%s', (_what, over, expected) => {
    const { opportunities, rejects } = read(over);

    expect(opportunities).toEqual([expect.objectContaining(expected)]);
    expect(rejects).toEqual([]);
  });

  it.each<[string, RawItem, string, number]>([
    ['no title', { title: '<i></i>' }, 'no-title', 0],
    ['a title that says it is cancelled', { title: 'CANCELLED: Risk' }, 'cancelled', 0],
    ['a date that is none', { startsAt: 'soon' }, 'bad-date', 0],
    ['a year that cannot be', { startsAt: '1989-12-31' }, 'bad-date', 0],
    ['a publication date that is none', { publishedAt: 'soon' }, 'bad-date', 1],
    ['a duration that is none', { duration: 'long' }, 'bad-duration', 1],
  ])('with %s is reported', (_what, over, reason, count) => {
    const { opportunities, rejects } = read(over);

    expect(rejects.map((one) => [one.item, one.reason])).toEqual([[1, reason]]);
    expect(opportunities).toHaveLength(count);
  });

  it.each(['0', '0:00', '', 0])('with the empty duration %j is no error', (duration) => {
    expect(read({ duration }).rejects).toEqual([]);
  });

  it('over several days has no duration', () => {
    const times = { startsAt: '2026-11-30T10:00', endsAt: '2026-12-01T10:00' };

    expect(read(times).opportunities[0]?.minutes).toBeUndefined();
  });

  it('that comes twice is taken once, also without a key of its own', () => {
    const bare = { title: 'Zero trust', url: 'https://sans.example/1' };
    const { opportunities, rejects } = toOpportunities('Feed', [bare, { ...bare, title: 'ZERO TRUST' }], defaults);

    expect(opportunities).toHaveLength(1);
    expect(rejects).toEqual([{ item: 2, title: 'ZERO TRUST', reason: 'twice' }]);
  });
});
