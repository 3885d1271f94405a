import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { portalOf } from '../../src/catalogue/portals.ts';
import type { Day } from '../../src/domain/calendar.ts';
import { sum } from '../../src/domain/credit.ts';
import { entriesOf, type SheetClaim, type SheetRecord } from '../../src/domain/entry-sheet.ts';
import { fc } from '../support/properties.ts';

const catalogue = loadCatalogue();

function claim(code: string, parts: Readonly<Record<string, number>>): SheetClaim {
  const certification = catalogue.get(code);
  if (certification?.renewal.kind !== 'credits') throw new Error(`${code} is not renewed by credits.`);
  const list = Object.entries(parts).map(([category, credits]) => ({ category, credits }));
  return { holdingId: code, certification, renewal: certification.renewal, parts: list };
}

function record(id: string, end: string, claims: readonly SheetClaim[], more: Partial<SheetRecord> = {}): SheetRecord {
  const day = end as Day;
  const rest = {
    provider: 'SANS',
    kind: 'webinar',
    delivery: 'online-live',
    description: '',
    link: '',
    files: [],
  } as const;
  return { id, title: `Record ${id}`, start: day, end: day, claims, ...rest, ...more };
}

const amountInCredits = (entries: ReturnType<typeof entriesOf>) =>
  entries.map(({ amounts }) => amounts.map(({ credits }) => credits));
const each = { byMonth: false };
const monthly = { byMonth: true };

