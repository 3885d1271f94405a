import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../catalogue/index.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import type { Core } from '../chat/core-interface.ts';
import type { Interaction } from '../chat/interaction.ts';
import { type Mention, withLabels } from '../chat/mention.ts';
import type { Reply } from '../chat/reply.ts';
import { replyInLanguage } from '../chat/reply-language.ts';
import type { Command, Context } from '../commands/command.ts';
import type { DeferredAction, Effects } from '../commands/effects.ts';
import { commandNamed, resolveAlias } from '../commands/index.ts';
import { dayIn } from '../domain/calendar.ts';
import { may } from '../domain/roles.ts';
import type { FileStore } from '../file-store/file-store.ts';
import type { FetchOptions } from '../opportunities/fetch-source.ts';
import type { Clock, Log, PrintPdf } from '../ports.ts';
import { markUninstalled, registerPlacement, removePlacement } from '../services/account/installation.ts';
import { withCatalogue } from '../services/certifications/workspace-catalogue.ts';
import type { DeferredTask } from '../services/delivery.ts';
import { identifyPerson } from '../services/identify-person.ts';
import { nameNamelessPeople, readNamedUsers } from '../services/named-users.ts';
import { OpportunityIndexCache } from '../services/opportunities/opportunity-index-cache.ts';
import { findOpportunities, suggestOpportunities } from '../services/opportunities/suggest-opportunities.ts';
import { claimFile, recordFileOutcome } from '../services/outgoing-files.ts';
import { withPreferences } from '../services/person-preferences.ts';
import { findRecords } from '../services/records/find-records.ts';
import { Refusal } from '../services/refusal.ts';
import type { Request } from '../services/request.ts';
import { refusalOfNonAdmin } from '../services/teams/ask-admin.ts';
import type { Store } from '../store/store.ts';
import { type Words, wordsFor } from '../strings/index.ts';
import { certificationOption } from '../views/certifications/add-form.ts';
import { choiceCard } from '../views/choice-card.ts';
import { cleanInteraction } from './clean-interaction.ts';
import { postNow, prepareActions } from './deferred-actions.ts';
import { Languages } from './languages.ts';
import { TimedOut, withTimeout } from './timed-out.ts';
import { understand } from './understand.ts';
import { readUploads, recordUploads, storeUploads } from './uploads.ts';

/** Slack expects an answer within 3 seconds, so recert answers within this time even if the database doesn't respond. */
const ANSWER_WITHIN_MS = 2300;
/** The time limit with files, which are downloaded first; platforms show a waiting message meanwhile. */
const WITH_FILES_MS = 25_000;
/** The default maximum size of an uploaded file in bytes. */
const DEFAULT_MAX_FILE_BYTES = 10_000_000;

export interface CoreDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  /** The adapters of the connected platforms; they are started after the core is created. */
  readonly adapters?: readonly ChatAdapter[];
  /** The public https address of recert, without a path. */
  readonly publicUrl?: string;
  readonly answerWithinMs?: number;
  /** The store for files; without it, their bytes are in the database. */
  readonly fileStore?: FileStore;
  /** The maximum size of an uploaded file in bytes. */
  readonly fileLimit?: number;
  /** Sends the notifications of a workspace that are due now; runs after the reply. */
  readonly attend?: (workspaceId: string) => Promise<void>;
  /** The opportunity indexes in memory, if they are shared with other jobs. */
  readonly indexes?: OpportunityIndexCache;
  /** Options for fetching opportunity sources, for tests. */
  readonly fetching?: FetchOptions;
  /** Prints PDF; without it, reports are CSV only. */
  readonly print?: PrintPdf;
}

/** The core, with `idle`, which resolves when every task it started has ended. */
export type RunningCore = Core & { idle(): Promise<void> };

