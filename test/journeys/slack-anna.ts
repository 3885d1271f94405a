import nock from 'nock';
import { vi } from 'vitest';
import type { Core } from '../../src/chat/core-interface.ts';
import { checkBlockKit } from '../adapters/slack/block-kit.ts';
import { expectFile, PDF } from '../adapters/slack/sent-files.ts';
import { ANNA, argsOf, HOOKS, jsonOf, recorded, type StandIn, standIn } from '../adapters/slack/stand-in.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads of Slack, which the test looks into.
type Json = any;

/** Anna at Slack: she sends what Slack would send, and sees what Slack is told to show. */
export interface SlackAnna {
  /** Types a slash command that is answered in words. */
  say(text: string): Promise<Json>;
  /** Types a slash command that opens a form. */
  form(text: string): Promise<Json>;
  /** Chooses "Log this as a credit" of a message; a form opens. */
  logMessage(message: Json): Promise<Json>;
  /** Presses a button that is answered in words, or that opens a form. */
  press(card: Json, label: string): Promise<Json>;
  /** Sends a file without words as a direct message; resolves to the answer. */
  sendFile(content: string): Promise<Json>;
  /** Sends a form filled in; resolves to what is there instead: the message, or the next form. */
  send(view: Json, filled?: Readonly<Record<string, unknown>>): Promise<Json>;
  /** Opens the Home tab; resolves to what is drawn. */
  openHome(): Promise<Json>;
  /** The Home tabs that were drawn, the latest last. */
  homes(): readonly Json[];
  /** The messages that were posted, the latest last, with the channel of each. */
  posted(): readonly Json[];
  /** The adapter, for a core that posts through it. */
  readonly adapter: StandIn;
  stop(): Promise<void>;
}

/** Anna at Slack, with the real core behind the real adapter. */
export async function slackAnna(core: Core): Promise<SlackAnna> {
  const waits = { answer: 15_000, submission: 15_000, request: 15_000 };
  const slack: StandIn = await standIn({
    dispatch: (request) => core.dispatch(request),
    revision: (person) => core.revision(person),
    waits,
  });
  const seen: { readonly method: string; readonly args: Json }[] = [];
  const serve = (method: string, answer: object) =>
    nock('https://slack.test')
      .persist()
      .post(`/api/${method}`)
      .reply(200, async (request: Request) => {
        seen.push({ method, args: argsOf(await request.text()) });
        return { ok: true, ...answer };
      });
  serve('users.info', ANNA);
  serve('views.open', {});
  serve('views.update', {});
  serve('views.publish', { view: { hash: 'h1' } });
  serve('conversations.open', { channel: { id: 'D0ANNA' } });
  serve('chat.postMessage', { ts: '1774000000.000100' });
  nock(HOOKS)
    .persist()
    .post(/./u)
    .reply(200, async (request: Request) => {
      seen.push({ method: 'response_url', args: argsOf(await request.text()) });
      return 'ok';
    });
  let acts = 0;
  const trigger = () => ({ trigger_id: `13345224609.738474920.act${++acts}` });
  const drawn = (shown: Json): Json => {
    const problems = checkBlockKit(shown);
    if (problems.length > 0) throw new Error(`Slack would not take it: ${problems.join(', ')}`);
    return shown;
  };
  /** What Slack is told to show by one of some calls that comes after what was seen before. */
  const next = async (before: number, ...methods: readonly string[]): Promise<Json> => {
    const call = await vi.waitFor(
      () => {
        const found = seen.slice(before).find(({ method }) => methods.includes(method));
        if (found === undefined) throw new Error(`Slack was not told ${methods.join(' or ')}.`);
        return found;
      },
      { timeout: 50_000 },
    );
    return drawn(call.args.view ?? withoutAddress(call.args));
  };

  /** The form with these fields, for which “More fields” is pressed if they aren't shown. */
  const withFields = async (view: Json, names: readonly string[]): Promise<Json> => {
    const isShown = (name: string) => view.blocks.some(({ block_id: id }: Json) => id === name);
    const more = view.blocks.find(({ type }: Json) => type === 'actions')?.elements[0];
    if (more === undefined || names.every(isShown)) return view;
    const before = seen.length;
    const { actions: _, message: __, channel: ___, ...payload } = recorded('block-actions', trigger());
    const { callback_id, private_metadata } = view;
    const open = {
      type: 'modal',
      id: 'V0',
      hash: 'h',
      callback_id,
      private_metadata,
      state: { values: valuesOf(view, {}) },
    };
    const action = { ...more, block_id: 'x1Y', action_ts: `177400001${acts}.1` };
    await slack.send({ ...payload, container: { type: 'view', view_id: 'V0' }, view: open, actions: [action] });
    return next(before, 'views.update');
  };

  return {
    async say(text) {
      return drawn(withoutAddress(await jsonOf(await slack.send(recorded('command', { text, ...trigger() })))));
    },
    async form(text) {
      const before = seen.length;
      await slack.send(recorded('command', { text, ...trigger() }));
      return next(before, 'views.open');
    },
    async logMessage(message) {
      const before = seen.length;
      const payload = recorded('message-action', trigger());
      await slack.send({ ...payload, message: { ...(payload.message as object), ...message } });
      return next(before, 'views.open');
    },
    async sendFile(content) {
      const before = seen.length;
      expectFile(content);
      const { event, ...payload } = recorded('direct-message', { event_id: `Ev0FILE${++acts}` });
      const shared = { text: '', subtype: 'file_share', files: [{ ...PDF, size: content.length }] };
      await slack.send({ ...payload, event: { ...(event as object), ...shared } });
      return next(before, 'chat.postMessage');
    },
    async press(card, label) {
      const button = buttonIn(card, label);
      const before = seen.length;
      const { actions: _, ...payload } = recorded('block-actions', trigger());
      const actions = [{ ...button, block_id: 'x1Y', action_ts: `177400001${acts}.1` }];
      if (card.callback_id === undefined) await slack.send({ ...payload, actions });
      else await slack.send({ ...inView(payload, card, acts), actions });
      return next(before, 'views.open', 'views.update', 'response_url');
    },
    async send(opened, filled = {}) {
      const view = await withFields(opened, Object.keys(filled));
      const payload = recorded('view-submission', trigger());
      const sent = {
        ...(payload.view as object),
        ...view,
        id: `V0FORM${acts}`,
        state: { values: valuesOf(view, filled) },
      };
      const answer = await jsonOf(await slack.send({ ...payload, view: sent }));
      if (answer.response_action === 'update') return drawn(answer.view);
      throw new Error(`The form was not taken: ${JSON.stringify(answer)}`);
    },
    async openHome() {
      const before = seen.length;
      await slack.send({ ...recorded('app-home-opened'), event_id: `Ev0HOME${++acts}` });
      return next(before, 'views.publish');
    },
    homes: () => seen.filter(({ method }) => method === 'views.publish').map(({ args }) => drawn(args.view)),
    posted: () => seen.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args),
    adapter: slack,
    stop: () => slack.stop(),
  };
}

