import { FairSlots } from '../limits/fair-slots.ts';
import type { WorkspaceLimits } from '../settings/workspace-limits.ts';
import { backgroundConnections, type Database } from '../store/orm.ts';
import type { QueueLimits } from './interaction-queue.ts';

/** How the connections to a server are shared between answers, planning and sending. */
interface ConnectionShares {
  readonly queueLimits: Partial<QueueLimits>;
  /** How many workspaces are planned at the same time. Undefined for the embedded database, which has one connection. */
  readonly planSlots?: FairSlots;
}

/** Answers have the connections that background work doesn't use. Planning holds one for seconds, so it leaves one of those for sending. */
export function shareConnections(database: Database, { waiting }: WorkspaceLimits): ConnectionShares {
  const connections = database.kind === 'server' ? database.limits?.connections : undefined;
  if (connections === undefined) return { queueLimits: { maxWaitingOfWorkspace: waiting } };
  const background = backgroundConnections(connections);
  return {
    queueLimits: { maxRunning: connections - background, maxWaitingOfWorkspace: waiting },
    planSlots: new FairSlots({ maxRunning: Math.max(1, background - 1) }),
  };
}