/** Creates the core: it finds the person and the command of an interaction, checks the role, runs the command, and answers failures in words. */
export function createCore(parts: CoreDeps): RunningCore {
  const { log, catalogue, answerWithinMs = ANSWER_WITHIN_MS } = parts;
  const begun = new Set<Promise<void>>();
  const { indexes = new OpportunityIndexCache() } = parts;
  const languages = new Languages(parts.clock);
  return {
    async dispatch(interaction) {
      const request = resolveAlias(cleanInteraction(interaction));
      try {
        const patience = (request.files ?? []).length > 0 ? WITH_FILES_MS : answerWithinMs;
        return await withTimeout(patience, run(request, parts, { begun, indexes, languages }));
      } catch (error) {
        const words = languages.wordsFor({ from: request.from, locale: request.profile?.locale });
        return replyInLanguage(failureReply(request, error, { words, log }), words.language);
      }
    },
    phrases: (reader) => languages.phrases(reader),
    async find(query) {
      try {
        const finding =
          query.scope === 'offers' ? findOpportunities(query, { ...parts, indexes }) : findRecords(query, parts);
        return await withTimeout(answerWithinMs, finding);
      } catch (error) {
        const reference = logFailure('A search failed.', error, log);
        const { failure } = languages.wordsFor({ from: query.from, locale: query.profile?.locale });
        return { items: [], note: failure.slow(reference) };
      }
    },
    async claimFile(from, id) {
      try {
        return await withTimeout(answerWithinMs, claimFile(from, id, parts));
      } catch (error) {
        const { failure, language } = languages.wordsFor({ from });
        const text = failure.slow(logFailure('Delivering a file failed.', error, log));
        return { kind: 'gone', card: { title: failure.title, blocks: [{ kind: 'text', text }], language } };
      }
    },
    recordFileOutcome: (from, id, outcome) => runLogged(recordFileOutcome(from, { id, outcome }, parts), log),
    registerPlacement: (place) => runLogged(registerPlacement(place, parts), log),
    removePlacement: (place, person) => runLogged(removePlacement(place, person, parts), log),
    markUninstalled: (platform, tenant) => runLogged(markUninstalled(platform, tenant, parts), log),
    async suggest({ source, typed, limit, from }) {
      if (source === 'certifications') return catalogue.search(typed.slice(0, 100), limit).map(certificationOption);
      if (source !== 'offers') return [];
      try {
        return await withTimeout(answerWithinMs, suggestOpportunities(from, { typed, limit }, { ...parts, indexes }));
      } catch (error) {
        logFailure('Suggesting opportunities failed.', error, log);
        return [];
      }
    },
    async idle() {
      await Promise.all(begun);
    },
  };
}

async function runLogged(work: Promise<void>, log: Log): Promise<void> {
  try {
    await work;
  } catch (error) {
    logFailure('Recording a platform event failed.', error, log);
  }
}

function logFailure(sentence: string, error: unknown, log: Log): string {
  const reference = randomUUID().slice(0, 8);
  log.error(sentence, { reference, error });
  return reference;
}

interface Running {
  readonly begun: Set<Promise<void>>;
  readonly indexes: OpportunityIndexCache;
  readonly languages: Languages;
}

