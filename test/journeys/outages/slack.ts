import { slackAdapter } from '../../../adapters/slack/index.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import { ANNA, argsOf, HOOKS, recorded, signed } from '../../adapters/slack/stand-in.ts';
import { silent } from '../../support/conversation.ts';
import { FaultyNetwork, type OutgoingCall, type PlatformAnswer } from './faults.ts';
import type { OutagePlatform } from './scenarios.ts';
import { Screen } from './shown.ts';

const API = 'https://slack.test';
const UPLOADS = 'https://files.slack.test/upload';

// biome-ignore lint/suspicious/noExplicitAny: payloads of Slack, which are looked into.
type Json = any;

/** Slack with Anna, whose answers come too late for an acknowledgement. */
export function slackWithFaults(now: () => Date): OutagePlatform {
  const screen = new Screen();
  const network = new FaultyNetwork((call) => answerOf(call, screen));
  const adapter = slackAdapter({
    botToken: 'xoxb-test',
    signingSecret: 'a-signing-secret',
    apiUrl: `${API}/api/`,
    log: silent,
    clock: { now },
    waits: { answer: 0, submission: 0, settledOutcome: 0, repeat: 0, request: 60_000 },
  });
  let acts = 0;
  const send = async (body: string) => {
    const handle = adapter.route?.handle;
    if (handle === undefined) throw new Error('The adapter has no route.');
    return (await handle(signed(body, { at: now() }))).text();
  };
  const trigger = () => ({ trigger_id: `13345224609.738474920.act${++acts}` });
  const payload = (value: Json) => send(new URLSearchParams({ payload: JSON.stringify(value) }).toString());
  const typed = async (text: string) => {
    const sent = { ...recorded('command', { text, ...trigger() }) } as Record<string, string>;
    await send(new URLSearchParams(sent).toString());
  };
  return {
    name: 'slack',
    tenant: 'T0HOME',
    user: 'U0ANNA',
    channel: 'C0TEAM',
    screen,
    network,
    adapter,
    start: (core: Core) => adapter.start(core),
    say: (text) => typed(text),
    sayInChannel: (text) => typed(text),
    press: async ({ command, args }) => {
      const { actions, ...rest } = recorded('block-actions', trigger()) as Json;
      const value = JSON.stringify({ command, args });
      await payload({
        ...rest,
        actions: [{ ...actions[0], action_id: `${command}.a1b2c3d4`, value, action_ts: `177400001${acts}.1` }],
      });
    },
    submitLast: async (filled) => {
      const view = JSON.parse(screen.view);
      const { view: sent, ...rest } = recorded('view-submission', trigger()) as Json;
      const values = Object.fromEntries(
        view.blocks
          .filter(({ type }: Json) => type === 'input')
          .map(({ block_id: name, element }: Json) => [name, { [element.action_id]: stateOf(element, filled[name]) }]),
      );
      await payload({ ...rest, view: { ...sent, ...view, id: `V0${acts}`, state: { values } } });
    },
  };
}

function stateOf(element: Json, answer: string | undefined): Json {
  const { type, initial_date, initial_option, initial_options, initial_value } = element;
  if (type === 'datepicker') return { type, selected_date: answer ?? initial_date ?? null };
  if (type === 'static_select') return { type, selected_option: initial_option ?? null };
  if (type === 'multi_static_select' || type === 'checkboxes') return { type, selected_options: initial_options ?? [] };
  if (type === 'file_input') return { type, files: [] };
  return { type, value: answer ?? initial_value ?? null };
}

function answerOf({ url, body }: OutgoingCall, screen: Screen): PlatformAnswer {
  if (url.origin === HOOKS) {
    const text = body;
    return { body: 'ok', carryOut: () => void screen.add({ place: '', text, kind: 'message' }) };
  }
  if (url.href.startsWith(UPLOADS)) return { body: 'OK' };
  const args: Json = argsOf(body);
  const ok = (answer: object, carryOut?: () => void): PlatformAnswer => ({
    body: { ok: true, ...answer },
    ...(carryOut && { carryOut }),
  });
  const text = JSON.stringify(args.blocks ?? args.view ?? args);
  switch (url.pathname.split('/').at(-1)) {
    case 'auth.test':
      return ok({ team_id: 'T0HOME', bot_id: 'B0RECERT', user_id: 'U0BOT', url: API });
    case 'users.info':
      return ok(ANNA);
    case 'conversations.open':
      return ok({ channel: { id: `D0${args.users}` } });
    case 'chat.postMessage': {
      const { channel, thread_ts: thread } = args;
      const id = `${screen.shown.length + 1}.000100`;
      return ok(
        { ts: id, channel },
        () => void screen.add({ place: channel, thread, text: text + args.text, kind: 'message' }),
      );
    }
    case 'chat.update':
      return ok({ ts: args.ts }, () => screen.replace(args.ts, { place: args.channel, text, kind: 'message' }));
    case 'files.getUploadURLExternal':
      return ok({ upload_url: `${UPLOADS}/${args.filename}`, file_id: `F-${args.filename}` });
    case 'files.completeUploadExternal':
      return ok({ files: args.files }, () => void screen.add({ place: args.channel_id, text, kind: 'file' }));
    default:
      return ok({}, () => void screen.add({ place: '', text, kind: 'view' }));
  }
}
