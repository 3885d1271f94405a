import { randomUUID } from 'node:crypto';
import { commands } from '../../src/commands/index.ts';
import type { InstalledRecert } from './installed-recert.ts';
import type { IdsByTable } from './planted-workspaces.ts';
import { valuesOf } from './slack-anna.ts';
import type { SlackWorkspaces } from './slack-workspaces.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads of Slack, which are looked into.
type Json = any;

/** What a person of a workspace was shown and can send again with other ids. */
export interface ShownParts {
  readonly buttons: readonly string[];
  readonly views: readonly Json[];
}

/** What people type to be shown buttons and forms. */
const LINES = [
  ...[
    'pace',
    'why cissp',
    'certs',
    'history',
    'show last',
    'debt',
    'team',
    'team Security',
    'people',
    'risk',
    'settings',
    'home',
  ],
  ...[
    'search cloud',
    'next',
    'offer',
    'sources',
    'sources add',
    'plan',
    'whatif',
    'attended',
    'sheet cissp',
    'tick',
    'report',
  ],
  ...[
    'report mine',
    'pack',
    'export',
    'import',
    'reconcile',
    'digest',
    'nudges',
    'preferences',
    'snooze cissp',
    'calendar',
    'access',
  ],
  ...[
    'erase',
    'link',
    'undo',
    'trash',
    'ask last',
    'attach last',
    'summary last',
    'edit last',
    'edit cissp',
    'renew cissp',
    'remove cissp',
  ],
  ...['customise', 'rules cissp', 'log', 'log 1h webinar today for cissp', 'add', 'delete last', 'restore', 'coverage'],
];
/** The arguments that carry ids, beside those of the buttons that were shown. */
const ID_ARGS = [
  'record',
  'file',
  'files',
  'person',
  'team',
  'source',
  'holding',
  'report',
  'proof',
  'offer',
  'plan',
  'id',
  'text',
];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** Types every line as these people, and returns the buttons and forms that they were shown. */
export async function collectShown(
  tenant: string,
  users: readonly string[],
  {
    recert,
    slack,
    every,
  }: { readonly recert: InstalledRecert; readonly slack: SlackWorkspaces; readonly every: number },
): Promise<ShownParts> {
  const buttons = new Set<string>();
  const views = new Map<string, Json>();
  const walk = (part: Json): void => {
    if (part === null || typeof part !== 'object') return;
    if (part.type === 'button' && typeof part.value === 'string') buttons.add(part.value);
    if (part.type === 'modal' && part.submit !== undefined) views.set(JSON.stringify(part), part);
    for (const inner of Object.values(part)) walk(inner);
  };
  for (const user of users)
    for (const line of LINES.filter((_, index) => index % every === 0)) {
      slack.calls.length = 0;
      const answer = await recert.type({ team: tenant, user }, line);
      await recert.core.idle();
      if (answer !== '') walk(JSON.parse(answer));
      for (const { args } of slack.calls) walk(args);
    }
  return { buttons: [...buttons], views: [...views.values()] };
}

/** Makes requests of one workspace that carry ids of another one. */
export class ForeignRequests {
  readonly #shown: ShownParts;
  readonly #foreign: IdsByTable;
  readonly #allForeign: readonly string[];
  /** In which column an own id is. */
  readonly #columnOf: ReadonlyMap<string, string>;
  readonly #random: () => number;

  constructor(
    shown: ShownParts,
    ids: { readonly own: IdsByTable; readonly foreign: IdsByTable },
    random: () => number,
  ) {
    this.#shown = shown;
    this.#foreign = ids.foreign;
    this.#allForeign = [...new Set([...ids.foreign.values()].flat())];
    this.#columnOf = new Map([...ids.own].flatMap(([column, own]) => own.map((id) => [id, column] as const)));
    this.#random = random;
  }