/** A press on a button of a view instead of a message. */
function inView({ message: _, channel: __, ...payload }: Json, { callback_id, private_metadata }: Json, act: number) {
  const id = `V0CARD${act}`;
  const view = { type: 'modal', id, hash: 'h', callback_id, private_metadata, state: { values: {} } };
  return { ...payload, container: { type: 'view', view_id: id }, view };
}

/** A message without whom it goes to, as Block Kit would be drawn. */
function withoutAddress({ text, blocks }: Json): Json {
  return { text, blocks };
}

function buttonIn(card: Json, label: string): Json {
  const all: Json[] = [];
  const walk = (part: Json): void => {
    if (part === null || typeof part !== 'object') return;
    if (part.type === 'button') all.push(part);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(card);
  const found = all.find(({ text }) => text.text === label);
  if (found === undefined) throw new Error(`There is no button ${label}: ${all.map(({ text }) => text.text)}`);
  return found;
}

/** What Slack sends of a view's inputs: what they begin with, or what was filled in by the names of fields. */
export function valuesOf(view: Json, filled: Readonly<Record<string, unknown>>): Json {
  const inputs = view.blocks.filter(({ type }: Json) => type === 'input');
  const unknown = Object.keys(filled).filter((name) => inputs.every(({ block_id }: Json) => block_id !== name));
  if (unknown.length > 0)
    throw new Error(`The form has no ${unknown}: ${inputs.map(({ block_id }: Json) => block_id)}`);
  return Object.fromEntries(
    inputs.map(({ block_id: name, element }: Json) => [
      name,
      { [element.action_id]: { type: element.type, ...stateOf(element, filled[name]) } },
    ]),
  );
}

function stateOf(element: Json, answer: unknown): Json {
  const options = (values: unknown) => (values as string[]).map((value) => ({ value, text: {} }));
  switch (element.type) {
    case 'datepicker':
      return { selected_date: answer ?? element.initial_date ?? null };
    case 'static_select':
    case 'external_select':
      return { selected_option: answer === undefined ? (element.initial_option ?? null) : options([answer])[0] };
    case 'multi_static_select':
    case 'checkboxes':
      return { selected_options: answer === undefined ? (element.initial_options ?? []) : options(answer) };
    case 'file_input':
      return { files: answer ?? [] };
    default:
      return { value: answer ?? element.initial_value ?? null };
  }
}
