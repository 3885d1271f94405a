import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../catalogue/index.ts';
import { cleanAnswers, cleanArgs } from '../chat/clean.ts';
import type { ChatAdapter, Core, Interaction, Reply } from '../chat/interaction.ts';
import { asWished } from '../commands/as-wished.ts';
import { type Command, type Context, type Heard, Refusal } from '../commands/command.ts';
import { commandNamed } from '../commands/index.ts';
import { dayIn } from '../domain/calendar.ts';
import { may } from '../domain/roles.ts';
import type { FetchManners } from '../opportunities/fetch-source.ts';
import type { Clock, Log, PrintPdf } from '../ports.ts';
import type { Person } from '../store/entities.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import type { Vault } from '../vault/vault.ts';
import { certificationOption } from '../views/add-form.ts';
import { putOff, sayNow } from './afterwards.ts';
import { keepArrived, putAway, readArrived } from './arrived-files.ts';
import { broughtAlong } from './brought-along.ts';
import type { Task } from './delivery.ts';
import { bytesOf } from './file-bytes.ts';
import { fileDone, takeFile } from './files.ts';
import { findRecords } from './find.ts';
import { inTime, TooSlow } from './in-time.ts';
import { added, removed, uninstalled } from './installed.ts';
import { OfferIndexes } from './offer-indexes.ts';
import { findOffers, offeredTo } from './offered-to.ts';
import { personOf } from './who.ts';
import { workspaceCatalogue } from './workspace-catalogue.ts';

/** An answer in words is due within this time, whatever happens to the database. */
const ANSWER_WITHIN_MS = 2300;
/** With files to be fetched first, platforms say "one moment" by themselves. */
const WITH_FILES_MS = 25_000;
/** The most bytes of a file that comes, unless it is said. */
export const FILE_LIMIT = 10_000_000;

export interface CoreParts {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  /** The platforms that can be spoken to; started after the core is made. */
  readonly adapters?: readonly ChatAdapter[];
  /** Where recert can be reached from everywhere, without a path. */
  readonly publicUrl?: string;
  readonly answerWithinMs?: number;
  /** Where the bytes of proof files are kept, where that is not the database. */
  readonly vault?: Vault;
  /** The most bytes of a file that comes. */
  readonly fileLimit?: number;
  /** Attends to a workspace in which something is to be said now; nobody waits for it. */
  readonly attend?: (workspaceId: string) => Promise<void>;
  /** The opportunities in memory, where others look at them too. */
  readonly indexes?: OfferIndexes;
  /** How sources of opportunities are fetched, where that is not as usual. */
  readonly fetching?: FetchManners;
  /** What prints; without it reports come as tables alone. */
  readonly print?: PrintPdf;
}

/** The core, and what tells that everything it began is over. */
export type RunningCore = Core & { idle(): Promise<void> };

/** Runs interactions: finds person and command, checks the role, and turns every failure into words. */
export function createCore(parts: CoreParts): RunningCore {
  const { log, catalogue, answerWithinMs = ANSWER_WITHIN_MS } = parts;
  const begun = new Set<Promise<void>>();
  const { indexes = new OfferIndexes() } = parts;
  return {
    async dispatch(interaction) {
      const heard = cleaned(interaction);
      try {
        const patience = (heard.files ?? []).length > 0 ? WITH_FILES_MS : answerWithinMs;
        return await inTime(patience, run(heard, parts, { begun, indexes }));
      } catch (error) {
        return failed(heard, error, log);
      }
    },
    async find(query) {
      try {
        const finding = query.of === 'offers' ? findOffers(query, { ...parts, indexes }) : findRecords(query, parts);
        return await inTime(answerWithinMs, finding);
      } catch (error) {
        const reference = logged('A search failed.', error, log);
        return { items: [], note: wordsFor(query.profile?.locale).failure.slow(reference) };
      }
    },
    async takeFile(from, id) {
      try {
        return await inTime(answerWithinMs, takeFile(from, id, parts));
      } catch (error) {
        const { title, slow } = wordsFor(undefined).failure;
        const text = slow(logged('A file could not be taken.', error, log));
        return { kind: 'gone', card: { title, blocks: [{ kind: 'text', text }] } };
      }
    },
    fileDone: (from, id, outcome) => noted(fileDone(from, id, outcome, parts), log),
    added: (place) => noted(added(place, parts), log),
    removed: (place, person) => noted(removed(place, person, parts), log),
    uninstalled: (platform, tenant) => noted(uninstalled(platform, tenant, parts), log),
    async suggest(source, typed, limit, from) {
      if (source === 'certifications') return catalogue.search(typed.slice(0, 100), limit).map(certificationOption);
      if (source !== 'offers') return [];
      try {
        return await inTime(answerWithinMs, offeredTo(from, { typed, limit }, { ...parts, indexes }));
      } catch (error) {
        logged('Opportunities could not be suggested.', error, log);
        return [];
      }
    },
    async idle() {
      await Promise.all(begun);
    },
  };
}

async function noted(work: Promise<void>, log: Log): Promise<void> {
  try {
    await work;
  } catch (error) {
    logged('What a platform told could not be noted.', error, log);
  }
}

