import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { Card } from '../../src/chat/card.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { Core } from '../../src/chat/core-interface.ts';
import type { MemberGroup } from '../../src/chat/group.ts';
import type { Reader } from '../../src/chat/identity.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Language } from '../../src/chat/language.ts';
import { parseLineWithFiles } from '../../src/chat/parse-line.ts';
import type { Place } from '../../src/chat/place.ts';
import type { PageProblem } from '../../src/chat/platform-phrases.ts';
import type { Preview } from '../../src/chat/preview.ts';
import { languageOf } from '../../src/chat/reply-language.ts';
import { failureReference } from '../../src/chat/request-id.ts';
import type { SendResult } from '../../src/chat/send-result.ts';
import type { Clock, Log } from '../../src/ports.ts';
import { type Drawing, renderAnswer, renderMessage, type SentAnswer } from './answer.ts';
import { guard, limitBody } from './guard.ts';
import { Mailbox, type MailboxMessage } from './mailbox.ts';
import { type PageTexts, pageMarkup } from './page.ts';
import { addPageFiles } from './page-files.ts';
import { PageRefusal } from './page-refusal.ts';
import { lineRequest, pressRequest, submitRequest, suggestRequest } from './requests.ts';
import { addUploads } from './upload-route.ts';
import { PageUploads, type UploadReference } from './uploads.ts';
import { type CommandHelp, findPerson, type PlaygroundPerson, type PlaygroundWorkspace } from './workspace.ts';

/** What the page needs. */
export interface PlaygroundOptions {
  readonly workspaces: readonly PlaygroundWorkspace[];
  /** The commands that the input line suggests, in each language. */
  readonly commands: Readonly<Record<Language, readonly CommandHelp[]>>;
  readonly previews: readonly Preview[];
  readonly log: Log;
  readonly clock: Clock;
  /** The address of the page. */
  readonly address?: string;
}

type PageInteraction = Pick<Interaction, 'command' | 'args' | 'key'> &
  Partial<Pick<Interaction, 'answers' | 'state' | 'files'>>;

const MAX_SUGGESTIONS = 12;

/** Creates the adapter of the playground: a local web page with a chat, for any person of the sample team. */
export function playgroundAdapter(options: PlaygroundOptions): ChatAdapter {
  let core: Core | undefined;
  const running = (): Core => {
    if (core === undefined) throw new PageRefusal(503, 'starting');
    return core;
  };
  const app = new Hono();
  app.use(guard, limitBody);
  app.onError((error, c) => problemOf(error, c, options.log));
  app.notFound((c) => c.json({ problem: 'Not found. The playground is at /' }, 404));
  addPage(app, options, running);
  const mailbox = new Mailbox(options.clock);
  const uploads = new PageUploads(options.clock);
  addConversation(app, options, { mailbox, uploads, running });
  addUploads(app, uploads);
  addFiles(app, mailbox);
  return {
    platform: 'playground',
    ...(options.address === undefined ? {} : { baseUrl: options.address }),
    route: { path: '/', handle: async (request) => app.fetch(request) },
    async start(given) {
      core = given;
    },
    async stop() {
      core = undefined;
    },
    // The server can't push, so messages come with the next answer, and an update is a new message.
    post: async (to, card) => putInMailboxes(mailbox, readersOf(to, options.workspaces), messageTo(to, card)),
    deliver: async (to, file, card) => putInMailboxes(mailbox, [to], { ...messageTo(to, card), file }),
    readGroup: async ({ where: { tenant } }) => everyoneIn(tenant, options.workspaces),
    update: async (to, _message, card) =>
      putInMailboxes(mailbox, readersOf(to, options.workspaces), messageTo(to, card)),
  };
}

function addPage(app: Hono, { workspaces, commands, previews }: PlaygroundOptions, running: () => Core): void {
  app.get('/', (c) => {
    const { phrases } = running();
    const textsIn = (language: Language): PageTexts => ({
      phrases: phrases({ language }).page,
      commands: commands[language],
    });
    const texts = { en: textsIn('en'), de: textsIn('de') };
    return c.html(
      pageMarkup({ workspaces, texts, languageOf: (tenant, person) => phrases(readerOf(tenant, person)).language }),
    );
  });
  addPageFiles(app, previews);
}

interface ConversationDeps {
  readonly mailbox: Mailbox;
  readonly uploads: PageUploads;
  readonly running: () => Core;
}

