import { describe, expect, it } from 'vitest';
import {
  metadataOf,
  parseCommand,
  parseHome,
  parsePress,
  parseShortcut,
  parseSubmission,
} from '../../../../adapters/slack/inbound/parse-interaction.ts';
import {
  ActionBody,
  CommandBody,
  HomeOpenedBody,
  ShortcutBody,
  SubmissionBody,
} from '../../../../adapters/slack/inbound/payloads.ts';

const ENVELOPE = { user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1' }, trigger_id: '1.2' };
const FROM = { platform: 'slack', tenant: 'T1', user: 'U1' };
const placeOf = (address: string) => ({ platform: 'slack', tenant: 'T1', address });

const command = (text: string) =>
  CommandBody.parse({
    command: '/recert',
    text,
    team_id: 'T1',
    user_id: 'U1',
    channel_id: 'C1',
    trigger_id: '1.2',
    response_url: 'https://hooks.example.org/a',
  });
const press = (value: string | null, over: Record<string, unknown> = {}) =>
  ActionBody.parse({
    type: 'block_actions',
    ...ENVELOPE,
    container: { message_ts: '17.5' },
    channel: { id: 'C1' },
    actions: [{ action_id: 'log.a', action_ts: '18.1', value }],
    ...over,
  });
const submission = (values: Record<string, unknown>, metadata = '') =>
  SubmissionBody.parse({
    type: 'view_submission',
    ...ENVELOPE,
    view: {
      id: 'V1',
      callback_id: 'log',
      private_metadata: metadata,
      title: { text: 'Log' },
      blocks: [],
      state: { values },
    },
  });
const shortcut = (message: Record<string, unknown> | undefined, callback = 'log-message') =>
  ShortcutBody.parse({ type: 'message_action', ...ENVELOPE, callback_id: callback, channel: { id: 'C1' }, message });

describe('a typed command', () => {
  it('is asked in its channel, answered in private to the person', () => {
    const { interaction } = parseCommand(command('log 2 &amp; more'));

    expect(interaction).toMatchObject({ command: 'log', key: '1.2', from: FROM });
    expect(interaction).toMatchObject({ place: placeOf('C1'), direct: placeOf('U1') });
    expect(interaction.args).toEqual({ text: '2 & more' });
  });
});

describe('a pressed button', () => {
  const VALUE = JSON.stringify({ command: 'log', args: { id: '7' } });

  it('brings back its command and arguments', () => {
    expect(parsePress(press(VALUE))?.interaction).toMatchObject({
      command: 'log',
      args: { id: '7' },
      place: placeOf('C1'),
      from: FROM,
    });
  });

  it.each([
    ['of a view', { view_id: 'V1' }, 'V1:18.1:U1'],
    ['of neither', {}, ':18.1:U1'],
  ])('%s has a key for repeated deliveries', (_name, container, key) => {
    expect(parsePress(press(VALUE, { container }))?.interaction.key).toBe(key);
  });

  it('of a message is the same act each time, and another one on another message or answer', () => {
    const keyOf = (value: string, messageTs: string, pressedAt: string) =>
      parsePress(
        press(value, {
          container: { message_ts: messageTs },
          actions: [{ action_id: 'log.a', action_ts: pressedAt, value }],
        }),
      )?.interaction.key;
    const first = keyOf(VALUE, '17.5', '18.1');
    const onAnswer = (answer: string) => JSON.stringify({ command: 'log', args: { id: '7' }, answer });

    expect(keyOf(VALUE, '17.5', '19.1')).toBe(first);
    expect(keyOf(VALUE, '17.6', '18.1')).not.toBe(first);
    expect(keyOf(JSON.stringify({ command: 'log', args: { id: '8' } }), '17.5', '18.1')).not.toBe(first);
    expect(keyOf(onAnswer('a'), '17.5', '18.1')).not.toBe(keyOf(onAnswer('b'), '17.5', '18.1'));
    expect(keyOf(onAnswer('a'), '17.5', '18.1')).toBe(keyOf(onAnswer('a'), '17.6', '19.1'));
  });

  it('outside of a channel is asked in direct messages', () => {
    expect(parsePress(press(VALUE, { channel: undefined }))?.interaction.place).toEqual(placeOf('U1'));
  });

  it.each([
    ['no value', null],
    ['a value that is no JSON', 'log'],
    ['a value without a command', '{"args":{}}'],
    ['an argument that is no text', '{"command":"log","args":{"id":7}}'],
  ])('with %s was not drawn by recert', (_name, value) => {
    expect(parsePress(press(value))).toBeUndefined();
  });
});

describe('a sent form', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['a typed text', { type: 'plain_text_input', value: 'Zero trust' }, 'Zero trust'],
    ['an empty text', { type: 'plain_text_input', value: null }, ''],
    ['a date', { type: 'datepicker', selected_date: '2026-03-01' }, '2026-03-01'],
    ['no date', { type: 'datepicker', selected_date: null }, ''],
    ['a choice', { type: 'static_select', selected_option: { value: 'a' } }, 'a'],
    ['no choice', { type: 'static_select', selected_option: null }, ''],
    ['a found choice', { type: 'external_select', selected_option: { value: 'b' } }, 'b'],
    ['choices', { type: 'multi_static_select', selected_options: [{ value: 'a' }, { value: 'b' }] }, ['a', 'b']],
    ['no choices', { type: 'multi_static_select' }, []],
    ['ticked boxes', { type: 'checkboxes', selected_options: [{ value: 'c' }] }, ['c']],
    ['files', { type: 'file_input', files: [{ id: 'F1' }] }, []],
  ])('answers %s', (_name, input, answer) => {
    expect(parseSubmission(submission({ field: { any: input } })).interaction.answers).toEqual({ field: answer });
  });

  it('joins the uploaded files of one field and brings its new ones', () => {
    const boxes = (value: string) => ({ type: 'checkboxes', selected_options: [{ value }] });
    const sent = parseSubmission(
      submission({
        'kept:0:proof': { 'kept.x': boxes('a') },
        'kept:1:proof': { 'kept.x': boxes('b') },
        proof: { 'file.x': { type: 'file_input', files: [{ id: 'F1' }, { id: 'F2' }] } },
      }),
    );

    expect(sent.interaction.answers).toEqual({ proof: ['a', 'b'] });
    expect(sent.files).toMatchObject([
      { field: 'proof', file: { id: 'F1' } },
      { field: 'proof', file: { id: 'F2' } },
    ]);
  });

  it('has no files when none were sent', () => {
    expect(parseSubmission(submission({}))).not.toHaveProperty('files');
  });

  it('brings back its state and the place it was opened in', () => {
    const { interaction } = parseSubmission(submission({}, '{"state":"r7","place":"C9"}'));

    expect(interaction).toMatchObject({ command: 'log', key: 'V1', state: 'r7', place: placeOf('C9') });
  });

  it.each([
    ['no metadata', ''],
    ['metadata that is no JSON', '{'],
    ['a place that is no channel', '{"state":"r7","place":"c9"}'],
    ['an unknown language', '{"state":"r7","language":"xx"}'],
  ])('with %s has none', (_name, metadata) => {
    expect(metadataOf(submission({}, metadata).view)).toEqual({});
    expect(parseSubmission(submission({}, metadata)).interaction).not.toHaveProperty('state');
  });
});

