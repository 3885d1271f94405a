import type { RenderedAnswer } from '../../../adapters/playground/answer.ts';
import { type PlaygroundOptions, playgroundAdapter } from '../../../adapters/playground/index.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import { answerOf as answered, type Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Preview } from '../../../src/chat/preview.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Log } from '../../../src/ports.ts';
import { quietCore } from '../../support/core.ts';
import { everyField, paceReply } from './replies.ts';

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

const COMMANDS = [
  { name: 'help', usage: 'help', summary: 'what I can do' },
  { name: 'add', usage: 'add cissp', summary: 'add a certification you hold' },
  { name: 'certs', usage: 'certs', summary: 'your certifications and their cycles' },
  {
    name: 'log',
    usage: 'log 1.5h SANS webcast yesterday for cissp',
    summary: 'log an activity; a form opens, filled in',
  },
  { name: 'pace', usage: 'pace [cissp] [--on 2026-12-31]', summary: 'ahead, on track or behind, to the day' },
  { name: 'undo', usage: 'undo', summary: 'take back what you logged last' },
];

const options: PlaygroundOptions = {
  workspaces: [
    {
      tenant: 'sample',
      name: 'Sample team',
      note: 'Made-up people with made-up records.',
      people: [
        { user: 'maya', name: 'Maya Okafor', detail: 'CISSP, 40 days behind', zone: 'Europe/London', locale: 'en-GB' },
        {
          user: 'jonas',
          name: 'Jonas Lindqvist',
          detail: 'Three certifications, on track',
          zone: 'Europe/Stockholm',
          locale: 'en-SE',
        },
        {
          user: 'aroha',
          name: 'Aroha Ngata',
          detail: 'CISM in its last month',
          zone: 'Pacific/Auckland',
          locale: 'en-NZ',
        },
        { user: 'daniel', name: 'Daniel Reyes', detail: 'Team manager', zone: 'America/Chicago', locale: 'en-US' },
        { user: 'priya', name: 'Priya Raman', detail: 'Security+ in grace', zone: 'Asia/Kolkata', locale: 'en-IN' },
        {
          user: 'tom',
          name: 'Tom Brandt',
          detail: 'Azure, renewed by assessment',
          zone: 'Europe/Berlin',
          locale: 'en-GB',
        },
        {
          user: 'lucia',
          name: 'Lucía Fernández',
          detail: 'PMP, everything met',
          zone: 'Europe/Madrid',
          locale: 'en-GB',
        },
        {
          user: 'sam',
          name: 'Sam Whitaker',
          detail: 'New, no certification yet',
          zone: 'Australia/Sydney',
          locale: 'en-AU',
        },
      ],
    },
    {
      tenant: 'empty',
      name: 'Empty workspace',
      note: 'Nobody has logged anything. Start from nothing.',
      people: [{ user: 'you', name: 'Alex Newcomer', detail: 'First day', zone: 'UTC', locale: 'en-GB' }],
      start: ['help', 'add cissp'],
    },
  ],
  commands: { en: COMMANDS, de: COMMANDS },
  previews: [],
  log: silent,
  clock: { now: () => new Date('2026-11-23T14:32:00Z') },
};

/** What recert was asked in a test, and what it is to say. */
export interface Stage {
  readonly heard: Interaction[];
  readonly adapter: ChatAdapter;
  handle(request: Request): Promise<Response>;
  request(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** A picture that shows which reply it was drawn from. */
export const preview: Preview = {
  name: 'Slack',
  css: '.preview{font:15px sans-serif;margin:0;padding:12px;color:#1d1c1d}',
  draw: (reply) => ({
    html: `<p style="font-weight:700">drawn: ${reply.kind}</p>`,
    json: { blocks: [{ type: reply.kind }] },
  }),
};

/** The playground over a core that hears everything and says what `say` returns. */
export async function stage(
  phrases: (request: Interaction) => Reply,
  given: Partial<PlaygroundOptions> = {},
): Promise<Stage> {
  const heard: Interaction[] = [];
  const adapter = playgroundAdapter({ ...options, ...given });
  const suggest: Core['suggest'] = ({ source, typed, limit }) =>
    [
      { value: 'cissp', label: 'CISSP · Certified Information Systems Security Professional', detail: 'ISC2' },
      { value: 'cism', label: 'CISM · Certified Information Security Manager', detail: 'ISACA' },
      { value: 'pmp', label: 'PMP · Project Management Professional', detail: 'PMI' },
    ]
      .filter(({ label }) => source === 'certifications' && label.toLowerCase().includes(typed.toLowerCase()))
      .slice(0, limit);
  await adapter.start({
    ...quietCore,
    suggest,
    async dispatch(interaction) {
      heard.push(interaction);
      return phrases(interaction);
    },
  });
  const { route: http } = adapter;
  if (http === undefined) throw new Error('The playground has no door.');
  const handle = (request: Request) => http.handle(request);
  const request = (path: string, init?: RequestInit) => handle(new Request(`http://localhost:3000${path}`, init));
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { heard, adapter, handle, request, post };
}

/** What the page gets to show. */
export async function answerOf(response: Promise<Response>): Promise<RenderedAnswer> {
  return (await response).json() as Promise<RenderedAnswer>;
}

/** What the page is told went wrong. */
export async function problemOf(response: Response): Promise<string> {
  const { problem } = (await response.json()) as { problem: string };
  return problem;
}

/** A small recert: `log` opens a form, which is refused once without a title; everything else shows the pace. */
export function conversation({ command, answers }: Interaction): Reply {
  if (command !== 'log') return paceReply;
  if (answers === undefined) return { kind: 'form', form: everyField };
  const title = answered(answers, 'title');
  if (title !== '') return logged(title);
  const refused: Form = { ...everyField, answers, errors: { title: 'Required' } };
  return { kind: 'form', form: refused };
}

function logged(title: string): Reply {
  const facts = [
    { label: 'Activity', value: title },
    { label: 'CISSP', value: '1.5 CPE credits' },
  ];
  const blocks = [{ kind: 'facts', facts } as const, { kind: 'text', text: '+9 days; now 31 days behind' } as const];
  return {
    kind: 'card',
    to: 'sender',
    card: { title: 'Logged', blocks, actions: [{ label: 'Undo', command: 'undo', args: {} }] },
  };
}
