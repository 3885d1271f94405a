import { schedule } from 'node-cron';
import { type PlanDeps, planNotifications } from '../services/notifications/plan-notifications.ts';
import { type OutboxDeps, sendOutbox } from '../services/notifications/send-outbox.ts';
import { makeReports, type ReportDeps } from '../services/reports/make-report.ts';

/** What a round needs. */
export type NotificationDeps = PlanDeps & OutboxDeps & ReportDeps;

/** So many workspaces are attended to in one round, and so many at the same time. */
const MAX_AT_ONCE = 500;
const SIDE_BY_SIDE = 4;
/** A workspace that cannot be attended to does not keep the others waiting. */
const AGAIN_MS = 10 * 60_000;

/** Attends every minute to the workspaces whose turn it is. Returns what stops it, once what was begun is done. */
export function startNotificationLoop(parts: NotificationDeps): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const begin = () => {
    running = runNotificationRound(parts);
    return running;
  };
  const task = schedule('* * * * *', begin, { timezone: 'UTC', name: 'rounds', noOverlap: true });
  return async () => {
    await task.destroy();
    await running;
  };
}

/** Attends once to every workspace whose turn it is, in an order of its own: several replicas do not queue for the same one. Never throws. */
export async function runNotificationRound(parts: NotificationDeps): Promise<void> {
  const { store, clock, log } = parts;
  try {
    const due = shuffled(await store.schedule.due(clock.now(), MAX_AT_ONCE));
    const work = due.values();
    const worker = async () => {
      for (const workspaceId of work) await processWorkspace(workspaceId, parts);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  } catch (error) {
    log.error('The notification loop failed; retrying in a minute.', { error });
  }
}

/** Decides what is to be said in a workspace, and says it. Never throws. */
export async function processWorkspace(workspaceId: string, parts: NotificationDeps): Promise<void> {
  const { store, clock, log } = parts;
  try {
    if (await planNotifications(workspaceId, parts)) await sendOutbox(workspaceId, parts);
    await makeReports(workspaceId, parts);
  } catch (error) {
    log.error('Processing a workspace failed; retrying.', { workspaceId, error });
    const later = new Date(clock.now().getTime() + AGAIN_MS);
    await store.schedule
      .setNext(workspaceId, later)
      .catch((cause) => log.error('Scheduling the retry failed.', { cause }));
  }
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
