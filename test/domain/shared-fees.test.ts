import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { type DateRange, day } from '../../src/domain/calendar.ts';
import { deadlinesOf } from '../../src/domain/deadlines.ts';
import { type RelatedHolding, renewalsOf } from '../../src/domain/renewal-by-another.ts';
import { feesAmong } from '../../src/domain/shared-fees.ts';

const catalogue = loadCatalogue();
const TODAY = day('2026-11-29');

function held(
  code: string,
  certifiedOn: string,
  cycle: readonly [string, string],
): RelatedHolding & { cycle: DateRange } {
  const certification = catalogue.get(code);
  if (certification === undefined) throw new Error(`${code} isn't in the catalogue.`);
  const range = { start: day(cycle[0]), end: day(cycle[1]) };
  return { certification, certifiedOn: day(certifiedOn), cycle: range, cycles: [{ cycle: range }] };
}

/** The days on which each of some certifications of one person shows a fee, on a day. */
function feeDays(all: readonly (RelatedHolding & { cycle: DateRange })[], today = TODAY) {
  return all.map((one) => {
    const { certification } = one;
    const shown = { ...certification, upkeep: { ...certification.upkeep, fees: feesAmong(one, all) } };
    return deadlinesOf(shown, one.cycle, today).flatMap((due) => (due.kind === 'pay' ? [due.day] : []));
  });
}

describe('a fee that is owed once for a person', () => {
  it('stands under the earliest ISC2 certification, on its anniversary', () => {
    const cissp = held('cissp', '2024-04-15', ['2024-04-15', '2027-04-14']);
    const ccsp = held('ccsp', '2025-07-01', ['2025-07-01', '2028-06-30']);

    expect(feeDays([cissp, ccsp])).toEqual([['2027-04-15'], []]);
    expect(feeDays([ccsp])).toEqual([['2027-07-01']]);
  });

  it('stands under the other once the one that decided has ended', () => {
    const cissp = held('cissp', '2021-04-15', ['2021-04-15', '2024-04-14']);
    const ccsp = held('ccsp', '2025-07-01', ['2025-07-01', '2028-06-30']);

    expect(feeDays([cissp, ccsp])[1]).toEqual(['2027-07-01']);
  });

  it('stands under the highest CompTIA certification', () => {
    const security = held('security-plus', '2024-02-08', ['2024-02-08', '2027-02-07']);
    const cysa = held('cysa-plus', '2025-08-14', ['2025-08-14', '2028-08-13']);

    expect(feeDays([security, cysa])).toEqual([[], ['2027-08-13']]);
  });

  it('is owed for each where the body asks for each', () => {
    const cisa = held('cisa', '2023-03-14', ['2024-01-01', '2026-12-31']);
    const cism = held('cism', '2023-06-20', ['2024-01-01', '2026-12-31']);

    expect(feeDays([cisa, cism])).toEqual([['2026-12-31'], ['2026-12-31']]);
  });

  it('counts a certification as held to the end that a renewal by another gave it', () => {
    const cysa = held('cysa-plus', '2026-01-14', ['2026-01-14', '2029-01-13']);
    const pentest = held('pentest-plus', '2024-02-08', ['2024-02-08', '2027-02-07']);
    const [range] = pentest.cycles;
    const renewals = renewalsOf('pentest-plus', pentest.cycle.start, [cysa]);
    const renewed = { ...pentest, cycles: range === undefined ? [] : [{ ...range, renewals }] };

    // Of equal height, the earliest decides: PenTest+, which ends with CySA+ on 13 Jan 2029.
    expect(feeDays([renewed, cysa], day('2027-06-01'))[1]).toEqual([]);
    expect(feeDays([pentest, cysa], day('2027-06-01'))[1]).toEqual(['2028-01-13']);
  });
});
