import type { z } from 'zod';
import { type Answers, usersIn } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Mention } from '../../../src/chat/mention.ts';
import { parseJson } from '../../../src/chat/parse-json.ts';
import { parseLine, parseLineWithFiles } from '../../../src/chat/parse-line.ts';
import { pressKey } from '../../../src/chat/press-key.ts';
import { SHORTCUTS } from '../../../src/chat/shortcuts.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { ButtonValue } from '../cards/buttons.ts';
import { fieldOfBlock } from '../cards/fields.ts';
import { LIMITS } from '../cards/limits.ts';
import { CARD_VIEW } from '../cards/message.ts';
import { Metadata } from '../cards/modal.ts';
import type { SentFile } from '../files/incoming-files.ts';
import {
  commandOrigin,
  directMessageOrigin,
  homeOrigin,
  identityOf,
  type Origin,
  originOf,
  placeOf,
} from './identity.ts';
import type {
  ActionBody,
  CommandBody,
  DirectMessageBody,
  HomeOpenedBody,
  InputState,
  ShortcutBody,
  SubmissionBody,
} from './payloads.ts';
import { firstLink, readMentions, withoutMarkup } from './unescape.ts';

/** An interaction and its sender. */
export interface ParsedInteraction {
  readonly origin: Origin;
  /** When the message of a shortcut was sent. */
  readonly about?: Date;
  /** Files that came with it, as Slack describes them. */
  readonly files?: readonly SentFile[];
  readonly interaction: Interaction;
  /** The view that a button is in, which the answer replaces: a form, which only another form replaces, or a card. */
  readonly view?: { readonly id: string; readonly hash?: string | undefined; readonly isCard?: true };
  /** A button of the Home tab that turns its page. */
  readonly isPageOfHome?: true;
}

/** The command whose answer the Home tab shows. */
const HOME = 'home';

/** Parses a typed slash command, without the name `/recert`. */
export function parseCommand(body: CommandBody): ParsedInteraction {
  const origin = commandOrigin(body);
  const { text, mentions } = readMentions(body.text);
  return parsed(origin, body.channel_id, { ...parseLine(text), ...withMentions(mentions), key: body.trigger_id });
}

/** Parses a pressed button; `undefined` if recert did not draw it. */
export function parsePress(body: ActionBody): ParsedInteraction | undefined {
  const [action] = body.actions;
  const value = ButtonValue.safeParse(parseJson(action?.value ?? ''));
  if (action === undefined || !value.success) return undefined;
  const { command, args } = value.data;
  if (body.view?.callback_id === CARD_VIEW) return parseCardPress(body, body.view, value.data);
  if (body.view !== undefined) return parseFormPress(body, body.view, value.data);
  const { message_ts: message, view_id: view = '' } = body.container;
  // The Home tab stays as it is after a press, so there a second press is a second act.
  const key = message === undefined ? [view, action.action_ts, body.user.id].join(':') : pressKey(value.data, message);
  const page = message === undefined && command === HOME ? { isPageOfHome: true as const } : {};
  return { ...parsed(originOf(body), body.channel?.id, { command, args, key }), ...page };
}

/** Parses a button of a card that is shown in a view, which is answered there. */
function parseCardPress(
  body: ActionBody,
  { id, private_metadata }: NonNullable<ActionBody['view']>,
  button: z.infer<typeof ButtonValue>,
): ParsedInteraction {
  const { command, args } = button;
  const { place } = metadataOf({ private_metadata });
  return { ...parsed(originOf(body), place, { command, args, key: pressKey(button, id) }), view: { id, isCard: true } };
}

/** Parses a button of a form, which is sent with the answers so far. */
function parseFormPress(
  body: ActionBody,
  view: NonNullable<ActionBody['view']>,
  { command, args }: z.infer<typeof ButtonValue>,
): ParsedInteraction | undefined {
  if (view.callback_id !== command) return undefined;
  const { state, place } = metadataOf(view);
  const [action] = body.actions;
  const key = [view.id, action?.action_ts, body.user.id].join(':');
  const content = {
    command,
    args,
    answers: answersFrom(view.state.values),
    key,
    ...(state === undefined ? {} : { state }),
  };
  return {
    ...parsed(originOf(body), place, content),
    ...withFiles(filesFrom(view.state.values)),
    view: { id: view.id, hash: view.hash },
  };
}

/** Parses a sent form. */
export function parseSubmission(body: SubmissionBody): ParsedInteraction {
  const { id, callback_id: command, state: view } = body.view;
  const { state, place } = metadataOf(body.view);
  const answers = answersFrom(view.values);
  const users = usersIn(answers, peopleFieldsIn(view.values));
  const named = users.length === 0 ? {} : { users };
  const content = { command, args: {}, answers, ...named, key: id, ...(state === undefined ? {} : { state }) };
  return { ...parsed(originOf(body), place, content), ...withFiles(filesFrom(view.values)) };
}