  /** Sends one as a person of the workspace; returns the text of the answer. */
  async send(recert: InstalledRecert, from: { readonly team: string; readonly user: string }): Promise<string> {
    switch (Math.floor(this.#random() * 4)) {
      case 0:
        return recert.interact(press(from, this.#swapped(this.#one(this.#shown.buttons))));
      case 1:
        return recert.interact(press(from, this.#madeUp()));
      case 2:
        return recert.interact(submission(from, this.#filled(this.#one(this.#shown.views)), this.#foreignId()));
      default:
        return recert.type(from, `${this.#one(commands).name} ${this.#foreignId()}`);
    }
  }

  #one<T>(some: readonly T[]): T {
    const one = some[Math.floor(this.#random() * some.length)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  }

  #foreignId(column?: string): string {
    const same = column === undefined ? [] : (this.#foreign.get(column) ?? []);
    return this.#one(same.length > 0 && this.#random() < 0.8 ? same : this.#allForeign);
  }

  /** The text with each own id replaced by a foreign one; without any, a button gets one as an argument. */
  #swapped(text: string): string {
    const swapped = text.replaceAll(UUID, (id) => this.#foreignId(this.#columnOf.get(id)));
    if (swapped !== text || !text.startsWith('{"command"')) return swapped;
    const { command, args } = JSON.parse(text);
    return JSON.stringify({ command, args: { ...args, [this.#one(ID_ARGS)]: this.#foreignId() } });
  }

  #madeUp(): string {
    const args = { [this.#one(ID_ARGS)]: this.#foreignId(), [this.#one(ID_ARGS)]: this.#foreignId() };
    return JSON.stringify({ command: this.#one(commands).name, args });
  }

  /** A form as it was shown, with foreign ids in its state, or a state that names one. */
  #filled(view: Json): Json {
    const filled = JSON.parse(this.#swapped(JSON.stringify(view)));
    if (this.#random() < 0.5) return filled;
    const metadata = JSON.parse(filled.private_metadata || '{}');
    const state = JSON.stringify({ [this.#one(ID_ARGS)]: this.#foreignId() });
    return { ...filled, private_metadata: JSON.stringify({ ...metadata, state }) };
  }
}

function envelope({ team, user }: { readonly team: string; readonly user: string }) {
  return {
    ...{ team: { id: team, domain: 'acme' }, user: { id: user, name: 'anna', team_id: team }, api_app_id: 'A0RECERT' },
    ...{ enterprise: null, is_enterprise_install: false, trigger_id: `1.2.${randomUUID()}` },
  };
}

function press(from: { readonly team: string; readonly user: string }, value: string): Json {
  const action = { type: 'button', action_id: 'any.12345678', block_id: 'x1Y', action_ts: '1774000010.1', value };
  const message_ts = `17740${Math.floor(Math.random() * 99_999)}.${Math.floor(Math.random() * 999_999)}`;
  return {
    ...envelope(from),
    type: 'block_actions',
    container: { type: 'message', message_ts, channel_id: 'C0TEAM', is_ephemeral: false },
    channel: { id: 'C0TEAM', name: 'certifications' },
    message: { type: 'message', bot_id: 'B0RECERT', app_id: 'A0RECERT', ts: message_ts, text: 'Pace' },
    actions: [action],
  };
}

/** The form sent as it is, with a foreign id chosen in the first field that is a choice of something. */
function submission(from: { readonly team: string; readonly user: string }, view: Json, id: string): Json {
  const values = valuesOf(view, {});
  const [first] = Object.values<Json>(values)
    .flatMap((inputs) => Object.values<Json>(inputs))
    .filter(hasChoice);
  if (first?.selected_options !== undefined) first.selected_options = [{ value: id, text: {} }];
  else if (first !== undefined) first.selected_option = { value: id, text: {} };
  const { title, blocks, callback_id, private_metadata } = view;
  return {
    ...envelope(from),
    type: 'view_submission',
    view: {
      ...{ id: `V${randomUUID()}`, type: 'modal', callback_id, private_metadata, title, previous_view_id: null },
      ...{ blocks, state: { values } },
    },
  };
}

function hasChoice(input: Json): boolean {
  return input.selected_options !== undefined || input.selected_option !== undefined;
}
