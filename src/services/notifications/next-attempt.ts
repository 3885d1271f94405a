import type { DeliveryResult } from '../../chat/outgoing-file.ts';
import type { SendResult } from '../../chat/send-result.ts';
import type { OutboxMessage, Purpose } from '../../store/notifications/notification-entities.ts';
import type { DeliveryOutcome } from '../../store/notifications/outbox.ts';

/** About a day, after which a message that was certainly not sent is given up. */
const MAX_TRIES = 300;
const FIRST_PAUSE_MS = 15_000;
/** A platform that is back gets what waits for it within this time. */
const MAX_PAUSE_MS = 5 * 60_000;

/** Messages that may be repeated when it isn't known whether they arrived: a second copy tells a person nothing new. */
const REPEATABLE: ReadonlySet<Purpose> = new Set(['notice', 'answer']);

/** Whether a message may be sent again when it isn't known whether it arrived. An update replaces a message, so a repeat changes nothing. */
export function isRepeatable({ purpose, message }: Pick<OutboxMessage, 'purpose' | 'message'>): boolean {
  return REPEATABLE.has(purpose) || (message !== null && message !== undefined);
}

/** Returns what to record about an attempt: what was certainly not sent, or may be repeated, is planned again with a growing pause. */
export function outcomeOf(message: OutboxMessage, sent: SendResult | DeliveryResult, now: Date): DeliveryOutcome {
  switch (sent.kind) {
    case 'sent':
    case 'waiting':
      return { state: 'sent', message: sent.message };
    case 'refused':
      return { state: 'failed', reason: sent.reason };
    case 'unknown':
      return isRepeatable(message) ? retryLater(message, sent, now) : { state: 'unknown', reason: sent.reason };
    case 'busy':
      return retryLater(message, sent, now);
  }
}

interface Delay {
  readonly reason: string;
  readonly afterMs?: number;
}

/** Plans another attempt after the pause the platform asks for, else after one that doubles each time. */
function retryLater({ tries }: OutboxMessage, { reason, afterMs }: Delay, now: Date): DeliveryOutcome {
  if (tries >= MAX_TRIES) return { state: 'failed', reason };
  const backoffMs = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 10));
  return { state: 'planned', reason, dueAt: new Date(now.getTime() + Math.max(afterMs ?? backoffMs, 1_000)) };
}