function addConversation(app: Hono, options: PlaygroundOptions, { mailbox, uploads, running }: ConversationDeps): void {
  const filesOf = (references: readonly UploadReference[]) =>
    references.length === 0 ? {} : { files: references.map((reference) => uploads.incoming(reference)) };
  const answer = async (c: Context, { tenant, user }: { tenant: string; user: string }, content: PageInteraction) => {
    const person = findPerson(options.workspaces, tenant, user);
    if (person === undefined) throw new PageRefusal(404, 'unknown-person');
    const reply = await running().dispatch({ ...content, ...envelopeOf(tenant, person) });
    const time = timeFor(person, options.clock.now());
    // The page shows nothing new for a form that stays.
    const messages = reply.kind === 'stay' ? [] : mailbox.take({ tenant, address: user });
    const drawingIn = (language: Language | undefined): Drawing => {
      const { previews, log } = options;
      return { previews, log, phrases: running().phrases({ ...readerOf(tenant, person), language }) };
    };
    const more = messages.map((message) => renderMessage(message, drawingIn(message.card.language)));
    return c.json({ ...renderAnswer(reply, drawingIn(languageOf(reply))), time, more } satisfies SentAnswer);
  };

  app.post('/playground/say', async (c) => {
    const { line, key, files, ...who } = checked(lineRequest, await jsonOf(c));
    return answer(c, who, { ...parseLineWithFiles(line, files), key, ...filesOf(files) });
  });
  app.post('/playground/press', async (c) => {
    const { command, args, key, ...who } = checked(pressRequest, await jsonOf(c));
    return answer(c, who, { command, args, key });
  });
  app.post('/playground/submit', async (c) => {
    const { command, answers, state, key, files, ...who } = checked(submitRequest, await jsonOf(c));
    const content = { command, args: {}, answers, key, ...(state === undefined ? {} : { state }) };
    return answer(c, who, { ...content, ...filesOf(files) });
  });
  app.get('/playground/suggest', async (c) => {
    const { source, q, tenant, user } = checked(suggestRequest, c.req.query());
    const from = { platform: 'playground', tenant, user } as const;
    return c.json({ options: await running().suggest({ source, typed: q, limit: MAX_SUGGESTIONS, from }) });
  });
}

function addFiles(app: Hono, mailbox: Mailbox): void {
  app.get('/playground/files/:id', (c) => {
    const file = mailbox.file(c.req.param('id'));
    if (file === undefined) throw new PageRefusal(404, 'file-expired');
    const disposition = `attachment; filename="${file.name.replace(/[^\w.-]/gu, '_')}"`;
    return c.body(Buffer.from(file.bytes), 200, { 'content-type': file.type, 'content-disposition': disposition });
  });
}

function messageTo(to: Place, card: Card): MailboxMessage {
  return { card, to: isRoom(to) ? 'place' : 'sender' };
}

function putInMailboxes(mailbox: Mailbox, readers: readonly Place[], message: MailboxMessage): SendResult {
  for (const reader of readers) mailbox.put(reader, message);
  return { kind: 'sent', message: randomUUID() };
}

function isRoom({ address, tenant }: Place): boolean {
  return address === tenant;
}

/** The only group: everyone in the workspace. */
function everyoneIn(tenant: string, workspaces: readonly PlaygroundWorkspace[]): MemberGroup {
  const people = workspaces.find((one) => one.tenant === tenant)?.people ?? [];
  const members = people.map(({ user, name, zone, locale }) => ({
    user,
    profile: { name, zone, locale },
    direct: { platform: 'playground' as const, tenant, address: user },
  }));
  return { kind: 'group', id: '', name: '', members };
}

/** The readers of a place; everyone in the workspace for its room. */
function readersOf(to: Place, workspaces: readonly PlaygroundWorkspace[]): readonly Place[] {
  if (!isRoom(to)) return [to];
  const everyone = workspaces.find(({ tenant }) => tenant === to.tenant)?.people ?? [];
  return everyone.map(({ user }) => ({ ...to, address: user }));
}

function envelopeOf(tenant: string, { user, name, zone, locale }: PlaygroundPerson) {
  const platform = 'playground' as const;
  return {
    from: { platform, tenant, user },
    profile: { name, zone, locale },
    place: { platform, tenant, address: tenant },
    direct: { platform, tenant, address: user },
  };
}

function readerOf(tenant: string, person: PlaygroundPerson): Reader {
  const { from, profile } = envelopeOf(tenant, person);
  return { from, locale: profile.locale };
}

function timeFor({ zone, locale }: PlaygroundPerson, now: Date): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
}

async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HTTPException(400, { message: 'The request is not JSON.', cause });
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(given);
  if (success) return data;
  const where = error.issues.map(({ path }) => path.join('.') || 'body').join(', ');
  throw new HTTPException(400, { message: `The request can’t be read. Check: ${where}.` });
}

function problemOf(error: Error, c: Context, log: Log): Response {
  if (error instanceof HTTPException) {
    log.info('The playground refused a request', { status: error.status, path: c.req.path });
    return c.json({ problem: error.message }, error.status);
  }
  const reference = failureReference();
  log.error('A playground request failed', { reference, path: c.req.path, error });
  return c.json({ problem: 'failed' satisfies PageProblem, reference }, 500);
}
