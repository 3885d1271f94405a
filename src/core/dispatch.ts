import type { Core, RecordedInstallation } from '../chat/core-interface.ts';
import type { Identity } from '../chat/identity.ts';
import type { Interaction } from '../chat/interaction.ts';
import type { Reply } from '../chat/reply.ts';
import { replyInLanguage } from '../chat/reply-language.ts';
import { asRequest } from '../chat/request-id.ts';
import { resolveAlias } from '../commands/index.ts';
import { asAnswer } from '../limits/background.ts';
import { FairSlots } from '../limits/fair-slots.ts';
import type { Log } from '../ports.ts';
import {
  markUninstalled,
  recordInstallation,
  registerPlacement,
  removePlacement,
} from '../services/account/installation.ts';
import { recordDeparture, recordReturn } from '../services/notifications/departures.ts';
import { sendLater } from '../services/notifications/send-later.ts';
import { OpportunityIndexCache } from '../services/opportunities/opportunity-index-cache.ts';
import { findOpportunities, suggestOpportunities } from '../services/opportunities/suggest-opportunities.ts';
import { claimFile, recordFileOutcome } from '../services/outgoing-files.ts';
import { findRecords } from '../services/records/find-records.ts';
import type { QueueFigures } from '../telemetry/operating-figures.ts';
import { certificationOption } from '../views/certifications/add-form.ts';
import { answerInTime } from './answer-in-time.ts';
import { cleanInteraction } from './clean-interaction.ts';
import type { CoreDeps } from './core-deps.ts';
import { failureReply, logFailure } from './failure-reply.ts';
import { InteractionQueue } from './interaction-queue.ts';
import { Languages } from './languages.ts';
import { observeRequest, outcomeOfError } from './observe-request.ts';
import { readReversals, withReversals } from './receipt-undo.ts';
import { RememberedAnswers } from './remembered-answers.ts';
import { runInteraction } from './run-interaction.ts';
import { withTimeout } from './timed-out.ts';

