import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { type ImportedRecords, previewRecords } from '../../src/operator/import-records.ts';
import { UsageError } from '../../src/operator/named-workspace.ts';
import { BadTable } from '../../src/operator/table-error.ts';
import { addCertification, talk } from '../support/conversation.ts';
import { workspaceOf } from '../support/records.ts';
import { asOperator, openStore } from '../support/store.ts';
import { HOSTILE_KINDS, hostileTable } from './hostile.ts';

const world = openStore();
const catalogue = loadCatalogue();
const now = new Date('2026-11-23T12:00:00Z');

/** Signs that no stored text has. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u;

async function outcomeOf(bytes: Uint8Array, workspaceId: string): Promise<ImportedRecords | Error> {
  return asOperator(world.store, workspaceId, async (data) => {
    const [{ personId = '' } = {}] = await data.people.all();
    return previewRecords(data, { personId, bytes, options: { columns: {} } }, { catalogue, now });
  }).catch((error: Error) => error);
}

it('each row of a hostile table is in a record or left out with a reason, or the table is refused in words', async () => {
  const ana = talk({ store: world.store });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  const workspaceId = await workspaceOf(ana, world.store);
  for (let n = 0; n < HOSTILE_KINDS; n += 1) {
    const outcome = await outcomeOf(await hostileTable(n), workspaceId);
    if (outcome instanceof Error) {
      expect(outcome instanceof BadTable || outcome instanceof UsageError, `table ${n}: ${String(outcome)}`).toBe(true);
      expect(String(outcome).length, `table ${n}`).toBeLessThan(20_000);
      continue;
    }
    const counted = outcome.fresh.flatMap(({ rows }) => rows).length + outcome.leftOut.length;
    expect(counted, `table ${n}`).toBe(outcome.rows);
    expect(outcome.leftOut.every(({ text }) => text !== '')).toBe(true);
    expect(outcome.fresh.filter(({ activity }) => UNSEEN.test(activity.title))).toEqual([]);
  }
}, 120_000);
