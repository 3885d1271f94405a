import type { Core } from '../chat/core-interface.ts';
import type { Interaction } from '../chat/interaction.ts';
import { replyInLanguage } from '../chat/reply-language.ts';
import { asRequest } from '../chat/request-id.ts';
import { resolveAlias } from '../commands/index.ts';
import { asAnswer } from '../limits/background-slots.ts';
import { FairSlots } from '../limits/fair-slots.ts';
import { OpportunityIndexCache } from '../services/opportunities/opportunity-index-cache.ts';
import type { QueueFigures } from '../telemetry/operating-figures.ts';
import { ANSWER_WITHIN_MS, answerInTime, WITH_FILES_MS, whenReady } from './answer-in-time.ts';
import { cleanInteraction } from './clean-interaction.ts';
import type { CoreDeps } from './core-deps.ts';
import { failureReply } from './failure-reply.ts';
import { InteractionQueue } from './interaction-queue.ts';
import { Languages } from './languages.ts';
import { longAnswerSlots } from './long-answers.ts';
import { createLookups } from './lookups.ts';
import { type ObservedRequest, observeRequest, outcomeOfError } from './observe-request.ts';
import { createPlatformEvents } from './platform-events.ts';
import { readReversals, withReversals } from './receipt-undo.ts';
import { RememberedAnswers } from './remembered-answers.ts';
import { runInteraction } from './run-interaction.ts';

/** Maximum wait before an interaction is started. Platforms show a waiting message meanwhile; Teams waits 10 seconds for the answer to a form. */
const MAX_WAIT_MS = 30_000;
const MAX_FORM_WAIT_MS = 6000;
/** The defaults fit the pool of connections, some of which the jobs need. */
const QUEUE_LIMITS = { maxRunning: 7, maxWaiting: 1000, maxWaitingOfWorkspace: 500 };

/** Imports take seconds of the processor each. */
const MAX_IMPORTS = 2;

/** The core, with what it says of itself. */
export interface RunningCore extends Core {
  /** Resolves when every task it started has ended. */
  idle(): Promise<void>;
  /** How many interactions run and wait, without and with files. */
  queues(): { readonly plain: QueueFigures; readonly files: QueueFigures };
}

/** Creates the core: it finds the person and the command of an interaction, checks the role, runs the command, and answers failures in words. */
export function createCore(deps: CoreDeps): RunningCore {
  const { log, answerWithinMs = ANSWER_WITHIN_MS } = deps;
  const begun = new Set<Promise<void>>();
  const { indexes = new OpportunityIndexCache({ store: deps.store }), longSlots = longAnswerSlots() } = deps;
  const languages = new Languages(deps.clock);
  const remembered = new RememberedAnswers(deps.store);
  const importSlots = new FairSlots({ maxRunning: MAX_IMPORTS, maxRunningOfOwner: 1 });
  const shared = { begun, indexes, languages, remembered, importSlots, longSlots };
  const queueLimits = { ...QUEUE_LIMITS, ...deps.queueLimits };
  const queue = new InteractionQueue(queueLimits, log);
  // Downloads take seconds, so interactions with files don't take the places of the others.
  const filesQueue = new InteractionQueue(queueLimits, log);
  const wordsOf = ({ from, profile }: Interaction) => languages.wordsFor({ from, locale: profile?.locale });
  const failed = (request: Interaction, error: unknown) => {
    const words = wordsOf(request);
    return replyInLanguage(failureReply(request, error, { words, log }), words.language);
  };
  const sendWhenReady = whenReady({ begun, failed, deps });
  const answer = (request: Interaction, observed: ObservedRequest) => {
    const hasFiles = (request.files ?? []).length > 0;
    const withinMs = hasFiles ? WITH_FILES_MS : answerWithinMs;
    const inTime = { request, observed, words: () => wordsOf(request), sendWhenReady };
    return (hasFiles ? filesQueue : queue).run({
      owner: `${request.from.platform}/${request.from.tenant}`,
      maxWaitMs: request.answers === undefined ? MAX_WAIT_MS : MAX_FORM_WAIT_MS,
      run: () => asAnswer(() => answerInTime(runInteraction(request, deps, { ...shared, observed }), withinMs, inTime)),
    });
  };
  return {
    dispatch: (sent) =>
      asRequest(async () => {
        const { interaction, reversals } = readReversals(sent);
        const request = resolveAlias(cleanInteraction(interaction));
        const reply = await observeRequest(request, deps.metrics, async (observed) => {
          try {
            return await answer(request, observed);
          } catch (error) {
            observed.outcome = outcomeOfError(error);
            return failed(request, error);
          }
        });
        return withReversals(reply, reversals, wordsOf(request));
      }),
    phrases: (reader) => languages.phrases(reader),
    ...createLookups({ ...deps, answerWithinMs, indexes, languages }),
    ...createPlatformEvents(deps),
    queues: () => ({ plain: queue.figures, files: filesQueue.figures }),
    async idle() {
      await Promise.all(begun);
    },
  };
}
