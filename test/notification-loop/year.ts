import type { Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { addDays, dayIn } from '../../src/domain/calendar.ts';
import { type ContactHours, isWithinContactHours } from '../../src/domain/weekly-schedule.ts';
import type { Store } from '../../src/store/store.ts';
import { newTenant } from '../support/tenant.ts';

/** Eleven zones: both halves of the earth with their own changes of the clock, half hours, and the two ends of the day. */
const ZONES = [
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Asia/Kolkata',
  'Europe/Berlin',
  'Europe/London',
  'UTC',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
] as const;

/** Something that was said first, and when. */
export interface Said {
  readonly tenant: string;
  readonly address: string;
  readonly title: string;
  /** The message in whose thread it stands. */
  readonly thread: string | undefined;
  readonly at: Date;
}

/** A workspace of the year, as whoever checks it must know it. */
export interface Lived {
  readonly workspaceId: string;
  readonly tenant: string;
  readonly budget: number;
  /** By the address of a member. */
  readonly contactHours: ReadonlyMap<string, ContactHours>;
}

/** Founds workspaces with a team each, whose digests are due at every hour of every day of the week. */
export async function foundMany(store: Store, count: number, start: Date): Promise<readonly Lived[]> {
  const lived: Lived[] = [];
  for (let order = 0; order < count; order += 1) lived.push(await foundOne(store, order, start));
  return lived;
}

async function foundOne(store: Store, order: number, start: Date): Promise<Lived> {
  const tenant = newTenant();
  const workspaceId = await store.directory.workspaceOf('slack', tenant, start);
  const zone = ZONES[order % ZONES.length] as string;
  const budget = 1 + (order % 4);
  const contactHours = new Map<string, ContactHours>();
  await store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('operator', start);
    await data.settings.save({ zone, nudgeBudget: budget });
    const teamId = (await data.teams.add('Security', start)) ?? '';
    const members: { personId: string; isManager: boolean }[] = [];
    for (const turn of [0, 1, 2]) {
      const user = `U${order}x${turn}`;
      const identity = { platform: 'slack', tenant, user };
      const role = turn === 0 ? 'admin' : 'member';
      const { personId } = await data.people.join(identity, { name: user, zone, locale: 'en-GB', role }, start);
      await data.people.saveAddress(identity, user);
      const ends = addDays(dayIn('UTC', start), 40 + ((order * 37 + turn * 149) % 600));
      const cycle = { start: addDays(ends, -1095), end: ends };
      await data.holdings.add({ personId, certification: turn === 1 ? 'ccsp' : 'cissp', number: '', cycle }, start);
      const isRecent = turn === 2 && order % 3 === 0;
      if (isRecent) await data.preferences.save(personId, { workDays: '67', contactFrom: 20, contactUntil: 23 });
      contactHours.set(user, {
        zone,
        workDays: isRecent ? [6, 7] : [1, 2, 3, 4, 5],
        from: isRecent ? 20 : 9,
        until: isRecent ? 23 : 18,
      });
      members.push({ personId, isManager: turn === 0 });
    }
    await data.teams.setMembers(teamId, members, start);
    const place = { platform: 'slack', tenant, address: `C${order}` };
    const schedule = { digestDay: 1 + (order % 7), digestHour: (order * 5) % 24 };
    await data.teams.set(teamId, { place, digestSince: start, ...schedule });
    await data.schedule.scheduleNoLaterThan(workspaceId, start);
  });
  return { workspaceId, tenant, budget, contactHours };
}

/** A platform that hands on whatever is said first. */
export function saying(phrases: (stated: Omit<Said, 'at'>) => Promise<string>): ChatAdapter {
  const notifyRecipient = async (
    { tenant, address }: { tenant: string; address: string },
    card: Card,
    thread?: string,
  ) => ({
    kind: 'sent' as const,
    message: await phrases({ tenant, address, title: card.title, thread }),
  });
  return {
    platform: 'slack',
    start: async () => undefined,
    stop: async () => undefined,
    post: (to, card, { thread } = {}) => notifyRecipient(to, card, thread),
    update: (where, _message, card) => notifyRecipient(where, card),
    deliver: async () => ({ kind: 'refused', reason: 'not wanted' }),
  };
}

/** Lets a clock go from one instant to another, from each thing that is due to the next; resolves to how often something was. */
export async function pass(
  store: Store,
  { start, end }: { readonly start: Date; readonly end: Date },
  attend: (now: Date) => Promise<void>,
): Promise<number> {
  let [now, turns] = [start, 0];
  while (now < end) {
    await attend(now);
    turns += 1;
    const [row] = await store.orm.em
      .fork()
      .execute<{ due: string | Date }[]>('select min(due_at) as due from workspace_schedule');
    const due = Math.ceil(new Date(row?.due ?? end).getTime() / 60_000) * 60_000;
    now = new Date(Math.max(now.getTime() + 60_000, due));
  }
  return turns;
}

/** What is wrong with what was said in so many weeks: a digest too many or too few, a nudge at a bad time or above the budget. */
export function problemsOf(
  lived: readonly Lived[],
  stated: readonly Said[],
  weeks: number,
): { readonly digests: number; readonly nudges: number; readonly problems: readonly string[] } {
  const problems: string[] = [];
  let [digests, nudges] = [0, 0];
  const byTenant = Map.groupBy(stated, ({ tenant }) => tenant);
  for (const { tenant, contactHours, budget } of lived) {
    const own = byTenant.get(tenant) ?? [];
    const posted = own.filter(({ address, thread }) => address.startsWith('C') && thread === undefined);
    digests += posted.length;
    if (posted.length !== weeks) problems.push(`${tenant}: ${posted.length} digests in ${weeks} weeks`);
    for (const [before, after] of posted.slice(1).map((one, index) => [posted[index] as Said, one] as const)) {
      const hours = (after.at.getTime() - before.at.getTime()) / 3_600_000;
      if (Math.abs(hours - 168) > 1.1) problems.push(`${tenant}: ${hours} hours between two digests`);
    }
    for (const [address, one] of contactHours) {
      const notified = own.filter((message) => message.address === address);
      // The weekly summary for managers isn't a nudge.
      const own30 = notified.filter(({ title }) => title.includes(': ') && !/at risk|teams this week/iu.test(title));
      nudges += own30.length;
      for (const { at, title } of notified)
        if (!isWithinContactHours(one, at)) problems.push(`${address}: “${title}” at ${at.toISOString()}`);
      for (const { at } of own30) {
        const since = at.getTime() - 30 * 86_400_000;
        const within = own30.filter((other) => other.at <= at && other.at.getTime() > since).length;
        if (within > budget) problems.push(`${address}: ${within} nudges within 30 days of ${at.toISOString()}`);
      }
    }
  }
  return { digests, nudges, problems };
}