/** The metadata of a view; empty if it is not in recert's format. */
export function metadataOf(view: { readonly private_metadata: string }): Metadata {
  return Metadata.safeParse(parseJson(view.private_metadata)).data ?? {};
}

/** Parses a shortcut; from a message it takes the first line and the first link. */
export function parseShortcut(body: ShortcutBody): ParsedInteraction | undefined {
  const command = SHORTCUTS.get(body.callback_id);
  if (command === undefined) return undefined;
  const about = Number(body.message?.ts ?? Number.NaN);
  return {
    ...parsed(originOf(body), body.channel?.id, { command, ...contentOf(body), key: body.trigger_id }),
    ...withFiles((body.message?.files ?? []).map((file) => ({ file }))),
    ...(Number.isNaN(about) ? {} : { about: new Date(about * 1000) }),
  };
}

/** Parses a direct message, which is understood like a line after `/recert`; files without words are proof. */
export function parseDirectMessage(body: DirectMessageBody): ParsedInteraction {
  const { text: sent, channel, files: shared } = body.event;
  const { text, mentions } = readMentions(sent);
  const files = (shared ?? []).map((file) => ({ file }));
  const content = { ...parseLineWithFiles(text, files), ...withMentions(mentions), key: body.event_id };
  return { ...parsed(directMessageOrigin(body), channel, content), ...withFiles(files) };
}

/** The Home tab shows the answer to `home`. */
export function parseHome(body: HomeOpenedBody): ParsedInteraction {
  return parsed(homeOrigin(body), body.event.channel, { command: HOME, args: {}, key: body.event_id });
}

function parsed(
  origin: Origin,
  channel: string | undefined,
  content: Omit<Interaction, 'from' | 'place' | 'direct'>,
): ParsedInteraction {
  const places = { place: placeOf(origin, channel), direct: placeOf(origin, undefined) };
  return { origin, interaction: { ...content, from: identityOf(origin), ...places } };
}

function contentOf(body: ShortcutBody): Pick<Interaction, 'args' | 'mentions'> {
  const sent = body.message?.text ?? '';
  const { text, mentions } = readMentions(sent);
  // A line of emoji alone is no title.
  const [line = ''] = text.split('\n').map(withoutMarkup).filter(Boolean);
  const url = firstLink(sent);
  const args = { text: shorten(line, LIMITS.typed), ...(url === undefined ? {} : { url }) };
  return { args, ...withMentions(mentions) };
}

function withMentions(mentions: readonly Mention[]): Pick<Interaction, 'mentions'> {
  return mentions.length === 0 ? {} : { mentions };
}

type Values = SubmissionBody['view']['state']['values'];

function answersFrom(values: Values): Answers {
  const answers = new Map<string, string | readonly string[]>();
  for (const [name, input] of inputsIn(values)) {
    const [before, answer] = [answers.get(name), answerFrom(input)];
    // The uploaded files of a field take several blocks.
    answers.set(name, Array.isArray(before) && Array.isArray(answer) ? [...before, ...answer] : answer);
  }
  return Object.fromEntries(answers);
}

function peopleFieldsIn(values: Values): readonly string[] {
  return inputsIn(values).flatMap(([field, { type }]) => (/^(?:multi_)?users_select$/u.test(type) ? [field] : []));
}

function filesFrom(values: Values): readonly SentFile[] {
  return inputsIn(values).flatMap(([field, { files }]) => (files ?? []).map((file) => ({ field, file })));
}

function inputsIn(values: Values): readonly (readonly [field: string, input: InputState])[] {
  return Object.entries(values).flatMap(([id, inputs]) =>
    Object.values(inputs)
      .slice(0, 1)
      .map((input) => [fieldOfBlock(id), input] as const),
  );
}

function withFiles(files: readonly SentFile[]): { readonly files?: readonly SentFile[] } {
  return files.length === 0 ? {} : { files };
}

function answerFrom(input: InputState): string | readonly string[] {
  switch (input.type) {
    case 'datepicker':
      return input.selected_date ?? '';
    case 'static_select':
    case 'external_select':
      return input.selected_option?.value ?? '';
    case 'multi_static_select':
    case 'checkboxes':
      return input.selected_options?.map(({ value }) => value) ?? [];
    case 'users_select':
      return input.selected_user ? [input.selected_user] : [];
    case 'multi_users_select':
      return input.selected_users ?? [];
    case 'file_input':
      return [];
    default:
      return input.value ?? '';
  }
}
