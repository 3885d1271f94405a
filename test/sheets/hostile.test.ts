import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { BadTable } from '../../src/operator/bad-table.ts';
import { importRecords } from '../../src/operator/import-records.ts';
import { UsageError } from '../../src/operator/workspace.ts';
import { addCertification, talk } from '../support/conversation.ts';
import { workspaceOf } from '../support/records.ts';
import { asOperator, openStore } from '../support/store.ts';
import { hostileTable } from './hostile.ts';

const world = openStore();

it('tables nobody means well with are refused in words, and nothing of them is taken', async () => {
  const ana = talk({ store: world.store });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  const workspaceId = await workspaceOf(ana, world.store);
  const catalogue = loadCatalogue();
  const now = new Date('2026-11-23T12:00:00Z');
  for (let n = 0; n < 20; n += 1) {
    const outcome = await asOperator(world.store, workspaceId, async (data) => {
      const [{ personId = '' } = {}] = await data.people.all();
      const about = { personId, bytes: hostileTable(n), options: { columns: {} }, dryRun: false };
      return importRecords(data, about, { catalogue, now });
    }).catch((error: unknown) => error);

    expect(outcome instanceof BadTable || outcome instanceof UsageError, `table ${n}: ${String(outcome)}`).toBe(true);
    expect(String(outcome).length, `table ${n}`).toBeLessThan(20_000);
  }
  const stored = await world.store.inWorkspace(workspaceId, async ({ people, records }) => {
    const [{ personId = '' } = {}] = await people.all();
    return records.all(personId);
  });
  expect(stored).toEqual([]);
}, 60_000);
