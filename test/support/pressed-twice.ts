import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { RunningCore } from '../../src/core/dispatch.ts';
import { day } from '../../src/domain/calendar.ts';
import type { Store } from '../../src/store/store.ts';
import { printed } from './audited-team.ts';
import { silent } from './conversation.ts';
import { patientCore } from './core.ts';
import { offeringIn } from './offers.ts';

/** A button that is pressed twice: the line whose answer has it, and the table that its act adds a row to. */
export const BUTTONS: readonly (readonly [label: string, line: string, table: CountedTable])[] = [
  ['Save as plan', 'whatif + 2h webinar on phishing tomorrow', 'activity'],
  ['Add to plan', 'search trust', 'activity'],
  ['Get calendar file', 'plan 1h webinar on phishing tomorrow', 'pending_file'],
  ['Audit report', 'risk', 'report'],
];

export type CountedTable = 'activity' | 'pending_file' | 'report' | 'holding' | 'proof';

/** How many rows a table has in a workspace. */
export async function countRows(store: Store, workspaceId: string, table: CountedTable): Promise<number> {
  const shown = table === 'activity' ? 'activity where deleted_at is null and' : `${table} where`;
  const sql = `select count(*)::integer as count from ${shown} workspace_id = ?`;
  const [row] = await store.orm.em.fork().execute<{ count: number }[]>(sql, [workspaceId]);
  return row?.count ?? 0;
}

/** The core of a platform at an instant; reports wait for `print`. */
export function coreAt(now: Date, { store, adapter, print = Promise.resolve() }: CoreOptions): RunningCore {
  const parts = { store, catalogue: loadCatalogue(), clock: { now: () => now }, log: silent };
  return patientCore({ ...parts, adapters: [adapter], print: (html) => print.then(() => printed(html)) });
}

interface CoreOptions {
  readonly store: Store;
  readonly adapter: ChatAdapter;
  readonly print?: Promise<unknown>;
}

/** Gives the one person of a workspace a certification, a team that they manage, the role of an admin and a coming opportunity. */
export async function equip(store: Store, workspaceId: string, now: Date): Promise<void> {
  await store.inWorkspace(workspaceId, async ({ audit, people, holdings, teams }) => {
    audit.actAs('operator', now);
    const [{ personId = '' } = {}] = await people.all();
    const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
    await holdings.add({ personId, certification: 'cissp', number: '', cycle }, now);
    const teamId = (await teams.add('Security', now)) ?? '';
    await teams.setMembers(teamId, [{ personId, isManager: true }], now);
    await people.setRole(personId, 'admin');
  });
  await offeringIn(store, workspaceId, {
    ...{ key: 'zt', title: 'Zero trust', url: 'https://a.example/zt', provider: 'SANS', description: '' },
    ...{ kind: 'webinar', delivery: 'online-live', minutes: 60, startsAt: new Date('2026-04-24T18:00:00Z') },
  });
}
