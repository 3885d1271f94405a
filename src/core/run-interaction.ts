import type { Interaction } from '../chat/interaction.ts';
import { type Mention, withLabels } from '../chat/mention.ts';
import type { FormOpener, Reply } from '../chat/reply.ts';
import { type Command, type Context, onlyReads } from '../commands/command.ts';
import type { DeferredAction, Effects } from '../commands/effects.ts';
import { findCommand } from '../commands/index.ts';
import { dayIn } from '../domain/calendar.ts';
import { may } from '../domain/roles.ts';
import { asBackground } from '../limits/background-slots.ts';
import type { FairSlots } from '../limits/fair-slots.ts';
import { DEFAULT_FILE_BYTES } from '../limits/file-size.ts';
import { type Actor, refreshHomes } from '../services/account/refresh-homes.ts';
import { withCatalogue } from '../services/certifications/workspace-catalogue.ts';
import { findAdapter } from '../services/find-adapter.ts';
import { findSenderWorkspace, identifyPerson, type SenderScope } from '../services/identify-person.ts';
import { nameNamelessPeople, readNamedUsers } from '../services/named-users.ts';
import type { DeferredTask } from '../services/notifications/delivery.ts';
import type { OpportunityIndexCache } from '../services/opportunities/opportunity-index-cache.ts';
import type { Request } from '../services/request.ts';
import { refusalOfNonAdmin } from '../services/teams/ask-admin.ts';
import type { SenderContext } from '../store/teams/sender-context.ts';
import { wordsFor } from '../strings/index.ts';
import type { CoreDeps } from './core-deps.ts';
import { prepareActions } from './deferred-actions.ts';
import { understand } from './interpret-interaction.ts';
import type { Languages } from './languages.ts';
import { beginLongAnswer } from './long-answers.ts';
import type { ObservedRequest } from './observe-request.ts';
import { noteAgent, openFor } from './open-sender-transaction.ts';
import { readUploadedDocuments } from './read-uploaded-documents.ts';
import type { RememberedAnswer, RememberedAnswers } from './remembered-answers.ts';
import { runOnce } from './run-once.ts';
import { readUploads, recordUploads, storeUploads, type Uploads } from './uploads.ts';

/** The state of the core that its interactions share. */
interface SharedState {
  /** The tasks that were started and have not ended. */
  readonly begun: Set<Promise<void>>;
  readonly indexes: OpportunityIndexCache;
  readonly languages: Languages;
  readonly remembered: RememberedAnswers;
  readonly importSlots: FairSlots;
  /** Those of answers about many people. */
  readonly longSlots: FairSlots;
}

type InteractionState = SharedState & { readonly observed: ObservedRequest };

/** Runs an interaction in one transaction, and starts its deferred tasks after the commit. Throws `Refusal` if it isn't allowed. */
export async function runInteraction(
  interaction: Interaction,
  deps: CoreDeps,
  state: InteractionState,
): Promise<Reply> {
  const { store, clock } = deps;
  const { languages } = state;
  const now = clock.now();
  const remembered = await state.remembered.find(interaction, now);
  if (remembered !== undefined) {
    languages.note(interaction.from, remembered.language);
    state.observed.command = remembered.command;
    return remembered.reply;
  }
  const received = await receive(interaction, deps, now);
  const { reply, tasks, lasting, workspaceId } = await openFor(interaction, { store, now, languages }, (data, sender) =>
    answerInTransaction(received, { data, sender }, { deps, state }),
  ).finally(() => state.observed.queryLimit?.end());
  // The transaction is committed. The tasks start before the reply is sent, and the reply doesn't wait for them.
  if (lasting !== undefined) state.remembered.remember(interaction, lasting);
  for (const task of tasks) {
    const done = asBackground(workspaceId, task).finally(() => state.begun.delete(done));
    state.begun.add(done);
  }
  return reply;
}

/** Reads and stores the files of an interaction, and reads the people it names, before a transaction is open. */
async function receive(interaction: Interaction, deps: CoreDeps, now: Date): Promise<ReceivedInteraction> {
  const { fileStore, fileLimit = DEFAULT_FILE_BYTES } = deps;
  const typed = findCommand(interaction.command);
  const isTranscript = typed?.name === 'reconcile';
  const isImport = typed?.name === 'import' || typed?.name === 'sources' || isTranscript;
  // A file that comes as a message can be proof, or a table to import.
  const acceptsTables = isImport || (typed?.name === 'attach' && interaction.answers === undefined);
  const files = await readUploads(interaction.files ?? [], { limit: fileLimit, isImport, acceptsTables });
  const isForm = interaction.answers !== undefined;
  const isRead = isTranscript || typed?.readsFormFiles === true || !(isImport || isForm);
  const uploads = isRead ? await readUploadedDocuments(files, deps.readDocument) : files;
  await storeUploads(uploads, { fileStore, workspaceOfSender: () => findSenderWorkspace(interaction.from, deps) });
  const naming = { ...interaction, role: typed?.role ?? 'admin', now };
  const namedUsers = typed?.namesPeople ? await readNamedUsers(naming, deps) : new Map();
  return { interaction, uploads, namedUsers, now, fileLimit };
}

/** What a transaction answered, and what happens once it is committed. */
interface TransactionResult {
  readonly reply: Reply;
  readonly workspaceId: string;
  readonly tasks: readonly DeferredTask[];
  /** The answer as it may be given again; undefined if it may differ next time. */
  readonly lasting: RememberedAnswer | undefined;
}

