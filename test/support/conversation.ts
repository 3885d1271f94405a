import { type Catalogue, loadCatalogue } from '../../src/catalogue/index.ts';
import type { Block, Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { type Answers, type Form, fieldsOf } from '../../src/chat/form.ts';
import type { Identity, Profile } from '../../src/chat/identity.ts';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import { parseLineWithFiles } from '../../src/chat/parse-line.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { tableItems } from '../../src/chat/table-items.ts';
import type { RunningCore } from '../../src/core/dispatch.ts';
import type { ReadDocument } from '../../src/domain/document-reading.ts';
import type { FileStore } from '../../src/file-store/file-store.ts';
import type { Log, PrintPdf } from '../../src/ports.ts';
import type { WorkspaceLimits } from '../../src/settings/workspace-limits.ts';
import type { Store } from '../../src/store/store.ts';
import { patientCore } from './core.ts';
import { newTenant } from './tenant.ts';

/** A log that keeps nothing. */
export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** What a test says to recert, as one person, on one day. */
export interface Talk {
  readonly core: RunningCore;
  readonly options: TalkOptions & { readonly tenant: string };
  say(line: string, key?: string, files?: readonly IncomingFile[]): Promise<Reply>;
  send(form: Form, answers?: Answers, key?: string, files?: readonly IncomingFile[]): Promise<Reply>;
  press(card: Card, label: string, key?: string): Promise<Reply>;
}

export interface TalkOptions {
  readonly store: Store;
  readonly today?: string;
  readonly user?: string;
  readonly tenant?: string;
  readonly profile?: Partial<Profile>;
  readonly adapters?: readonly ChatAdapter[];
  readonly publicUrl?: string;
  readonly fileStore?: FileStore;
  readonly print?: PrintPdf;
  readonly workspaceLimits?: WorkspaceLimits;
  readonly readDocument?: ReadDocument;
  /** The rules; those of the data files if absent. */
  readonly catalogue?: Catalogue;
}

/** A conversation with recert as one person; noon UTC of `today` is now. */
export function talk({
  store,
  today = '2026-11-23',
  user = 'ana',
  tenant = newTenant(),
  profile,
  adapters = [],
  publicUrl,
  fileStore,
  print,
  workspaceLimits,
  readDocument,
  catalogue = loadCatalogue(),
}: TalkOptions): Talk {
  const from: Identity = { platform: 'slack', tenant, user };
  const place = { platform: 'slack', tenant, address: 'C1' } as const;
  const clock = { now: () => new Date(`${today}T12:00:00Z`) };
  const core = patientCore({
    store,
    catalogue,
    clock,
    log: silent,
    adapters,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(fileStore === undefined ? {} : { fileStore }),
    ...(print === undefined ? {} : { print }),
    ...(workspaceLimits === undefined ? {} : { workspaceLimits }),
    ...(readDocument === undefined ? {} : { readDocument }),
  });
  const direct = { platform: 'slack', tenant, address: user } as const;
  const about = { from, place, direct, profile: { name: user, zone: 'UTC', locale: 'en-GB', ...profile } };
  const dispatch = (interaction: Omit<Interaction, 'from' | 'place' | 'direct'>) =>
    core.dispatch({ ...interaction, ...about });
  const keyed = (key: string | undefined) => (key === undefined ? {} : { key });
  return {
    core,
    options: {
      ...{ store, today, user, tenant, adapters, catalogue },
      ...(publicUrl && { publicUrl }),
      ...(fileStore && { fileStore }),
      ...(print && { print }),
      ...(readDocument && { readDocument }),
    },
    say: (line, key, files = []) => dispatch({ ...parseLineWithFiles(line, files), ...keyed(key), files }),
    send: ({ command, state, answers: shown }, answers, key, files = []) =>
      dispatch({
        command,
        args: {},
        answers: { ...shown, ...answers },
        ...(state === undefined ? {} : { state }),
        ...keyed(key),
        files,
      }),
    press(card, label, key) {
      const items = itemsIn(card).flatMap(({ action, also }) => [action, also].filter((one) => one !== undefined));
      const action = [...(card.actions ?? []), ...items].find((one) => one.label === label);
      if (action === undefined) throw new Error(`There is no button ${label}.`);
      return dispatch({ command: action.command, args: action.args, ...keyed(key) });
    },
  };
}

/** A conversation of another person in the same workspace. */
export function newcomer({ options }: Talk, user: string): Talk {
  return talk({ ...options, user });
}

/** The items of a card, and the rows of its tables as where no tables are drawn. */
export function itemsIn({ blocks }: Card): readonly Extract<Block, { kind: 'item' }>[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? tableItems(block) : block.kind === 'item' ? [block] : []));
}