describe('a shortcut', () => {
  it('without a message asks for an empty form', () => {
    const parsed = parseShortcut(shortcut(undefined, 'log'));

    expect(parsed?.interaction).toMatchObject({ command: 'log', args: { text: '' } });
    expect(parsed).not.toHaveProperty('about');
    expect(parsed).not.toHaveProperty('files');
  });

  it('on a message takes its first line, first link, date and files', () => {
    const text = '\n Two hours on <https://example.org/a|zero trust> &amp; more\nsecond line';
    const parsed = parseShortcut(shortcut({ text, ts: '1775000000.5', files: [{ id: 'F1' }] }));

    expect(parsed?.interaction.args).toEqual({ text: 'Two hours on zero trust & more', url: 'https://example.org/a' });
    expect(parsed?.about).toEqual(new Date(1_775_000_000_500));
    expect(parsed?.files).toMatchObject([{ file: { id: 'F1' } }]);
  });

  it('shortens a line that is longer than a field takes', () => {
    expect(parseShortcut(shortcut({ text: 'a'.repeat(3001) }))?.interaction.args.text).toBe(`${'a'.repeat(2999)}…`);
  });

  it('that recert does not have is left out', () => {
    expect(parseShortcut(shortcut(undefined, 'export'))).toBeUndefined();
  });
});

it('answers an opened Home tab like `home` in direct messages', () => {
  const body = HomeOpenedBody.parse({
    type: 'event_callback',
    team_id: 'T1',
    event_id: 'Ev1',
    event: { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' },
  });

  expect(parseHome(body).interaction).toEqual({
    command: 'home',
    args: {},
    key: 'Ev1',
    from: FROM,
    place: placeOf('D1'),
    direct: placeOf('U1'),
  });
});
