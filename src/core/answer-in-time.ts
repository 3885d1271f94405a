import type { Interaction } from '../chat/interaction.ts';
import type { Reply } from '../chat/reply.ts';
import { replyInLanguage } from '../chat/reply-language.ts';
import { continueInBackground } from '../limits/background-slots.ts';
import { withTimeLimit } from '../limits/with-time-limit.ts';
import { sendLater } from '../services/notifications/send-later.ts';
import type { Words } from '../strings/index.ts';
import type { CoreDeps } from './core-deps.ts';
import type { ObservedRequest } from './observe-request.ts';
import { runLogged } from './platform-events.ts';
import { TimedOut } from './timed-out.ts';

/** Slack expects an answer within 3 seconds, so recert answers within this time even if the database doesn't respond. */
export const ANSWER_WITHIN_MS = 2300;
/** The time limit with files, which are downloaded first; platforms show a waiting message meanwhile. */
export const WITH_FILES_MS = 25_000;

interface InTime {
  readonly request: Interaction;
  readonly observed: ObservedRequest;
  readonly words: () => Words;
  /** Sends the answer to the person when it is there. Never rejects. */
  readonly sendWhenReady: (request: Interaction, running: Promise<Reply>) => void;
}

/**
 * Returns the answer of an interaction. If it isn't there after `ms` and is about many people, returns that it will be sent; throws `TimedOut`
 * for any other.
 */
export function answerInTime(running: Promise<Reply>, ms: number, inTime: InTime): Promise<Reply> {
  const { request, observed, words, sendWhenReady } = inTime;
  return withTimeLimit(running, ms, (): Reply => {
    if (observed.queryLimit?.isExtended !== true || request.onBehalf !== undefined)
      throw new TimedOut(`No answer after ${ms} ms.`);
    const { platform, tenant } = request.from;
    continueInBackground(`${platform}/${tenant}`);
    sendWhenReady(request, running);
    const { failure, language } = words();
    const { title, text, queued } = failure.preparing;
    const shown = observed.isQueued === true ? queued : text;
    return replyInLanguage(
      { kind: 'card', to: 'sender', card: { title, blocks: [{ kind: 'text', text: shown }] } },
      language,
    );
  });
}

interface LateAnswers {
  /** The tasks of the core that have not ended. */
  readonly begun: Set<Promise<void>>;
  readonly failed: (request: Interaction, error: unknown) => Reply;
  readonly deps: CoreDeps;
}

/** Returns what sends an answer, or that it failed, to the person when it is there. A form can't be sent, for it opens on a press alone. */
export function whenReady({ begun, failed, deps }: LateAnswers): InTime['sendWhenReady'] {
  return (request, running) => {
    const { from, direct, place } = request;
    const sending = running
      .catch((error: unknown) => failed(request, error))
      .then((reply) =>
        reply.kind === 'card'
          ? runLogged(sendLater({ from, to: direct ?? place, card: reply.card }, deps), deps.log)
          : undefined,
      )
      .finally(() => begun.delete(sending));
    begun.add(sending);
  };
}
