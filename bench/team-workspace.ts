import { addDays, day } from '../src/domain/calendar.ts';
import type { Store } from '../src/store/store.ts';
import { offeringIn } from '../test/support/offers.ts';
import { newTenant } from '../test/support/tenant.ts';

export const TEAM = 20;
export const NOW = new Date('2026-11-25T10:00:00Z');
/** The certifications of each member, with a category of each. */
const CERTIFICATIONS = [
  ['cissp', 'group-a'],
  ['cism', 'total'],
] as const;

/** Members of one workspace in teams of twenty, each with two certifications and twelve activities for each, written by the database itself. */
const FILL = (size: number) => [
  `select set_config('app.workspace', W::text, true), set_config('statement_timeout', '0', true)`,
  `insert into person (workspace_id, person_id, name, zone, locale, role, created_at)
     select W, gen_random_uuid(), 'Member ' || n, 'UTC', 'en-GB', case n when 1 then 'admin' else 'member' end, '2026-01-01'
       from generate_series(1, ${size}) n`,
  `create temporary table numbered on commit preserve rows as
     select person_id, gen_random_uuid() as holding_id, gen_random_uuid() as cycle_id, certification, category,
         split_part(name, ' ', 2)::int as n
       from person, (values ${CERTIFICATIONS.map(([code, category]) => `('${code}', '${category}')`).join(', ')})
         as certified(certification, category)
      where workspace_id = W`,
  `insert into identity (workspace_id, platform, tenant, platform_user, person_id)
     select distinct W, 'slack', 'TENANT', 'U' || n, person_id from numbered`,
  `insert into holding (workspace_id, holding_id, person_id, certification, created_at)
     select W, holding_id, person_id, certification, '2026-01-01' from numbered`,
  `insert into cycle (workspace_id, cycle_id, holding_id, starts, ends)
     select W, cycle_id, holding_id, date '2024-01-01' + (n % 700)::int, date '2024-01-01' + (n % 700)::int + 1095 from numbered`,
  `insert into team (workspace_id, team_id, name, place, digest_since, created_at)
     select W, gen_random_uuid(), 'Team ' || n, '{"platform":"slack","tenant":"T","address":"C1"}', '2026-01-01', '2026-01-01'
       from generate_series(0, ${Math.ceil(size / TEAM) - 1}) n`,
  `insert into team_member (workspace_id, team_id, person_id, joined_at)
     select distinct W, team_id, person_id, timestamptz '2026-01-01'
       from numbered join team on workspace_id = W and name = 'Team ' || ((numbered.n - 1) / ${TEAM})`,
  `create temporary table done on commit preserve rows as
     select gen_random_uuid() as activity_id, person_id, holding_id, cycle_id, category, n, k from numbered, generate_series(1, 12) k`,
  `insert into activity (workspace_id, activity_id, person_id, title, provider, kind, delivery, description, starts, ends, created_at)
     select W, activity_id, person_id, 'Course ' || k, '', 'course', '', '', date '2026-01-01' + (k * 15)::int, date '2026-01-01' + (k * 15)::int, '2026-11-01' from done`,
  `insert into allocation (workspace_id, activity_id, holding_id, cycle_id) select W, activity_id, holding_id, cycle_id from done`,
  `insert into allocation_part (workspace_id, activity_id, holding_id, category, credits)
     select W, activity_id, holding_id, category, 100 + (n % 200)::int from done`,
  'drop table done',
  'drop table numbered',
];

/** Fills a new workspace with members in teams of twenty. Returns its id and the admin, who is a member of `Team 0`. */
export async function fillTeams(store: Store, size: number) {
  const tenant = newTenant();
  const workspaceId = await store.directory.workspaceOf('slack', tenant, NOW);
  await store.inWorkspace(workspaceId, async () => undefined);
  await store.orm.em.fork().transactional(async (filling) => {
    for (const statement of FILL(size))
      await filling.execute(statement.replaceAll(/\bW\b/gu, `'${workspaceId}'::uuid`).replaceAll('TENANT', tenant));
  });
  return { workspaceId, admin: { platform: 'slack', tenant, user: 'U1' } as const };
}

/** Adds opportunities of several kinds and lengths on the next sixty days. */
export async function fillOffers(store: Store, workspaceId: string, count: number): Promise<void> {
  const kinds = ['webinar', 'course', 'conference', 'podcast'] as const;
  const offers = Array.from({ length: count }, (_unused, index) => ({
    key: `offer ${index}`,
    title: `Cloud security and risk governance, part ${index}`,
    url: `https://example.org/${index}`,
    description: 'Identity, network security and audit in one session.',
    ...({ provider: `Provider ${index % 20}`, delivery: 'online-live', language: 'en' } as const),
    kind: kinds[index % kinds.length] ?? 'webinar',
    minutes: 30 + 15 * (index % 12),
    startsAt: new Date(`${addDays(day('2026-11-26'), index % 55)}T15:00:00Z`),
  }));
  await offeringIn(store, workspaceId, ...offers);
}
