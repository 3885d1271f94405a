import { loadCatalogue } from '../src/catalogue/index.ts';
import { parseLine } from '../src/chat/parse-line.ts';
import { createCore } from '../src/core/dispatch.ts';
import { planDigest } from '../src/services/notifications/plan-digest.ts';
import { planNudges } from '../src/services/notifications/plan-nudges.ts';
import { OpportunityIndexCache } from '../src/services/opportunities/opportunity-index-cache.ts';
import { Store } from '../src/store/store.ts';
import { silent } from '../test/support/conversation.ts';
import { testDatabaseIn } from '../test/support/own-database.ts';
import { fillOffers, fillTeams, NOW, TEAM } from './team-workspace.ts';
import { cpuOf, medianOf } from './timing.ts';

const WORKSPACES = (process.env.RECERT_WORKSPACE_SIZES ?? '50,500,5000').split(',').map(Number);
const OFFERS = (process.env.RECERT_OFFERS ?? '0,100,400').split(',').map(Number);
const REPEATS = 5;
const WEEK_MS = 7 * 86_400_000;

/**
 * Measures the commands of a team of twenty in small and large workspaces, and weekly digests with many opportunities: the CPU time, and how
 * long other work waits at most.
 */
export async function benchDigests(say: (line: string) => void): Promise<void> {
  const { database, drop } = testDatabaseIn('recert-bench-digests-');
  let store = await Store.open(database);
  const catalogue = loadCatalogue();
  const indexes = new OpportunityIndexCache();
  const medians: { readonly size: number; readonly risk: number }[] = [];
  for (const size of WORKSPACES) {
    const { workspaceId, admin } = await fillTeams(store, size);
    // The rows were written past the store, which analyses tables that have grown when it is opened.
    await store.close();
    store = await Store.open(database);
    const core = createCore({ store, catalogue, clock: { now: () => NOW }, log: silent, indexes });
    const place = { ...admin, address: 'bench' };
    const send = (line: string) => core.dispatch({ ...parseLine(line), from: admin, place, direct: place });
    await send('risk Team 0');
    const risk = await repeated(() => send('risk Team 0'));
    const preview = await repeated(() => send('digest preview Team 0'));
    medians.push({ size, risk: risk.cpuMs });
    say(`teams, ${database.kind}, ${TEAM} of ${size} members: risk ${shown(risk)}; digest preview ${shown(preview)}`);
    if (size !== WORKSPACES[1]) continue;
    const [team] = await store.inWorkspace(workspaceId, ({ teams }) => teams.all());
    if (team === undefined) throw new Error('The workspace has teams.');
    for (const [index, offers] of OFFERS.entries()) {
      if (offers > 0) await fillOffers(store, workspaceId, offers);
      await store.inWorkspace(workspaceId, (data) => indexes.of(data));
      let week = index * REPEATS * 2;
      const digest = await repeated(async () => {
        week += 1;
        const now = new Date(NOW.getTime() + (week % 3) * WEEK_MS);
        const plan = (data: Parameters<Parameters<Store['inWorkspace']>[1]>[0]) =>
          planDigest(team, `week ${week}`, {
            now,
            data: { ...data, catalogue, opportunityIndex: () => indexes.of(data) },
          });
        await store.inWorkspace(workspaceId, plan, { isPatient: true });
      });
      say(`digests, ${database.kind}, ${TEAM} members, ${offers} opportunities: ${shown(digest)}`);
    }
    const nudges = await cpuOf(() =>
      store.inWorkspace(
        workspaceId,
        async (data) => {
          data.audit.actAs('recert', NOW);
          await planNudges({ data: { ...data, catalogue }, now: NOW });
        },
        { isPatient: true },
      ),
    );
    say(`nudges, ${database.kind}, ${size} members: ${shown(nudges)}`);
  }
  const [least, most] = [medians[0]?.risk ?? 1, medians.at(-1)?.risk ?? 1];
  say(
    `teams, ${database.kind}: risk of ${TEAM} takes ${(most / least).toFixed(2)} × the CPU time in the largest workspace`,
  );
  await store.close();
  drop();
}

async function repeated(work: () => Promise<unknown>) {
  const runs = [];
  for (let run = 0; run < REPEATS; run += 1) runs.push(await cpuOf(work));
  return {
    cpuMs: medianOf(runs.map(({ cpuMs }) => cpuMs)),
    blockedMs: Math.max(...runs.slice(1).map(({ blockedMs }) => blockedMs)),
  };
}

function shown({ cpuMs, blockedMs }: { readonly cpuMs: number; readonly blockedMs: number }): string {
  return `${Math.round(cpuMs)} ms of CPU, others wait at most ${Math.round(blockedMs)} ms`;
}
