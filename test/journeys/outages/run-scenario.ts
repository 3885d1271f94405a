import { setTimeout as pause } from 'node:timers/promises';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import { day } from '../../../src/domain/calendar.ts';
import { type NotificationDeps, processWorkspace } from '../../../src/jobs/notification-loop.ts';
import { OpportunityIndexCache } from '../../../src/services/opportunities/opportunity-index-cache.ts';
import type { OutboxMessage } from '../../../src/store/notifications/notification-entities.ts';
import type { Store } from '../../../src/store/store.ts';
import { printed } from '../../support/audited-team.ts';
import { silent } from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { asOperator } from '../../support/store.ts';
import { emptyTenant } from '../../support/tenant.ts';
import { isCertain, type Plan } from './faults.ts';
import type { OutagePlatform, Scenario } from './scenarios.ts';

/** What came of a scenario with one fault. */
export interface Outcome {
  /** The calls to the platform that were made. */
  readonly calls: number;
  /** Messages of which an admin was told that they may have arrived. */
  readonly uncertain: number;
  readonly problems: readonly string[];
}

const SUNDAY = new Date('2026-03-29T09:00:00Z');
const STEP_MS = 15_000;
/** Later than the adapter waits for an answer here. */
const LATE_MS = 5;
const BETWEEN_MS = 10_000;
/** A platform that is back gets what waits within ten minutes. */
const STEPS = 40;
/** An outage of 90 seconds. */
const OUTAGE_STEPS = 6;

/** A platform and the core behind it. Each scenario begins with an empty workspace. */
export interface Outages {
  readonly store: Store;
  readonly platform: OutagePlatform;
  readonly parts: NotificationDeps;
  readonly core: RunningCore;
  readonly clock: { at: Date };
  /** The interactions that the core has not answered yet. */
  readonly inside: { count: number };
  /** The scenarios that were begun. */
  readonly begun: { count: number };
}

/** Starts a platform over a store. */
export async function startOutages(store: Store, open: (now: () => Date) => OutagePlatform): Promise<Outages> {
  const clock = { at: SUNDAY };
  const now = () => clock.at;
  const platform = open(now);
  const parts = {
    ...{ store, catalogue: loadCatalogue(), clock: { now }, log: silent, adapters: [platform.adapter] },
    ...{ indexes: new OpportunityIndexCache(), gapMs: 0, print: printed },
  };
  const core = patientCore(parts);
  const inside = { count: 0 };
  await platform.start({
    ...core,
    dispatch: async (interaction) => {
      inside.count += 1;
      // An answer that is there at once comes with the acknowledgement, which no outage can take away.
      await pause(LATE_MS);
      return core.dispatch(interaction).finally(() => {
        inside.count -= 1;
      });
    },
  });
  return { store, platform, parts, core, clock, inside, begun: { count: 0 } };
}

export async function stopOutages({ core, platform }: Outages): Promise<void> {
  await core.idle();
  await platform.adapter.stop();
  platform.network.restore();
}

/** Runs a scenario with a fault, waits until ten minutes after it, and says what is missing or there twice. */
export async function runScenario(outages: Outages, scenario: Scenario, plan: Plan): Promise<Outcome> {
  const { platform, clock } = outages;
  const { network, screen } = platform;
  network.follow({});
  outages.begun.count += 1;
  // A button that is pressed again at the same moment would be a double click.
  clock.at = new Date(SUNDAY.getTime() + outages.begun.count * BETWEEN_MS);
  const workspaceId = await aTeam(outages, scenario.hasNudges === true);
  const scene = { platform, clock, core: outages.core };
  await scenario.before?.(scene);
  await settle(outages);
  screen.clear();
  network.follow(plan);
  await scenario.run(scene);
  await pass(outages, workspaceId, plan.isOutage === true ? OUTAGE_STEPS : STEPS);
  const { calls } = network;
  network.follow({});
  await pass(outages, workspaceId);
  const doubts = await inState(outages, workspaceId, 'unknown');
  const problems = doubts.flatMap(({ key, messageId, fileId }) =>
    screen.count(fileId ?? messageId) === 0 ? [`${key} may have arrived, and no person was told`] : [],
  );
  // In an outage, recert asks before it sends anything that it must not repeat.
  if (plan.fault !== undefined && (plan.isOutage === true || isCertain(plan.fault)))
    problems.push(...doubts.map(({ key }) => `${key} is uncertain after ${plan.fault}`));
  await decide(outages, workspaceId, doubts);
  problems.push(...(await inState(outages, workspaceId, 'failed')).map(({ key }) => `${key} was given up`));
  problems.push(...(await inState(outages, workspaceId, 'planned')).map(({ key }) => `${key} still waits`));
  for (const { text, isOnce, isFile } of scenario.shows) {
    const count = screen.count(text, isFile);
    if (count === 0) problems.push(`“${text}” is missing`);
    if (isOnce && count > 1) problems.push(`“${text}” is there ${count} times`);
  }
  return { calls, uncertain: doubts.length, problems };
}