describe('the entries for a portal', () => {
  const isc2 = portalOf('ISC2');
  const isaca = portalOf('ISACA');

  it('are rounded down to the step of the body, and say what that leaves out', () => {
    const [entry] = entriesOf([record('a', '2026-03-02', [claim('cissp', { 'group-a': 133 })])], isc2, each);

    expect(entry).toMatchObject({ amounts: [{ credits: 125 }], lost: 8 });
  });

  it('are several where one takes no more, together the whole', () => {
    const entries = entriesOf([record('a', '2026-03-02', [claim('cissp', { 'group-a': 9_050 })])], isc2, each);

    expect(amountInCredits(entries)).toEqual([[4_000], [4_000], [1_050]]);
    expect(entries.map(({ part }) => part)).toEqual([
      { n: 1, of: 3 },
      { n: 2, of: 3 },
      { n: 3, of: 3 },
    ]);
  });

  it('are one for certifications that get the same, and apart for those that get something else', () => {
    const same = record('a', '2026-03-02', [claim('cissp', { 'group-a': 150 }), claim('ccsp', { 'group-a': 150 })]);
    const other = record('b', '2026-03-03', [claim('cissp', { 'group-a': 150 }), claim('ccsp', { 'group-b': 100 })]);

    expect(amountInCredits(entriesOf([same], isc2, each))).toEqual([[150]]);
    expect(amountInCredits(entriesOf([other], isc2, each))).toEqual([[150], [100]]);
    expect(
      amountInCredits(
        entriesOf([record('c', '2026-03-04', [claim('cisa', { '': 150 }), claim('cism', { '': 100 })])], isaca, each),
      ),
    ).toEqual([[150, 100]]);
  });

  it('ask by category where the portal does', () => {
    const pmp = claim('pmp', { 'ways-of-working': 100, 'power-skills': 50 });
    const [entry] = entriesOf([record('a', '2026-03-02', [pmp])], portalOf('PMI'), each);

    expect(entry?.amounts.map(({ category, credits }) => [category, credits])).toEqual([
      ['ways-of-working', 100],
      ['power-skills', 50],
    ]);
  });

  it('add up the parts of a category, whatever their marks', () => {
    const pmp = claim('pmp', {});
    const parts = [
      { category: 'ways-of-working', credits: 100 },
      { category: 'ways-of-working', credits: 50, marks: ['x'] },
      { category: 'power-skills', credits: 25 },
    ];
    const [entry] = entriesOf([record('a', '2026-03-02', [{ ...pmp, parts }])], portalOf('PMI'), each);

    expect(entry?.amounts.map(({ category, credits }) => [category, credits])).toEqual([
      ['ways-of-working', 150],
      ['power-skills', 25],
    ]);
  });

  it('of a month are one where they are alike and the body takes that, rounded once', () => {
    const half = claim('cissp', { 'group-a': 60 });
    const some = [
      record('a', '2026-03-02', [half]),
      record('b', '2026-03-30', [half], { provider: ' sans' }),
      record('c', '2026-04-01', [half]),
      record('d', '2026-03-09', [half], { provider: 'ISC2' }),
      record('e', '2026-03-09', [half], { kind: 'course' }),
      record('f', '2026-03-10', [claim('cissp', { 'group-b': 60 })]),
    ];
    const entries = entriesOf(some, isc2, monthly);
    const comptia = some.map((one) => ({ ...one, claims: [claim('security-plus', { '': 60 })] }));

    expect(entries.map(({ records }) => records.map(({ id }) => id).join(''))).toEqual(['ab', 'd', 'e', 'f', 'c']);
    expect(entries[0]).toMatchObject({ start: '2026-03-02', end: '2026-03-30', amounts: [{ credits: 100 }], lost: 20 });
    expect(entriesOf(comptia, portalOf('CompTIA'), monthly)).toHaveLength(6);
  });

  it('hold everything that was claimed, once, in any order it comes in', () => {
    const bodies = {
      ISC2: ['cissp', 'ccsp'],
      ISACA: ['cisa', 'cism'],
      CompTIA: ['security-plus'],
      GIAC: ['gsec'],
      'Scrum Alliance': ['csm'],
    } as const;
    const claims = (codes: readonly string[]) =>
      fc
        .subarray([...codes], { minLength: 1 })
        .chain((some) =>
          fc.tuple(
            ...some.map((code) => fc.integer({ min: 1, max: 12_000 }).map((credits) => claim(code, { x: credits }))),
          ),
        );
    const records = (codes: readonly string[]) =>
      fc.array(
        fc.record({
          month: fc.integer({ min: 1, max: 3 }),
          provider: fc.constantFrom('SANS', 'sans ', 'ISC2'),
          claims: claims(codes),
        }),
        { maxLength: 8 },
      );
    const cases = fc
      .constantFrom(...(Object.keys(bodies) as (keyof typeof bodies)[]))
      .chain((body) => fc.tuple(fc.constant(body), records(bodies[body]), fc.boolean(), fc.nat()));
    fc.assert(
      fc.property(cases, ([body, some, byMonth, turn]) => {
        const all = some.map((one, at) =>
          record(`${at}`, `2026-0${one.month}-05`, one.claims, { provider: one.provider }),
        );
        const at = all.length === 0 ? 0 : turn % all.length;
        const entries = entriesOf(all, portalOf(body), { byMonth });

        expect(entriesOf([...all.slice(at), ...all.slice(0, at)], portalOf(body), { byMonth })).toEqual(entries);
        // Every claim of every record is covered, and no credit is made or lost but by rounding.
        const covered = entries.flatMap(({ records: of, amounts, part }) =>
          part !== undefined && part.n > 1
            ? []
            : of.flatMap(({ id }) =>
                amounts.flatMap((amount) => amount.claims.map(({ holdingId }) => `${id} ${holdingId}`)),
              ),
        );
        const claimed = all.flatMap(({ id, claims: own }) => own.map(({ holdingId }) => `${id} ${holdingId}`));
        expect(covered.sort()).toEqual(claimed.sort());
        const typed = sum(
          entries.flatMap(({ amounts }) => amounts.map(({ credits, claims: of }) => credits * of.length)),
        );
        const total = sum(
          all.flatMap(({ claims: own }) => own.flatMap(({ parts }) => parts.map(({ credits }) => credits))),
        );
        const lost = sum(entries.flatMap(({ lost: left, amounts }) => left * (amounts[0]?.claims.length ?? 1)));
        if (portalOf(body).amounts === 'one') expect(typed + lost).toBe(total);
        else expect(typed + sum(entries.map((entry) => entry.lost))).toBe(total);
        for (const { amounts } of entries) for (const { credits } of amounts) expect(credits).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
