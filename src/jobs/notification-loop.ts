import { asBackground } from '../limits/background-slots.ts';
import type { FairSlots } from '../limits/fair-slots.ts';
import { type PlanDeps, planNotifications } from '../services/notifications/plan-notifications.ts';
import { type OutboxDeps, sendOutbox } from '../services/notifications/send-outbox.ts';
import { makeReports, type ReportDeps } from '../services/reports/make-report.ts';
import { scheduleJob } from './schedule-job.ts';

/** What the notification loop needs. */
export interface NotificationDeps extends PlanDeps, OutboxDeps, ReportDeps {
  /** How many workspaces are planned at the same time; as many as are processed without it. */
  readonly planSlots?: FairSlots;
}

/** Maximum workspaces in one round, and at the same time. */
const MAX_AT_ONCE = 500;
const SIDE_BY_SIDE = 4;
/** A workspace that failed is retried after this time, so that it doesn't delay the others. */
const AGAIN_MS = 10 * 60_000;

/** Processes the workspaces that are due, every ten seconds, so that what a platform did not take is sent again soon after it asks for it. Returns a function that stops it and resolves when the running round has ended. */
export function startNotificationLoop(deps: NotificationDeps): () => Promise<void> {
  return scheduleJob({
    name: 'rounds',
    times: '*/10 * * * * *',
    log: deps.log,
    metrics: deps.metrics,
    run: () => runNotificationRound(deps),
  });
}

/** Processes every workspace that is due, in random order, so that replicas don't wait for the same one. Never throws. */
export async function runNotificationRound(deps: NotificationDeps): Promise<void> {
  const { store, clock, log } = deps;
  try {
    const due = shuffled(await store.schedule.due(clock.now(), MAX_AT_ONCE));
    const work = due.values();
    const worker = async () => {
      for (const workspaceId of work) await processWorkspace(workspaceId, deps);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  } catch (error) {
    log.error('The notification loop failed; retrying in ten seconds.', { error });
  }
}

/** Plans and sends the notifications of a workspace, and makes its reports. Never throws. */
export function processWorkspace(workspaceId: string, deps: NotificationDeps): Promise<void> {
  return asBackground(workspaceId, () => planAndSend(workspaceId, deps));
}

async function planAndSend(workspaceId: string, deps: NotificationDeps): Promise<void> {
  const { store, clock, log } = deps;
  try {
    if (await planInTurn(workspaceId, deps)) await sendOutbox(workspaceId, deps);
    await makeReports(workspaceId, deps);
  } catch (error) {
    log.error('Processing a workspace failed; retrying.', { workspaceId, error });
    const later = new Date(clock.now().getTime() + AGAIN_MS);
    await store.schedule
      .setNext(workspaceId, later)
      .catch((cause) => log.error('Scheduling the retry failed.', { cause }));
  }
}

/** Planning holds a connection for seconds, so some of those for background work are left for sending. */
async function planInTurn(workspaceId: string, deps: NotificationDeps): Promise<boolean> {
  const release = await deps.planSlots?.acquire(workspaceId);
  try {
    return await planNotifications(workspaceId, deps);
  } finally {
    release?.();
  }
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
