import { randomUUID } from 'node:crypto';
import { TENANT_TABLES } from '../../migrations/index.ts';
import { addDays, dayIn } from '../../src/domain/calendar.ts';
import { createTokenCipher } from '../../src/store/account/token-cipher.ts';
import { WITHOUT_LIMITS } from '../../src/store/orm.ts';
import type { Store } from '../../src/store/store.ts';
import { WorkspaceCopier } from './copy-workspace.ts';

export const TOKEN_KEY = '0123456789abcdef'.repeat(4);
const TEMPLATE = 'TTEMPLATE';
/** People of a workspace that is copied, in teams of ten with a channel each. */
const TEAM_SIZE = 10;
const RECORDS = 20;
const CERTIFICATIONS = [
  { code: 'cissp', category: 'group-a' },
  { code: 'cism', category: 'total' },
];

export interface ScaleSizes {
  readonly workspaces: number;
  readonly people: number;
  /** How many times `people` the large workspace has. */
  readonly large: number;
}

/** Returns the Slack team id of a workspace, and the user id of a person. */
export const tenantOf = (order: number) => `TSCALE${order}`;
export const userOf = (order: number, part = 0) => `UPERSON${order}${part === 0 ? '' : `X${part}`}`;
export const LARGE = 'TLARGE';

/** Fills a database with workspaces that differ in their ids only; each team's digest is due at this hour. */
export async function seedScale(store: Store, { workspaces, people, large }: ScaleSizes, now: Date): Promise<void> {
  const template = await seedTemplate(store, people, now);
  const tenants = [...Array.from({ length: workspaces }, (_, order) => tenantOf(order)), LARGE];
  const em = store.orm.em.fork();
  await em.transactional(async (inner) => {
    await inner.execute(WITHOUT_LIMITS);
    const copier = await WorkspaceCopier.of(inner, template, TENANT_TABLES);
    for (const tenant of tenants) {
      const workspaceId = randomUUID();
      await inner.execute('insert into installation (platform, tenant, workspace_id) values (?, ?, ?)', [
        ...['slack', tenant, workspaceId],
      ]);
      await inner.execute('insert into workspace_schedule (workspace_id, due_at) values (?, ?)', [workspaceId, now]);
      const parts = tenant === LARGE ? large : 1;
      for (let part = 0; part < parts; part += 1) await copier.copy(inner, { workspaceId, tenant, part });
    }
    await inner.execute('analyze');
  });
  const bots = store.botInstallations('slack', createTokenCipher([Buffer.from(TOKEN_KEY, 'hex')]));
  for (const tenant of tenants)
    await bots.save({
      ...{ tenant, isOrgWide: false, botId: 'B0BOT', botUserId: 'U0BOT', installedAt: now },
      tokens: { access: `xoxb-${tenant}` },
    });
  await store.purge({ platform: 'slack', tenant: TEMPLATE, workspaceId: template });
}

async function seedTemplate(store: Store, people: number, now: Date): Promise<string> {
  const workspaceId = await store.directory.workspaceOf('slack', TEMPLATE, now);
  const today = dayIn('UTC', now);
  const cycle = { start: addDays(today, -400), end: addDays(today, 694) };
  for (let first = 0; first < people; first += TEAM_SIZE)
    await store.inWorkspace(workspaceId, async (data) => {
      data.audit.actAs('operator', now);
      const teamId = (await data.teams.add(`Team ${first / TEAM_SIZE}`, now)) ?? '';
      const members: { personId: string; isManager: boolean }[] = [];
      for (let order = first; order < Math.min(people, first + TEAM_SIZE); order += 1) {
        const identity = { platform: 'slack', tenant: TEMPLATE, user: userOf(order) };
        const role = order === 0 ? 'admin' : 'member';
        const details = { name: `Person ${order}`, zone: 'UTC', locale: 'en-GB', role } as const;
        const { personId } = await data.people.join(identity, details, now);
        members.push({ personId, isManager: order === first });
        const claims: { readonly holdingId: string; readonly cycleId: string; readonly category: string }[] = [];
        for (const { code, category } of CERTIFICATIONS) {
          const holdingId = (await data.holdings.add({ personId, certification: code, number: '', cycle }, now)) ?? '';
          const own = (await data.holdings.of(personId)).find(({ holding }) => holding.holdingId === holdingId);
          claims.push({ holdingId, cycleId: own?.cycles[0]?.cycleId ?? '', category });
        }
        const activities = Array.from({ length: RECORDS }, (_, at) => {
          const { category = '', ...claim } = claims[at % claims.length] ?? { holdingId: '', cycleId: '' };
          const on = addDays(cycle.start, (at * 19) % 390);
          const about = {
            title: `Course ${at}`,
            provider: 'ISACA',
            kind: 'course',
            delivery: '',
            description: '',
          } as const;
          return {
            ...about,
            personId,
            starts: on,
            ends: on,
            claims: [{ ...claim, parts: [{ category, credits: 100 }] }],
          };
        });
        await data.activities.addAll(activities, now);
      }
      await data.teams.setMembers(teamId, members, now);
      const place = { platform: 'slack', tenant: TEMPLATE, address: `C${first}` };
      const weekday = ((now.getUTCDay() + 6) % 7) + 1;
      const schedule = {
        digestDay: weekday,
        digestHour: now.getUTCHours(),
        digestSince: new Date(now.getTime() - 86_400_000),
      };
      await data.teams.set(teamId, { place, zone: 'UTC', ...schedule });
    });
  return workspaceId;
}