/** The card of a reply; throws for any other reply. */
export function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`Expected a card, got ${JSON.stringify(reply)}`);
  return reply.card;
}

/** The form of a reply; throws for any other reply, and for field names that a platform would refuse. */
export function formOf(reply: Reply): Form {
  if (reply.kind !== 'form') throw new Error(`Expected a form, got ${JSON.stringify(reply)}`);
  const names = fieldsOf(reply.form.parts).map(({ name }) => name);
  const wrong = names.filter((name, index) => !/^[A-Za-z][\w.-]{0,99}$/u.test(name) || names.indexOf(name) !== index);
  if (wrong.length > 0) throw new Error(`Field names that can't be sent: ${wrong.join(', ')}`);
  return reply.form;
}

/** Types undo and selects its button. */
export async function undoLast(person: Talk): Promise<Card> {
  return cardOf(await person.press(cardOf(await person.say('undo')), 'Undo'));
}

/** Says a line that is answered with a question, and presses the button with the label. */
export async function sayAndConfirm(person: Talk, line: string, label = 'Remove'): Promise<Reply> {
  return person.press(cardOf(await person.say(line)), label);
}

/** Everything a reply says, as one text. */
export function textOf(reply: Reply): string {
  return JSON.stringify(reply);
}

/** The cycle of a certification where a test names no other. */
const THREE_YEARS = { start: '2025-01-01', end: '2027-12-31' } as const;

/** Adds a certification with the given cycle. */
export async function addCertification(
  person: Talk,
  code: string,
  cycle: { start: string; end: string; certified?: string } = THREE_YEARS,
): Promise<Card> {
  const first = formOf(await person.say(`add ${code}`));
  const dates = { expiry: cycle.end, ...(cycle.certified === undefined ? {} : { start: cycle.certified }) };
  const second = formOf(await person.send(first, dates));
  return cardOf(await person.send(second, { cycleStart: cycle.start, cycleEnd: cycle.end }));
}

/** A conversation with recert as one person who has added some certifications, each with the cycle THREE_YEARS. */
export async function talkWith(options: TalkOptions, ...codes: readonly string[]): Promise<Talk> {
  const person = talk(options);
  for (const code of codes) await addCertification(person, code);
  return person;
}

/** Logs credits through the form: `{ cissp: '1.5' }`. Where a category must be stated, it is the first one unless `more` says another. */
export async function logCredits(
  person: Talk,
  date: string,
  credits: Readonly<Record<string, string>>,
  more: Answers = {},
): Promise<Reply> {
  const form = formOf(await person.say('log'));
  const claims = Object.fromEntries(Object.entries(credits).map(([code, amount]) => [`credits.${code}`, amount]));
  const counts = [...new Set(Object.keys(credits).map((name) => name.split('.')[0] as string))];
  const answers = {
    title: 'A course',
    kind: 'course',
    start: date,
    counts,
    ...claims,
    ...firstCategories(form),
    ...more,
  };
  const sent = await person.send(form, answers);
  // It looks like one logged before, and a test that logs it again means it.
  return sent.kind === 'form' && sent.form.errors === undefined ? person.send(sent.form) : sent;
}

/** The first category of each certification that has a field for it. */
function firstCategories({ parts }: Form): Answers {
  const fields = parts.flatMap((part) => (part.kind === 'choice' && part.name.startsWith('category.') ? [part] : []));
  return Object.fromEntries(fields.map(({ name, options }) => [name, options[0]?.value ?? '']));
}
