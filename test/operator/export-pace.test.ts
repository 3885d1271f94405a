import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { exportPace } from '../../src/operator/export-pace.ts';
import { addCertification, cardOf, logCredits, talk } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

describe('the exported figures', () => {
  // The worked examples of the formula, each by way of a certification of the catalogue, the forms and the database.
  it.each`
    code       | requirement | start           | end             | today           | logged          | R        | C       | N       | E       | P       | delta   | status        | rate
    ${'cissp'} | ${'total'}  | ${'2025-01-01'} | ${'2027-12-31'} | ${'2026-11-23'} | ${['40', '20']} | ${12000} | ${6000} | ${1095} | ${691}  | ${547}  | ${-144} | ${'behind'}   | ${104}
    ${'cissp'} | ${'total'}  | ${'2025-01-01'} | ${'2027-12-31'} | ${'2026-11-23'} | ${['40', '36']} | ${12000} | ${7600} | ${1095} | ${691}  | ${693}  | ${2}    | ${'on-track'} | ${77}
    ${'cism'}  | ${'year:2'} | ${'2025-01-01'} | ${'2027-12-31'} | ${'2026-11-23'} | ${['19.5']}     | ${2000}  | ${1950} | ${365}  | ${326}  | ${355}  | ${29}   | ${'ahead'}    | ${9}
    ${'ccsp'}  | ${'total'}  | ${'2024-02-29'} | ${'2027-02-27'} | ${'2024-02-29'} | ${[]}           | ${9000}  | ${0}    | ${1095} | ${0}    | ${0}    | ${0}    | ${'on-track'} | ${58}
    ${'pmp'}   | ${'total'}  | ${'2023-12-01'} | ${'2026-11-30'} | ${'2026-11-30'} | ${['59.75']}    | ${6000}  | ${5975} | ${1096} | ${1095} | ${1091} | ${-4}   | ${'on-track'} | ${175}
    ${'pmp'}   | ${'total'}  | ${'2023-12-01'} | ${'2026-11-22'} | ${'2026-11-23'} | ${['59.75']}    | ${6000}  | ${5975} | ${1088} | ${1088} | ${1083} | ${-5}   | ${'missed'}   | ${null}
  `('of $code $requirement with $C of $R on $today say $delta days, $status', async (row) => {
    const { code, start, end, today, logged } = row;
    const ana = talk({ store: world.store, today });
    await addCertification(ana, code, { start, end });
    const field = code === 'pmp' ? 'pmp.ways-of-working' : code;
    for (const credits of logged) cardOf(await logCredits(ana, '2026-01-15', { [field]: credits }));

    const workspaceId = await world.store.directory.workspaceOf('slack', ana.options.tenant, new Date());
    const figures = await world.store.inWorkspace(workspaceId, (data) =>
      exportPace(data, { catalogue: loadCatalogue(), now: new Date(), on: day(today) }),
    );

    const [holding] = figures.holdings;
    const found = holding && 'requirements' in holding ? holding.requirements : [];
    expect(found.find((one) => one.id === row.requirement)).toMatchObject({
      required: row.R,
      counted: row.C,
      N: row.N,
      E: row.E,
      P: row.P,
      delta: row.delta,
      remaining: Math.max(0, row.R - row.C),
      status: row.status,
      weeklyRate: row.rate,
    });
    expect(found.filter((one) => one.binding)).toHaveLength(1);
  });
});
