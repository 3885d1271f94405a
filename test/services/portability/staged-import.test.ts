import { beforeEach, expect, it } from 'vitest';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { parseFormState } from '../../../src/services/form-state.ts';
import { importFile } from '../../../src/services/portability/import-file.ts';
import { removeInterrupted } from '../../../src/services/portability/staged-import.ts';
import type { Store, WorkspaceData } from '../../../src/store/store.ts';
import { callService } from '../../support/call-service.ts';
import { formOf, type Talk, talkWith, undoLast } from '../../support/conversation.ts';
import { aFile, verdictOn } from '../../support/records.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
/** More than two batches. */
const ROWS = 510;

let ana: Talk;
let scope: Scope;
let fileId: string;
let workspaceId: string;

beforeEach(async () => {
  ana = await talkWith({ store: world.store }, 'cissp');
  const rows = Array.from({ length: ROWS }, (_, at) => `Course ${at},2026-03-01,1,CISSP,Group A`);
  const bytes = new TextEncoder().encode(['Title,Date,CPE,Certification,Category', ...rows].join('\n'));
  const form = formOf(await ana.say('import', undefined, [aFile('records.csv', bytes, 'table')]));
  fileId = parseFormState(form.state).file ?? '';
  scope = await callService(ana, async (one) => one);
  workspaceId = scope.data.workspace.workspaceId;
});

/** Imports the table through a store that calls `before` with the number of the transaction. */
function importThrough(before: (transaction: number) => Promise<void>) {
  let transactions = 0;
  const store: Pick<Store, 'inWorkspace'> = {
    inWorkspace: async (id, work, how) => {
      transactions += 1;
      await before(transactions);
      return world.store.inWorkspace(id, work, how);
    },
  };
  return importFile({ fileId, options: { columns: {} } }, scope, { store });
}

const inWorkspace = <T>(work: (data: WorkspaceData) => Promise<T>) => world.store.inWorkspace(workspaceId, work);
const visible = () => inWorkspace(({ records }) => records.count(scope.request.person.personId, { words: [] }));

/** The records that a report as of the last entry of the log would have. */
const reported = () =>
  inWorkspace(async ({ audit, history }) => {
    const head = await audit.head();
    return head === null ? 0 : (await history.records([scope.request.person.personId], head)).length;
  });

/** All rows of the workspace that an import writes, seen or not. */
async function stored(): Promise<Readonly<Record<string, number>>> {
  const tables = ['activity', 'allocation', 'allocation_part', 'record_import', 'audit_content'];
  const counts = tables.map(async (table) => {
    const [row] = await world.store.orm.em
      .fork()
      .execute<{ rows: number }[]>(
        `select count(*)::integer as rows from ${table} where workspace_id = ?${table === 'audit_content' ? ` and content -> 'activity_id' is not null` : ''}`,
        [workspaceId],
      );
    return [table, row?.rows ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

it('shows none of the records before all are saved, to anybody, a report or the check of the log', async () => {
  const seen = new Set<number>();
  const inReports = new Set<number>();
  const verdicts = new Set<string>();
  const all = new Set<number>();

  const { lines } = await importThrough(async () => {
    seen.add(await visible());
    inReports.add(await reported());
    verdicts.add(await verdictOn(world.store, workspaceId));
    all.add((await stored()).activity ?? 0);
  });

  expect(lines).toEqual([scope.request.words.import.done(ROWS, 0)]);
  expect([...seen]).toEqual([0]);
  expect([...inReports]).toEqual([0]);
  expect([...verdicts]).toEqual(['whole']);
  expect(all.size).toBeGreaterThan(2);
  expect(await visible()).toBe(ROWS);
  expect(await reported()).toBe(ROWS);
  expect(await verdictOn(world.store, workspaceId)).toBe('whole');
});

it('leaves an import out of a report as of an entry between its batches', async () => {
  let between = { seq: 0, hash: '' };
  await importThrough(async (transaction) => {
    if (transaction !== 7) return;
    between = await inWorkspace(async ({ audit }) => (await audit.head()) ?? between);
  });

  const then = await inWorkspace(({ history }) => history.records([scope.request.person.personId], between));

  expect(between.seq).toBeGreaterThan(0);
  expect(then).toEqual([]);
});

it('is undone as a whole', async () => {
  await importThrough(async () => undefined);

  await undoLast(ana);
  const logged = await world.store.orm.em.fork().execute<{ what: string; why: string; person: string }[]>(
    `select entry.what, entry.why, content.person_id::text as person
         from audit_entry entry join audit_content content using (workspace_id, seq)
        where workspace_id = ? and entry.kind = 'import' order by seq`,
    [workspaceId],
  );

  expect(await visible()).toBe(0);
  expect(logged).toEqual([
    { what: 'create', why: '', person: scope.request.person.personId },
    { what: 'delete', why: 'undo', person: scope.request.person.personId },
  ]);
  expect(await verdictOn(world.store, workspaceId)).toBe('whole');
});

it('removes what was saved when a batch fails', async () => {
  const failing = importThrough(async (transaction) => {
    if (transaction === 6) throw new Error('The connection was lost.');
  });

  await expect(failing).rejects.toThrow('The connection was lost.');
  expect(await stored()).toEqual(NOTHING);
  expect(await verdictOn(world.store, workspaceId)).toBe('whole');
});

const NOTHING = { activity: 0, allocation: 0, allocation_part: 0, record_import: 0, audit_content: 0 };

it('hides what an interrupted process saved, and removes it at the next start', async () => {
  const killed = importThrough(async (transaction) => {
    if (transaction >= 6) throw new Error('The process was killed.');
  });
  await expect(killed).rejects.toThrow('The process was killed.');
  const left = await stored();
  const seen = await visible();
  const second = await importThrough(async () => undefined);

  await removeInterrupted({ workspaceId, now: scope.request.now }, 'all', { store: world.store });

  expect(left.activity).toBeGreaterThan(0);
  expect(seen).toBe(0);
  expect(second.lines).toEqual([scope.request.words.import.isRunning]);
  expect(await stored()).toEqual(NOTHING);
  expect(await verdictOn(world.store, workspaceId)).toBe('whole');
  expect((await importThrough(async () => undefined)).lines).toEqual([scope.request.words.import.done(ROWS, 0)]);
});

it('keeps the certification that records being imported are for', async () => {
  const removed: boolean[] = [];
  await importThrough(async (transaction) => {
    if (transaction !== 6) return;
    const { person } = scope.request;
    const [own] = await inWorkspace(({ holdings }) => holdings.of(person.personId));
    removed.push(await inWorkspace(({ holdings }) => holdings.remove(person.personId, own?.holding.holdingId ?? '')));
  });

  expect(removed).toEqual([false]);
  expect(await visible()).toBe(ROWS);
});
