import nock from 'nock';
import { vi } from 'vitest';
import type { Core } from '../../src/chat/core-interface.ts';
import { invoke, PERSONAL, pressed, typed } from '../adapters/teams/activities.ts';
import { checkCard } from '../adapters/teams/adaptive-card.ts';
import { ask, dataOf, dialogOf, open, submit } from '../adapters/teams/dialogs.ts';
import type { Json } from '../adapters/teams/json.ts';
import { allowTokens, cardIn, type StandIn, standIn } from '../adapters/teams/stand-in.ts';

/** Where recert can be reached from outside. */
const PUBLIC_URL = 'https://recert.example.org';
/** Where Teams keeps the files of a chat. */
const FILES = 'https://contoso-my.sharepoint.com';

/** Ana at Teams: she sends what Teams would send, and sees the cards it is told to show. */
export interface TeamsAna {
  say(line: string): Promise<Json>;
  /** Sends files in the personal chat, as Teams tells of them. */
  attach(attachments: readonly unknown[]): Promise<Json>;
  /** Types a line whose answer is a button that opens a form, and presses it. */
  form(line: string): Promise<Json>;
  /** Chooses "Log this as a credit" of a message; a form opens. */
  logMessage(message: Json): Promise<Json>;
  /** Sends a file in the personal chat, with words or without; resolves to the answer. */
  sendFile(content: string, line?: string): Promise<Json>;
  press(card: Json, label: string): Promise<Json>;
  /** Presses a button that opens a form. */
  open(card: Json, label: string): Promise<Json>;
  /** Types into the message extension. */
  find(commandId: string, typed: string): Promise<Json>;
  send(form: Json, filled?: Readonly<Record<string, string | readonly string[]>>): Promise<Json>;
  /** The adapter, for a core that calls it, and for the tab. */
  readonly adapter: StandIn;
  stop(): Promise<void>;
}

/** Ana at Teams, with the real core behind the real adapter. */
export async function teamsAna(core: Core): Promise<TeamsAna> {
  allowTokens();
  const teams: StandIn = await standIn({ core, publicUrl: PUBLIC_URL });
  const drawn = (card: Json): Json => {
    const problems = checkCard(card);
    if (problems.length > 0) throw new Error(`Teams would not take it: ${problems.join(', ')}`);
    return card;
  };
  const nextCard = async (before: number): Promise<Json> => {
    await vi.waitFor(
      () => {
        if (teams.said.length <= before) throw new Error('Nothing was said.');
      },
      { timeout: 50_000 },
    );
    return drawn(cardIn(teams.said.at(-1) as StandIn['said'][number]));
  };
  /** Cards in dialogs, whose buttons are answered there. */
  const dialogs = new WeakSet<Json>();
  const inDialog = async (answer: Response): Promise<Json> => {
    const card = drawn(await dialogOf(answer));
    dialogs.add(card);
    return card;
  };
  const phrases = async (line: string) => drawn(await ask(teams, line, PERSONAL.id));

  return {
    adapter: teams,
    say: phrases,
    attach: async (attachments) => {
      const before = teams.said.length;
      teams.expectMessage(PERSONAL.id);
      await teams.send(typed('', { attachments }));
      return nextCard(before);
    },
    form: async (line) => drawn(await open(teams, dataOf(await phrases(line), 'Open the form'))),
    logMessage: async (messagePayload) => {
      const opened = invoke('composeExtension/fetchTask', { commandId: 'log-message', messagePayload });
      return drawn(await dialogOf(await teams.send(opened)));
    },
    open: async (card, label) => drawn(await open(teams, dataOf(card, label))),
    press: async (card, label) => {
      if (dialogs.has(card)) return inDialog(await teams.send(invoke('task/submit', { data: dataOf(card, label) })));
      const before = teams.said.length;
      teams.expectMessage(PERSONAL.id);
      await teams.send(pressed(dataOf(card, label)));
      return nextCard(before);
    },
    sendFile: async (content, line = '') => {
      const before = teams.said.length;
      nock(FILES).get('/certificate.pdf').reply(200, content);
      teams.expectMessage(PERSONAL.id);
      const file = {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `${FILES}/Documents/certificate.pdf`,
        name: 'certificate.pdf',
        content: { downloadUrl: `${FILES}/certificate.pdf`, uniqueId: '1', fileType: 'pdf' },
      };
      await teams.send(typed(line, { attachments: [file] }));
      return nextCard(before);
    },
    find: async (commandId, query) => {
      const value = { commandId, parameters: [{ name: 'query', value: query }], queryOptions: { skip: 0, count: 25 } };
      return (await (await teams.send(invoke('composeExtension/query', value))).json()) as Json;
    },
    send: async (form, filled = {}) => {
      return inDialog(await submit(teams, form, filled));
    },
    stop: () => teams.stop(),
  };
}
