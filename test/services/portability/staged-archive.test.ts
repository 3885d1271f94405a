import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { addDays, day } from '../../../src/domain/calendar.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { stageArchive } from '../../../src/services/portability/import-archive.ts';
import { readArchive } from '../../../src/services/portability/read-archive.ts';
import { removeInterrupted } from '../../../src/services/portability/staged-import.ts';
import { newSigningKey } from '../../../src/signing/sign-document.ts';
import { packOf } from '../../../src/signing/write-pack.ts';
import type { Store, WorkspaceData } from '../../../src/store/store.ts';
import { callService } from '../../support/call-service.ts';
import { newcomer, type Talk, talk, talkWith, textOf, undoLast } from '../../support/conversation.ts';
import { aPdf, verdictOn } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const RECORDS = 2100;
const PROOF = Buffer.from(aPdf('of a course'));
const PROOF_HASH = createHash('sha256').update(PROOF).digest('hex');

/** An archive of somebody with two certifications and many records, some with proof. */
async function archiveOf(records: number): Promise<Buffer> {
  const cycle = { starts: '2025-01-01', ends: '2027-12-31', conditions: {}, actsDone: {}, carryOver: [] };
  const certification = (code: string) => ({ certification: code, number: '', periods: {}, cycles: [cycle] });
  const content = {
    format: 'recert export 1',
    certifications: ['cissp', 'ccsp'].map(certification),
    records: Array.from({ length: records }, (_, at) => ({
      ...{ title: `Course ${at}`, provider: 'SANS', kind: 'course', delivery: '', description: '' },
      ...{ starts: addDays(day('2025-01-01'), at % 600), ends: addDays(day('2025-01-01'), at % 600), minutes: 60 },
      claims: [{ certification: 'ccsp', cycle: '2025-01-01', parts: [{ category: 'group-a', credits: 100 }] }],
      proofs:
        at % 100 === 0
          ? [
              {
                form: 'certificate',
                shows: [],
                link: '',
                note: '',
                isAttested: false,
                name: 'c.pdf',
                sha256: PROOF_HASH,
              },
            ]
          : [],
      portal: at % 100 === 1 ? [{ certification: 'ccsp', state: 'submitted', on: '2026-01-05', reference: '' }] : [],
    })),
  };
  const files = [
    { name: 'recert.json', bytes: async () => Buffer.from(JSON.stringify(content)) },
    { name: 'proofs/00000000-0000-4000-8000-000000000000_1_c.pdf', bytes: async () => PROOF },
  ];
  const sealed = { contentHash: 'a'.repeat(64), key: newSigningKey(), at: new Date('2026-03-05T12:00:00Z') };
  return buffer(packOf(files, sealed));
}

let large: Buffer;
let small: Buffer;
beforeAll(async () => {
  large = await archiveOf(RECORDS);
  small = await archiveOf(510);
});

let ana: Talk;
let scope: Scope;
let workspaceId: string;
let before: string;
beforeEach(async () => {
  ana = talk({ store: world.store });
  await ana.say('help');
  scope = await callService(ana, async (one) => one);
  workspaceId = scope.data.workspace.workspaceId;
  before = await stored();
});

/** Imports an archive through a store that calls `before` with the number of the transaction. */
async function importThrough(
  bytes: Buffer,
  beforeEachOne: (transaction: number) => Promise<void> = async () => undefined,
) {
  let transactions = 0;
  const store: Pick<Store, 'inWorkspace'> = {
    inWorkspace: async (id, work, how) => {
      transactions += 1;
      await beforeEachOne(transactions);
      return world.store.inWorkspace(id, work, how);
    },
  };
  const archive = await readArchive(bytes, workspaceId, undefined);
  if (archive === undefined) throw new Error('The archive is one of `export mine`.');
  const { person, today, now, words } = scope.request;
  const { personId } = person;
  const run = { store, workspaceId, personId, actor: personId, now, interrupted: 'inactive' } as const;
  return stageArchive(archive, { catalogue: loadCatalogue(), today, words }, run);
}

const inWorkspace = <T>(work: (data: WorkspaceData) => Promise<T>) => world.store.inWorkspace(workspaceId, work);

/** What a member and a report see: certifications and records. */
const visible = () =>
  inWorkspace(async ({ audit, history, holdings, records }) => {
    const { personId } = scope.request.person;
    const head = await audit.head();
    const reported = head === null ? [] : await history.holdings([personId], head);
    return [(await holdings.of(personId)).length, await records.count(personId, { words: [] }), reported.length];
  });

