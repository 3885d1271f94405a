import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { OpeningBalance } from '../../../src/domain/holding.ts';
import { standingOf } from '../../../src/domain/standing.ts';
import type { MemberHolding, StoredCycle } from '../../../src/services/certifications/member-holding.ts';
import { withSharedTotals } from '../../../src/services/certifications/shared-totals.ts';
import { anEntry } from '../../domain/rules.ts';
import { addCertification, cardOf, formOf, logCredits, type Talk, talk, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

/** Adds a certification earned two years before the cycle that began on 1 December 2025: what earned it renews nothing now. */
async function addOlder(person: Talk, code: string): Promise<void> {
  const dates = formOf(
    await person.send(formOf(await person.say(`add ${code}`)), { start: '2023-12-01', expiry: '2027-11-30' }),
  );
  await person.send(dates, { cycleStart: '2025-12-01', cycleEnd: '2027-11-30' });
}

it('adds totals up over the tracks of the Scrum Alliance, as on its page: 40 + 20 + 10 = 70', async () => {
  const kim = talk({ store: world.store });
  await addOlder(kim, 'csm');
  await logCredits(kim, '2026-02-01', { csm: '3' });
  for (const code of ['csp-po', 'csd', 'csp-sm']) await addOlder(kim, code);

  const pace = textOf(await kim.say('pace'));

  expect(pace).toContain('3 of 70 SEUs');
  expect(pace.match(/of \d+ SEUs/g)).toHaveLength(1);
  expect(textOf(await kim.say('pace csd'))).toContain('3 of 70 SEUs');
  expect(textOf(await kim.say('certs')).match(/counts towards the total of CSP-(?:PO|SM)/g)).toHaveLength(3);
});

it('refuses the renewal after those that GIAC lets one webcast serve, beside its field', async () => {
  const emi = talk({ store: world.store });
  for (const code of ['gcih', 'gsec']) await addCertification(emi, code, { start: '2025-01-01', end: '2028-12-31' });

  const again = formOf(await logCredits(emi, '2026-02-01', { gcih: '1', gsec: '1' }, { kind: 'webinar' }));

  expect(Object.values(again.errors ?? {})).toEqual([
    'GIAC accepts an activity of this kind for at most 1 renewal. Deselect this certification.',
  ]);
  const saved = cardOf(await emi.send(again, { counts: ['gcih'], 'credits.gsec': '' }));
  expect(saved.title).toBe('Logged');
});

it('counts an activity once for a group, though it was logged for two of it before they were one', () => {
  const cycle = { cycleId: 'c', cycle: { start: day('2025-12-01'), end: day('2027-11-30') } };
  const shared = anEntry({ id: 'one', end: '2026-02-01', credits: 300 });
  const holdingOf = (code: string): MemberHolding => {
    const certification = loadCatalogue().get(code);
    if (certification === undefined) throw new Error(`${code} is missing.`);
    return { holdingId: code, personId: 'kim', number: '', certification, cycles: [cycle], cycle, entries: [shared] };
  };
  const csm = holdingOf('csm');
  const csd = holdingOf('csd');

  const [carrier] = withSharedTotals([csm, csd]).filter(({ carriedBy }) => carriedBy === undefined);

  expect(carrier?.entries.map(({ id }) => id)).toEqual(['one']);
  expect(withSharedTotals([csm, { ...csd, personId: 'lee' }]).every(({ carriedBy }) => carriedBy === undefined)).toBe(
    true,
  );
});

describe('opening balances of a group', () => {
  const cycle = { cycleId: 'c', cycle: { start: day('2025-12-01'), end: day('2027-11-30') } };
  const older = { cycleId: 'o', cycle: { start: day('2025-06-01'), end: day('2027-05-31') } };
  const stated = (on: string, credits: number, accepted = false, of = cycle): OpeningBalance => ({
    ...{ on: day(on), accepted, cycle: of.cycle.start },
    parts: [{ category: 'total', credits }],
  });
  const holdingOf = (code: string, own: StoredCycle, openings: readonly OpeningBalance[]): MemberHolding => {
    const certification = loadCatalogue().get(code);
    if (certification === undefined) throw new Error(`${code} is missing.`);
    return {
      holdingId: code,
      personId: 'kim',
      number: '',
      certification,
      cycles: [own],
      cycle: own,
      entries: [],
      openings,
    };
  };
  const totalOf = (...holdings: readonly MemberHolding[]) => {
    const [carrier] = withSharedTotals(holdings).filter(({ carriedBy }) => carriedBy === undefined);
    const standing = carrier && standingOf(carrier, day('2026-11-29'), 7);
    return standing?.kind === 'credits'
      ? standing.paces.find(({ requirement }) => requirement.id === 'total')?.counted
      : 0;
  };

  it('counts towards the total that another certification of it carries', () => {
    const csp = holdingOf('csp-sm', cycle, [stated('2026-06-01', 500)]);
    const csm = holdingOf('csm', older, [stated('2026-03-01', 1200, false, older)]);

    expect(totalOf(csp, csm)).toBe(1700);
    expect(totalOf(csm)).toBe(1200);
  });

  it('counts once where both are stated for the same day, the larger one', () => {
    const csp = holdingOf('csp-sm', cycle, [stated('2026-06-01', 500)]);
    const csm = holdingOf('csm', cycle, [stated('2026-06-01', 1200)]);

    expect(totalOf(csp, csm)).toBe(1200);
    expect(totalOf({ ...csp, openings: [stated('2026-06-01', 2000)] }, csm)).toBe(2000);
  });

  it('gives way to a record of any certification of it', () => {
    const csp = { ...holdingOf('csp-sm', cycle, []), entries: [anEntry({ end: '2026-02-01', credits: 300 })] };
    const csm = holdingOf('csm', cycle, [stated('2026-03-01', 1200)]);

    expect(totalOf(csp, csm)).toBe(1200);
  });
});

it('keeps what was stated for one certification when another comes to carry it, and changes it in one place', async () => {
  const kim = talk({ store: world.store });
  await addOlder(kim, 'csm');
  const first = formOf(await kim.say('edit csm --opening'));
  await kim.send(first, { 'opening.1.day': '2026-03-01', 'opening.1.credits.total': '12' });
  await addOlder(kim, 'csp-sm');
  const before = textOf(await kim.say('pace csp-sm'));

  const shown = formOf(await kim.say('edit csp-sm --opening'));
  await kim.send(shown, { 'opening.1.credits.total': '5' });
  const after = textOf(await kim.say('pace csp-sm'));
  const removed = textOf(await kim.say('remove csm'));
  await kim.send(formOf(await kim.say('edit csp-sm --opening')), { 'opening.1.credits.total': '' });

  expect(before).toContain('12 of ');
  expect(shown.answers).toMatchObject({ 'opening.1.day': '2026-03-01', 'opening.1.credits.total': '12' });
  expect(after).toContain('5 of ');
  expect(removed).not.toContain('stated');
  expect(textOf(await kim.say('pace csp-sm'))).toContain('0 of ');
});