/** Slack expects an answer within 3 seconds, so recert answers within this time even if the database doesn't respond. */
const ANSWER_WITHIN_MS = 2300;
/** The time limit with files, which are downloaded first; platforms show a waiting message meanwhile. */
const WITH_FILES_MS = 25_000;
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
export function createCore(parts: CoreDeps): RunningCore {
  const { log, catalogue, answerWithinMs = ANSWER_WITHIN_MS } = parts;
  const begun = new Set<Promise<void>>();
  const { indexes = new OpportunityIndexCache({ store: parts.store }) } = parts;
  const languages = new Languages(parts.clock);
  const remembered = new RememberedAnswers(parts.store);
  const importSlots = new FairSlots({ maxRunning: MAX_IMPORTS, maxRunningOfOwner: 1 });
  const shared = { begun, indexes, languages, remembered, importSlots };
  const queueLimits = { ...QUEUE_LIMITS, ...parts.queueLimits };
  const queue = new InteractionQueue(queueLimits, log);
  // Downloads take seconds, so interactions with files don't take the places of the others.
  const filesQueue = new InteractionQueue(queueLimits, log);
  const wordsOf = ({ from, profile }: Interaction) => languages.wordsFor({ from, locale: profile?.locale });
  const failed = (request: Interaction, error: unknown) => {
    const words = wordsOf(request);
    return replyInLanguage(failureReply(request, error, { words, log }), words.language);
  };
  const sendWhenReady = (request: Interaction, running: Promise<Reply>) => {
    const { from, direct, place } = request;
    const sending = running
      .catch((error: unknown) => failed(request, error))
      .then((reply) =>
        reply.kind === 'card'
          ? runLogged(sendLater({ from, to: direct ?? place, card: reply.card }, parts), log)
          : undefined,
      )
      .finally(() => begun.delete(sending));
    begun.add(sending);
  };
  return {
    dispatch: (sent) =>
      asRequest(async () => {
        const { interaction, reversals } = readReversals(sent);
        const request = resolveAlias(cleanInteraction(interaction));
        const reply = await observeRequest(request, parts.metrics, async (observed) => {
          try {
            const hasFiles = (request.files ?? []).length > 0;
            const words = () => wordsOf(request);
            const work = () => runInteraction(request, parts, { ...shared, observed });
            const inTime = { request, observed, words, sendWhenReady };
            return await (hasFiles ? filesQueue : queue).run({
              owner: `${request.from.platform}/${request.from.tenant}`,
              maxWaitMs: request.answers === undefined ? MAX_WAIT_MS : MAX_FORM_WAIT_MS,
              run: () => asAnswer(() => answerInTime(work(), hasFiles ? WITH_FILES_MS : answerWithinMs, inTime)),
            });
          } catch (error) {
            observed.outcome = outcomeOfError(error);
            return failed(request, error);
          }
        });
        const { locale } = request.profile ?? {};
        return withReversals(reply, reversals, languages.wordsFor({ from: request.from, locale }));
      }),
    phrases: (reader) => languages.phrases(reader),
    async find(query) {
      try {
        const finding =
          query.scope === 'offers' ? findOpportunities(query, { ...parts, indexes }) : findRecords(query, parts);
        return await withTimeout(answerWithinMs, finding);
      } catch (error) {
        const reference = logFailure('A search failed.', error, { log });
        const { failure } = languages.wordsFor({ from: query.from, locale: query.profile?.locale });
        return { items: [], note: failure.slow(reference) };
      }
    },
    async claimFile(from, id) {
      try {
        return await withTimeout(answerWithinMs, claimFile(from, id, parts));
      } catch (error) {
        const { failure, language } = languages.wordsFor({ from });
        const text = failure.slow(logFailure('Delivering a file failed.', error, { log }));
        return { kind: 'gone', card: { title: failure.title, blocks: [{ kind: 'text', text }], language } };
      }
    },
    recordFileOutcome: (from, id, outcome) => runLogged(recordFileOutcome(from, { id, outcome }, parts), log),
    async revision(from) {
      try {
        const last = await withTimeout(answerWithinMs, parts.store.lastChangeFor(from));
        return last === undefined ? undefined : String(last);
      } catch (error) {
        logFailure('Reading the revision of a workspace failed.', error, { log });
        return '';
      }
    },
    async isKnown(from) {
      try {
        const finding = parts.store.asKnownSender(from, async (_data, { person }) => person !== null);
        return (await withTimeout(answerWithinMs, finding))?.result ?? false;
      } catch (error) {
        logFailure('Finding a person failed.', error, { log });
        return false;
      }
    },
    sendLater: (answer) => runLogged(sendLater(answer, parts), log),
    recordInstallation: (installed) => runLogged(installation(installed, parts), log),
    registerPlacement: (place) => runLogged(registerPlacement(place, parts), log),
    removePlacement: (place, person) => runLogged(removePlacement(place, person, parts), log),
    recordDeparture: (person) => runLogged(departure(person, parts), log),
    recordReturn: (person) => runLogged(recordReturn(person, parts), log),
    markUninstalled: (platform, tenant) => runLogged(markUninstalled(platform, tenant, parts), log),
    async suggest({ source, typed, limit, from }) {
      if (source === 'certifications') return catalogue.search(typed.slice(0, 100), limit).map(certificationOption);
      if (source !== 'offers') return [];
      try {
        return await withTimeout(answerWithinMs, suggestOpportunities(from, { typed, limit }, { ...parts, indexes }));
      } catch (error) {
        logFailure('Suggesting opportunities failed.', error, { log });
        return [];
      }
    },
    queues: () => ({ plain: queue.figures, files: filesQueue.figures }),
    async idle() {
      await Promise.all(begun);
    },
  };
}

async function runLogged(work: Promise<void>, log: Log): Promise<void> {
  try {
    await work;
  } catch (error) {
    logFailure('Recording a platform event failed.', error, { log });
  }
}

async function installation(installed: RecordedInstallation, parts: CoreDeps): Promise<void> {
  await parts.attend?.(await recordInstallation(installed, parts));
}

async function departure(person: Identity, parts: CoreDeps): Promise<void> {
  const workspaceId = await recordDeparture(person, parts);
  if (workspaceId !== undefined) await parts.attend?.(workspaceId);
}