/** Runs the command of an interaction. Throws `Refusal` if the person's role doesn't allow it. */
async function answerInTransaction(
  received: ReceivedInteraction,
  scope: SenderScope,
  { deps, state }: { readonly deps: CoreDeps; readonly state: InteractionState },
): Promise<TransactionResult> {
  const { interaction, namedUsers } = received;
  const { data: workspaceData, sender } = scope;
  const { workspaceId } = sender;
  const { command, context, actions, opener } = await prepare(received, scope, { deps, state });
  state.observed.command = command.name;
  state.observed.queryLimit = workspaceData.queryLimit;
  const { request, data } = context;
  // The entry of a change belongs into its transaction.
  if (onlyReads(command, request) && !workspaceData.audit.hasPending)
    workspaceData.queryLimit.allowPauses(() => beginLongAnswer(workspaceId, state));
  if (!may(request.person.role, command.role))
    throw await refusalOfNonAdmin(request.words.failure.notAllowed, workspaceData, request.words);
  await noteAgent(command, context);
  const answer = await runOnce(command, context);
  const deferred = await prepareActions(actions, { request, data }, { ...deps, importSlots: state.importSlots });
  const isChange = command.writes !== 'never' && answer.kind === 'card';
  const actor = { workspaceId, personId: request.person.personId, from: interaction.from };
  const tasks = isChange ? withRefresh(deferred, actor, deps) : [...deferred];
  if (request.person.name === '' || [...namedUsers.values()].some(({ kind }) => kind === 'unread'))
    tasks.push(() => nameNamelessPeople(workspaceId, deps));
  const { attend } = deps;
  if (attend !== undefined && data.schedule.hasScheduled) tasks.push(() => attend(workspaceId));
  // What a program asks for is recorded each time.
  const mayLast = command.dependsOn === 'standing' && tasks.length === 0 && interaction.onBehalf === undefined;
  const lasting = mayLast ? toRemember(answer, { command, context, sender }) : undefined;
  const reply = answer.kind === 'form' && opener !== undefined ? { ...answer, opener } : answer;
  return { reply, workspaceId, tasks, lasting };
}

interface AnsweredCommand {
  readonly command: Command;
  readonly context: Context;
  readonly sender: SenderContext;
}

/** Returns the answer with what it holds for; undefined if it may differ next time although nothing changed. */
function toRemember(
  reply: Reply,
  { command, context: { request, data }, sender }: AnsweredCommand,
): RememberedAnswer | undefined {
  const { person, profile, today, words } = request;
  const { workspaceId, revision } = sender;
  // An admin of the platform becomes the admin of a workspace that has none any more.
  const mayBecomeAdmin = profile?.isAdmin === true && person.role !== 'admin';
  if (reply.kind !== 'card' || revision === null || mayBecomeAdmin) return undefined;
  const zone = person.zone ?? data.workspace.zone;
  return {
    ...{ reply, command: command.name, language: words.language },
    ...{ workspaceId, personId: person.personId, revision, today, zone },
  };
}

/** The tasks of a change, with what the person sees at a glance drawn again now and after each of them. */
function withRefresh(tasks: readonly DeferredTask[], actor: Actor, deps: CoreDeps): DeferredTask[] {
  const refresh = () => refreshHomes(actor, deps);
  return [refresh, ...tasks.map((task) => () => task().then(refresh))];
}

/** An interaction with what was read before its transaction. */
interface ReceivedInteraction {
  readonly interaction: Interaction;
  readonly uploads: Uploads;
  readonly namedUsers: Request['namedUsers'];
  readonly now: Date;
  readonly fileLimit: number;
}

/** The command of an interaction, what it is handed, and what it defers. */
interface PreparedCommand {
  readonly command: Command;
  readonly context: Context;
  readonly actions: readonly DeferredAction[];
  /** The button that opens the form again, for a form that answers a sentence. */
  readonly opener: FormOpener | undefined;
}

/** Finds the person and the command of an interaction. */
async function prepare(
  { interaction, uploads, namedUsers, now, fileLimit }: ReceivedInteraction,
  scope: SenderScope,
  { deps, state }: { readonly deps: CoreDeps; readonly state: SharedState },
): Promise<PreparedCommand> {
  const { fileStore } = deps;
  const { data: workspaceData } = scope;
  const person = await identifyPerson(interaction, scope, now);
  workspaceData.audit.actAs(person.personId, now);
  const opportunityIndex = (words?: string) => state.indexes.of(workspaceData, words);
  const data = { ...(await withCatalogue(workspaceData, deps.catalogue)), fileStore, opportunityIndex };
  const maxStoredBytes = deps.workspaceLimits?.fileBytes;
  const recording = { personId: person.personId, data, now, isInFileStore: fileStore !== undefined, maxStoredBytes };
  const stored = await recordUploads(interaction, uploads, recording);
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  const { args, mentions = [] } = stored;
  const line = { ...stored, args: { ...args, ...labelled(args, mentions) } };
  const reading = { catalogue: data.catalogue, today, locale: person.locale ?? 'en-GB' };
  const { command, ...understood } = understand(line, reading);
  const words = wordsFor(person.locale);
  state.languages.note(interaction.from, words.language);
  const baseUrl = findAdapter(stored.place, deps.adapters)?.adapter.baseUrl ?? deps.publicUrl;
  const named = { markedText: args.text ?? '', mentions, namedUsers };
  const request: Request = { ...stored, ...named, ...understood, person, today, now, words, fileLimit, baseUrl };
  const actions: DeferredAction[] = [];
  const effects: Effects = { defer: (action) => void actions.push(action) };
  const opener = understood.isGuess === true ? { command: command.name, args: understood.args } : undefined;
  return { command, context: { request, data, effects }, actions, opener };
}

/** The text of a line with its mentions as people read them. */
function labelled({ text }: Interaction['args'], mentions: readonly Mention[]): { readonly text?: string } {
  return text === undefined ? {} : { text: withLabels(text, mentions).trim() };
}