async function run(interaction: Interaction, parts: CoreDeps, { begun, indexes, languages }: Running): Promise<Reply> {
  const { store, clock, fileStore, fileLimit = DEFAULT_MAX_FILE_BYTES } = parts;
  const { from } = interaction;
  const now = clock.now();
  const typed = commandNamed(interaction.command);
  const isTable = typed?.name === 'import';
  const link = await store.directory.linkOf(from);
  const workspaceId = link?.workspaceId ?? (await store.directory.workspaceOf(from.platform, from.tenant, now));
  const uploads = await readUploads(interaction.files ?? [], { limit: fileLimit, isTable });
  await storeUploads(uploads, workspaceId, fileStore);
  const namedUsers = typed?.namesPeople ? await readNamedUsers(interaction, { ...parts, workspaceId }) : new Map();
  const tasks: DeferredTask[] = [];
  const reply = await store.inWorkspace(workspaceId, async (workspaceData) => {
    const known =
      (link && (await workspaceData.people.get(link.personId))) ??
      (await identifyPerson(interaction, workspaceData, now));
    const person = withPreferences(known, await workspaceData.preferences.of(known.personId));
    workspaceData.audit.actAs(person.personId, now);
    const opportunityIndex = () => indexes.of(workspaceData);
    const data = { ...(await withCatalogue(workspaceData, parts.catalogue)), fileStore, opportunityIndex };
    const isInFileStore = fileStore !== undefined;
    const stored = await recordUploads(interaction, uploads, { personId: person.personId, data, now, isInFileStore });
    const today = dayIn(person.zone ?? data.workspace.zone, now);
    const { args, mentions = [] } = stored;
    const line = { ...stored, args: { ...args, ...labelled(args, mentions) } };
    const reading = { catalogue: data.catalogue, today, locale: person.locale ?? 'en-GB' };
    const { command, ...understood } = understand(line, reading);
    const named = { markedText: args.text ?? '', mentions, namedUsers };
    const words = wordsFor(person.locale);
    const requested: Request = { ...stored, ...named, ...understood, person, today, now, words, fileLimit };
    languages.note(from, requested.words.language);
    if (!may(person.role, command.role)) {
      const { words } = requested;
      throw await refusalOfNonAdmin(words.failure.notAllowed, workspaceData, words);
    }
    const actions: DeferredAction[] = [];
    const effects: Effects = { defer: (action) => void actions.push(action), postNow: postNow(parts) };
    const answer = await runOnce(command, { request: requested, data, effects });
    tasks.push(...(await prepareActions(actions, { request: requested, data }, parts)));
    const { attend } = parts;
    if (person.name === '' || [...namedUsers.values()].some(({ kind }) => kind === 'unread'))
      tasks.push(() => nameNamelessPeople(workspaceId, parts));
    if (attend !== undefined && data.schedule.hasScheduled) tasks.push(() => attend(workspaceId));
    if (answer.kind !== 'form' || understood.isGuess !== true) return answer;
    return { ...answer, opener: { command: command.name, args: understood.args } };
  });
  // The transaction is committed. The tasks start before the reply is sent, and the reply doesn't wait for them.
  for (const task of tasks) {
    const done = task().finally(() => begun.delete(done));
    begun.add(done);
  }
  return reply;
}

/** Runs a command. A command that writes runs once for each key of an interaction; a repeat gets the first reply. */
async function runOnce(command: Command, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { key: actKey, now, person } = request;
  const isSent = request.answers !== undefined || command.writesAtOnce?.(request) === true;
  const isAct = command.writes === 'always' || (command.writes === 'on-submit' && isSent);
  if (!isAct || actKey === undefined) return answer(command, context);
  const key = `${person.personId} ${command.name} ${actKey}`.slice(0, 500);
  const before = await data.idempotencyKeys.claim(key, now);
  if (before !== undefined) return { ...(before.answered as Reply & { kind: 'card' }), again: true };
  const reply = await answer(command, context);
  if (reply.kind === 'card') await data.idempotencyKeys.answer(key, reply);
  else await data.idempotencyKeys.release(key);
  return reply;
}

/** The text of a line with its mentions as people read them. */
function labelled({ text }: Interaction['args'], mentions: readonly Mention[]): { readonly text?: string } {
  return text === undefined ? {} : { text: withLabels(text, mentions).trim() };
}

async function answer(command: Command, context: Context): Promise<Reply> {
  return replyInLanguage(await command.run(context), context.request.words.language);
}

function failureReply(
  interaction: Interaction,
  error: unknown,
  { words, log }: { readonly words: Words; readonly log: Log },
): Reply {
  const wasForm = interaction.answers !== undefined;
  const answer = (title: string, text: string): Reply =>
    wasForm
      ? { kind: 'stay', problem: text }
      : { kind: 'card', to: 'sender', card: { title, blocks: [{ kind: 'text', text }] } };
  if (error instanceof Refusal && error.choices.length > 0 && !wasForm)
    return { kind: 'card', to: 'sender', card: choiceCard(error.message, error.choices, words) };
  if (error instanceof Refusal) return answer(words.help.title, error.message);
  const reference = randomUUID().slice(0, 8);
  log.error('An interaction failed.', { reference, command: interaction.command.slice(0, 40), error });
  if (error instanceof TimedOut) {
    const isAct = commandNamed(interaction.command)?.writes === 'always';
    const phrases = wasForm ? words.failure.slowSave : isAct ? words.failure.slowAct : words.failure.slow;
    return answer(words.failure.title, phrases(reference));
  }
  return answer(words.failure.title, words.failure.text(reference));
}