/** The number of rows of the workspace in each table that an import writes, seen or not. */
async function stored(): Promise<string> {
  const tables = ['holding', 'cycle', 'activity', 'allocation', 'proof', 'proof_file', 'portal_entry', 'record_import'];
  const counts = [...tables, 'act_change', 'audit_content'].map(async (table) => {
    const sql = `select count(*)::integer as rows from ${table} where workspace_id = ?`;
    const [row] = await world.store.orm.em.fork().execute<{ rows: number }[]>(sql, [workspaceId]);
    return [table, row?.rows ?? 0] as const;
  });
  return JSON.stringify(Object.fromEntries(await Promise.all(counts)));
}

it('shows none of an archive before all is saved, and lets others ask between its batches', async () => {
  const ben = newcomer(ana, 'ben');
  await ben.say('help');
  const seen = new Set<string>();
  let answers = 0;

  const counts = await importThrough(large, async () => {
    expect(textOf(await ben.say('pace'))).not.toBe('');
    answers += 1;
    seen.add(JSON.stringify(await visible()));
  });

  expect(counts).toEqual({ certifications: 2, records: RECORDS, already: 0, files: 1, missing: 0 });
  expect([...seen]).toEqual(['[0,0,0]']);
  expect(answers).toBeGreaterThan(RECORDS / 250);
  expect(await visible()).toEqual([2, RECORDS, 2]);
  expect(await verdictOn(world.store, workspaceId)).toBe('whole');
}, 120_000);

it('is undone as a whole, and adds nothing the second time', async () => {
  const first = await importThrough(small);
  const after = await stored();
  const second = await importThrough(small);

  expect(first).toMatchObject({ certifications: 2, records: 510 });
  expect(second).toEqual({ certifications: 0, records: 0, already: 510, files: 0, missing: 0 });
  expect(await stored()).toBe(after);
  await undoLast(ana);
  expect(await visible()).toEqual([0, 0, 0]);
  expect(await verdictOn(world.store, workspaceId)).toBe('whole');
}, 60_000);

it('removes its certifications, records and files if a batch fails', async () => {
  const failing = importThrough(small, async (transaction) => {
    if (transaction === 5) throw new Error('The connection was lost.');
  });

  await expect(failing).rejects.toThrow('The connection was lost.');
  expect(await stored()).toBe(before);
  expect(await verdictOn(world.store, workspaceId)).toBe('whole');
}, 60_000);

it('is hidden when the process is killed between two batches, and removed at the next start', async () => {
  const killed = importThrough(small, async (transaction) => {
    if (transaction >= 5) throw new Error('The process was killed.');
  });
  await expect(killed).rejects.toThrow('The process was killed.');
  const left = await stored();
  const seen = await visible();

  await removeInterrupted({ workspaceId, now: scope.request.now }, 'all', { store: world.store });

  expect(JSON.parse(left)).toMatchObject({ holding: 2, activity: 250, proof_file: 1, record_import: 1 });
  expect(seen).toEqual([0, 0, 0]);
  expect(await stored()).toBe(before);
  expect(await verdictOn(world.store, workspaceId)).toBe('whole');
  expect(await importThrough(small)).toMatchObject({ certifications: 2, records: 510 });
}, 60_000);

it('leaves a file that the person had uploaded before where it is', async () => {
  const holder = await talkWith({ store: world.store }, 'cissp');
  const own = await callService(holder, async (one) => one);
  [scope, workspaceId] = [own, own.data.workspace.workspaceId];
  const { personId } = own.request.person;
  const about = { personId, name: 'mine.pdf', type: 'application/pdf', size: PROOF.length, sha256: PROOF_HASH };
  const fileId = '11111111-1111-4111-8111-111111111111';
  await inWorkspace(({ proofs }) =>
    proofs.addFile({ fileId, ...about, bytes: PROOF }, new Date('2026-11-01T12:00:00Z')),
  );

  const failing = importThrough(small, async (transaction) => {
    if (transaction === 5) throw new Error('The connection was lost.');
  });

  await expect(failing).rejects.toThrow('The connection was lost.');
  expect(await inWorkspace(({ proofs }) => proofs.findFiles([fileId]))).toMatchObject([{ name: 'mine.pdf' }]);
}, 60_000);
