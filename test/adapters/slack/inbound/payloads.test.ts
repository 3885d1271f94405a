import { expect, it } from 'vitest';
import { InputState, kindOf, ShortcutBody, UninstalledBody } from '../../../../adapters/slack/inbound/payloads.ts';

const COMMAND = {
  command: '/recert',
  team_id: 'T1',
  user_id: 'U1',
  channel_id: 'C1',
  trigger_id: '1.2',
  response_url: 'https://hooks.example.org/a',
};
const PRESS = {
  type: 'block_actions',
  user: { id: 'U1' },
  container: {},
  trigger_id: '1.2',
  actions: [{ action_id: 'log.1', action_ts: '1.2' }],
};

it.each<[string, Record<string, unknown>, string]>([
  ['a command', COMMAND, 'known'],
  ['a command without its slash', { ...COMMAND, command: 'recert' }, 'malformed'],
  ['a command without a person', { ...COMMAND, user_id: '' }, 'malformed'],
  ['a command with an address that is none', { ...COMMAND, response_url: 'here' }, 'malformed'],
  ['an empty payload', {}, 'malformed'],
  ['a press', PRESS, 'known'],
  ['a press of nothing', { ...PRESS, actions: [] }, 'malformed'],
  ['a press without a person', { ...PRESS, user: {} }, 'malformed'],
  ['an empty type', { ...PRESS, type: '' }, 'malformed'],
  ['a type that is no text', { ...PRESS, type: 7 }, 'malformed'],
  ['a type that nobody handles', { type: 'view_closed' }, 'ignored'],
  ['a name from the prototype', { type: 'constructor' }, 'ignored'],
  ['an event', { type: 'event_callback', team_id: 'T1', event_id: 'E', event: { type: 'x' } }, 'known'],
  ['an event of no team', { type: 'event_callback', event_id: 'E', event: { type: 'x' } }, 'malformed'],
])('takes %s as it is: %s', (_name, body, kind) => {
  expect(kindOf(body)).toBe(kind);
});

it.each([
  ['1775000000.000100', true],
  ['1775000000', true],
  ['yesterday', false],
  ['-1', false],
])('takes a message dated %s: %s', (ts, isTaken) => {
  const body = { type: 'message_action', user: { id: 'U1' }, callback_id: 'log', trigger_id: '1.2', message: { ts } };

  expect(ShortcutBody.safeParse(body).success).toBe(isTaken);
});

it.each([
  ['the app', { type: 'app_uninstalled' }, true],
  ["the bot's token", { type: 'tokens_revoked', tokens: { bot: ['U1'] } }, true],
  ["a person's token", { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }, false],
])('takes the removal of %s as the end: %s', (_name, event, isEnd) => {
  const body = { type: 'event_callback', team_id: 'T1', event_id: 'E', event };

  expect(UninstalledBody.safeParse(body).success).toBe(isEnd);
});

it('leaves out what is wrong about a file, and keeps its id', () => {
  const { files } = InputState.parse({ type: 'file_input', files: [{ id: 'F1', name: 7, size: -1 }] });

  expect(files).toEqual([{ id: 'F1', name: null, size: null }]);
});