/** A person who is behind, their two colleagues, and a team whose digest is posted on Mondays. */
async function aTeam(outages: Outages, hasNudges: boolean): Promise<string> {
  const { store, platform, clock } = outages;
  const { name, tenant, user, channel } = platform;
  const workspaceId = await emptyTenant(store, { platform: name, tenant }, clock.at);
  await platform.say('help');
  await settle(outages);
  await asOperator(store, workspaceId, async ({ people, holdings, preferences, teams, schedule }) => {
    const me = await people.findByIdentity({ platform: name, tenant, user });
    if (me === null) throw new Error('The person is unknown.');
    await people.setRole(me.personId, 'admin');
    const all = [me.personId];
    for (const colleague of ['Bo', 'Chidi', 'Dana']) {
      const details = { name: colleague, zone: 'UTC', locale: 'en-GB', role: 'member' } as const;
      all.push((await people.join({ platform: name, tenant, user: colleague }, details, clock.at)).personId);
    }
    const cycle = { start: day('2024-05-01'), end: day('2027-04-30') };
    for (const personId of all) {
      await holdings.add({ personId, certification: 'cissp', number: '', cycle }, clock.at);
      await preferences.save(personId, {
        workDays: '1234567',
        contactFrom: 0,
        contactUntil: 24,
        wantsNudges: hasNudges,
      });
    }
    const teamId = (await teams.add('Security', clock.at)) ?? '';
    const members = all.map((personId) => ({ personId, isManager: personId === me.personId }));
    await teams.setMembers(teamId, members, clock.at);
    await teams.set(teamId, {
      place: { platform: name, tenant, address: channel },
      digestSince: clock.at,
      lastError: '',
    });
    await schedule.scheduleNoLaterThan(workspaceId, clock.at);
  });
  return workspaceId;
}

/** Resolves when nothing is running any more. */
async function settle({ core, platform, inside }: Outages): Promise<void> {
  do {
    await core.idle();
    await platform.network.quiet();
  } while (inside.count > 0);
}

/** Attends to what is due, every 15 seconds. */
async function pass(outages: Outages, workspaceId: string, steps = STEPS): Promise<void> {
  const { store, parts, clock } = outages;
  await settle(outages);
  for (let step = 0; step < steps; step += 1) {
    if ((await store.schedule.due(clock.at, 1000)).includes(workspaceId)) {
      await processWorkspace(workspaceId, parts);
      await settle(outages);
    }
    clock.at = new Date(clock.at.getTime() + STEP_MS);
  }
}

async function inState({ store }: Outages, workspaceId: string, state: string): Promise<readonly OutboxMessage[]> {
  const purposes = ['digest', 'details', 'nudge', 'notice', 'file', 'answer'] as const;
  const messages = await store.inWorkspace(workspaceId, ({ outbox }) => outbox.latest({ purposes }, 1000));
  return messages.filter((message) => message.state === state);
}

/** An admin looks whether a message arrived, and says so or sends it again. */
async function decide(outages: Outages, workspaceId: string, doubts: readonly OutboxMessage[]): Promise<void> {
  const { platform } = outages;
  for (const { messageId, purpose, card, fileId } of doubts) {
    const title = typeof card === 'object' && card !== null && 'title' in card ? String(card.title) : '';
    const name = fileId ? await fileName(outages, workspaceId, fileId) : title;
    const isThere = platform.screen.count(name, purpose === 'file') > 0;
    if (purpose !== 'file') {
      const args = isThere ? { delivered: messageId } : { again: messageId };
      await platform.press({ command: 'digest', args });
    } else if (!isThere) await platform.press({ command: 'export', args: { file: fileId ?? '' } });
  }
  if (doubts.length > 0) await pass(outages, workspaceId);
}

async function fileName({ store, clock }: Outages, workspaceId: string, fileId: string): Promise<string> {
  return store.inWorkspace(workspaceId, async ({ files, people }) => {
    for (const { personId } of await people.all()) {
      const file = await files.get(personId, fileId, clock.at);
      if (file !== undefined) return file.name;
    }
    return 'no file';
  });
}
