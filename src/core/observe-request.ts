import type { Interaction } from '../chat/interaction.ts';
import { requestId } from '../chat/request-id.ts';
import { findCommand } from '../commands/index.ts';
import { Refusal } from '../services/refusal.ts';
import type { QueryLimit } from '../store/query-limit.ts';
import { isLastAdminError } from '../store/teams/last-admin.ts';
import type { Metrics, RequestOutcome } from '../telemetry/metrics.ts';
import { inSpan } from '../telemetry/span.ts';
import { Busy } from './interaction-queue.ts';
import { TimedOut } from './timed-out.ts';

/** What becomes known of a request while it runs. */
export interface ObservedRequest {
  /** The name of its command, once it is understood. */
  command: string;
  outcome: RequestOutcome;
  /** How long its queries may take, once it has a transaction. */
  queryLimit?: Pick<QueryLimit, 'isExtended' | 'end'>;
  /** It waits for other requests about many people to end. */
  isQueued?: boolean;
}

/** Runs a request in a span of its own, and measures it by platform, command and outcome. */
export function observeRequest<T>(
  { from: { platform }, command }: Interaction,
  metrics: Metrics | undefined,
  work: (observed: ObservedRequest) => Promise<T>,
): Promise<T> {
  const observed: ObservedRequest = { command: findCommand(command)?.name ?? 'unknown', outcome: 'answered' };
  const began = performance.now();
  return inSpan('request', { platform, 'request.id': requestId() ?? '' }, async (span) => {
    try {
      return await work(observed);
    } finally {
      span.setAttributes({ command: observed.command, outcome: observed.outcome });
      metrics?.observeRequest(
        { platform, command: observed.command, outcome: observed.outcome },
        performance.now() - began,
      );
    }
  });
}

/** Returns how a request ended that threw this error. */
export function outcomeOfError(error: unknown): RequestOutcome {
  if (error instanceof Refusal || isLastAdminError(error)) return 'refused';
  if (error instanceof Busy) return 'busy';
  return error instanceof TimedOut ? 'slow' : 'failed';
}