function logged(sentence: string, error: unknown, log: Log): string {
  const reference = randomUUID().slice(0, 8);
  log.error(sentence, { reference, error });
  return reference;
}

interface Running {
  readonly begun: Set<Promise<void>>;
  readonly indexes: OfferIndexes;
}

async function run(interaction: Interaction, parts: CoreParts, { begun, indexes }: Running): Promise<Reply> {
  const { store, clock, vault, fileLimit = FILE_LIMIT } = parts;
  const { from } = interaction;
  const now = clock.now();
  const known = commandNamed(interaction.command);
  const command = known ?? (commandNamed('help') as Command);
  const heard = known ? interaction : { ...interaction, args: { ...interaction.args, unknown: interaction.command } };
  const link = await store.directory.linkOf(from);
  const workspaceId = link?.workspaceId ?? (await store.directory.workspaceOf(from.platform, from.tenant, now));
  const arrived = await readArrived(heard.files ?? [], { limit: fileLimit, isTable: command.name === 'import' });
  await putAway(arrived, workspaceId, vault);
  const tasks: Task[] = [];
  const reply = await store.inWorkspace(workspaceId, async (data) => {
    const known = (link && (await data.people.get(link.personId))) ?? (await personOf(heard, data, now));
    const person = asWished(known, await data.preferences.of(known.personId));
    data.audit.actAs(person.personId, now);
    const catalogue = await workspaceCatalogue(data, parts.catalogue);
    const withFiles = await keepArrived(heard, arrived, person.personId, { data, now, vault });
    const scope = { ...contextOf(withFiles, person, data, catalogue, now), fileLimit };
    const context = {
      ...scope,
      ...putOff(tasks, scope, parts),
      say: sayNow(parts),
      offers: () => indexes.of(data),
      bytesOf: (fileId: string) => bytesOf(fileId, data, vault),
      broughtAlong: async (fileId: string) => {
        const bytes = await bytesOf(fileId, data, vault);
        return bytes === undefined ? undefined : broughtAlong(Buffer.from(bytes), workspaceId, vault);
      },
    };
    if (!may(person.role, command.role)) throw new Refusal(context.words.failure.notAllowed);
    const answer = await once(command, context);
    const { attend } = parts;
    if (attend !== undefined && data.alarms.isWoken) tasks.push(() => attend(workspaceId));
    return answer;
  });
  // Only now is it kept; and nobody waits for what others are told. It is begun before the answer is there.
  for (const task of tasks) {
    const done = task().finally(() => begun.delete(done));
    begun.add(done);
  }
  return reply;
}

/** Runs a command; one that changes something has its effect once for each key, and is answered the same again. */
async function once(command: Command, context: Context): Promise<Reply> {
  const { data, interaction, now, person } = context;
  const isAct = command.changes === 'at once' || (command.changes === 'when sent' && interaction.answers !== undefined);
  if (!isAct || interaction.key === undefined) return command.run(context);
  const key = `${person.personId} ${command.name} ${interaction.key}`.slice(0, 500);
  const before = await data.effects.claim(key, now);
  if (before !== undefined) return { ...(before.answered as Reply & { kind: 'card' }), again: true };
  const reply = await command.run(context);
  if (reply.kind === 'card') await data.effects.answer(key, reply);
  else await data.effects.release(key);
  return reply;
}

function contextOf(
  interaction: Heard,
  person: Person,
  data: WorkspaceData,
  catalogue: Catalogue,
  now: Date,
): Omit<
  Context,
  | 'tell'
  | 'say'
  | 'report'
  | 'pack'
  | 'print'
  | 'deliver'
  | 'bring'
  | 'refresh'
  | 'follow'
  | 'importLater'
  | 'bytesOf'
  | 'broughtAlong'
  | 'offers'
  | 'fileLimit'
> {
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  return { interaction, person, today, now, words: wordsFor(person.locale), data, catalogue };
}

function cleaned(interaction: Interaction): Interaction {
  const { answers, profile } = interaction;
  return {
    ...interaction,
    command: cleanArgs({ command: interaction.command }).command ?? '',
    args: cleanArgs(interaction.args),
    ...(answers === undefined ? {} : { answers: cleanAnswers(answers) }),
    ...(profile === undefined ? {} : { profile: { ...profile, ...cleanArgs({ name: profile.name.slice(0, 200) }) } }),
  };
}

function failed(interaction: Interaction, error: unknown, log: Log): Reply {
  const words = wordsFor(interaction.profile?.locale);
  const wasForm = interaction.answers !== undefined;
  const answer = (title: string, text: string): Reply =>
    wasForm
      ? { kind: 'stay', problem: text }
      : { kind: 'card', to: 'sender', card: { title, blocks: [{ kind: 'text', text }] } };
  if (error instanceof Refusal) return answer(words.help.title, error.message);
  const reference = randomUUID().slice(0, 8);
  log.error('An interaction failed.', { reference, command: interaction.command.slice(0, 40), error });
  if (error instanceof TooSlow) {
    const isAct = commandNamed(interaction.command)?.changes === 'at once';
    const say = wasForm ? words.failure.slowSave : isAct ? words.failure.slowAct : words.failure.slow;
    return answer(words.failure.title, say(reference));
  }
  return answer(words.failure.title, words.failure.text(reference));
}
