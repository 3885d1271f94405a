import { loadCatalogue } from '../src/catalogue/index.ts';
import { planDigest } from '../src/services/notifications/plan-digest.ts';
import { planNudges } from '../src/services/notifications/plan-nudges.ts';
import { OpportunityIndexCache } from '../src/services/opportunities/opportunity-index-cache.ts';
import { Store } from '../src/store/store.ts';
import { testDatabaseIn } from '../test/support/own-database.ts';
import { newTenant } from '../test/support/tenant.ts';

const SIZES = (process.env.RECERT_MEMBERS ?? '25000,50000,100000').split(',').map(Number);
const TEAM = 20;
const TEAMS_TIMED = 50;
const NOW = new Date('2026-11-25T10:00:00Z');

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Members of one workspace in teams of twenty, each with a certification and six activities for it, written by the database itself. */
const FILL = (size: number) => [
  `insert into person (workspace_id, person_id, name, zone, locale, role, created_at)
     select W, gen_random_uuid(), 'Member ' || n, 'UTC', 'en-GB', 'member', '2026-01-01' from generate_series(1, ${size}) n`,
  `create temporary table numbered on commit preserve rows as
     select person_id, gen_random_uuid() as holding_id, gen_random_uuid() as cycle_id, row_number() over () as n from person where workspace_id = W`,
  `insert into holding (workspace_id, holding_id, person_id, certification, created_at)
     select W, holding_id, person_id, 'cissp', '2026-01-01' from numbered`,
  `insert into cycle (workspace_id, cycle_id, holding_id, starts, ends)
     select W, cycle_id, holding_id, date '2024-01-01' + (n % 700)::int, date '2024-01-01' + (n % 700)::int + 1095 from numbered`,
  `insert into team (workspace_id, team_id, name, place, digest_since, created_at)
     select W, gen_random_uuid(), 'Team ' || n, '{"platform":"slack","tenant":"T","address":"C1"}', '2026-01-01', '2026-01-01'
       from generate_series(0, ${size / TEAM - 1}) n`,
  `insert into team_member (workspace_id, team_id, person_id, joined_at)
     select W, team_id, person_id, '2026-01-01' from numbered join team on workspace_id = W and name = 'Team ' || (numbered.n % ${size / TEAM})`,
  `create temporary table done on commit preserve rows as
     select gen_random_uuid() as activity_id, person_id, holding_id, cycle_id, n, k from numbered, generate_series(1, 6) k`,
  `insert into activity (workspace_id, activity_id, person_id, title, provider, kind, delivery, description, starts, ends, created_at)
     select W, activity_id, person_id, 'Course ' || k, '', 'course', '', '', date '2026-01-01' + (k * 30)::int, date '2026-01-01' + (k * 30)::int, '2026-11-01' from done`,
  `insert into allocation (workspace_id, activity_id, holding_id, cycle_id) select W, activity_id, holding_id, cycle_id from done`,
  `insert into allocation_part (workspace_id, activity_id, holding_id, category, credits)
     select W, activity_id, holding_id, 'group-a', 100 + (n % 900)::int from done`,
  'drop table done',
  'drop table numbered',
];

/** How many digests are computed and planned in a second, and what a large workspace takes to be looked at; the second figure is memory. */
export async function benchDigests(): Promise<void> {
  const { database, drop } = testDatabaseIn('recert-bench-digests-');
  let store = await Store.open(database);
  const catalogue = loadCatalogue();
  const indexes = new OpportunityIndexCache();
  for (const size of SIZES) {
    const workspaceId = await store.directory.workspaceOf('slack', newTenant(), NOW);
    await store.inWorkspace(workspaceId, async () => undefined);
    await store.orm.em.fork().transactional(async (filling) => {
      for (const statement of FILL(size))
        await filling.execute(statement.replaceAll(/\bW\b/gu, `'${workspaceId}'::uuid`));
    });
    // Statistics are as after a restart.
    await store.close();
    store = await Store.open(database);
    let began = performance.now();
    let peak = 0;
    const watch = () => {
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    };
    const teams = await store.inWorkspace(workspaceId, (data) => data.teams.all());
    for (const team of teams.slice(0, TEAMS_TIMED)) {
      await store.inWorkspace(
        workspaceId,
        (data) =>
          planDigest(team, '2026-W48', {
            now: NOW,
            data: { ...data, catalogue, opportunityIndex: () => indexes.of(data) },
          }),
        { isPatient: true },
      );
      watch();
    }
    const digests = Math.round((TEAMS_TIMED * 1000) / (performance.now() - began));
    began = performance.now();
    await store.inWorkspace(
      workspaceId,
      async (data) => {
        data.audit.actAs('recert', NOW);
        await planNudges({ data: { ...data, catalogue }, now: NOW });
      },
      { isPatient: true },
    );
    watch();
    const took = performance.now() - began;
    say(
      `digests: ${size} members in teams of ${TEAM}: ${digests} digests a second (${digests * TEAM} members); ` +
        `2,000 members decided about in ${(took / 1000).toFixed(1)} s; heap at most ${Math.round(peak / 1e6)} MB`,
    );
  }
  await store.close();
  drop();
}
