import type { Answers } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { parseJson } from '../../../src/chat/parse-json.ts';
import { parseLine } from '../../../src/chat/parse-line.ts';
import { SHORTCUTS } from '../../../src/chat/shortcuts.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { ButtonValue } from '../cards/buttons.ts';
import { fieldOfBlock } from '../cards/fields.ts';
import { LIMITS } from '../cards/limits.ts';
import { Metadata } from '../cards/modal.ts';
import type { SentFile } from '../files/incoming-files.ts';
import { commandOrigin, homeOrigin, identityOf, type Origin, originOf, placeOf } from './identity.ts';
import type { ActionBody, CommandBody, HomeOpenedBody, InputState, ShortcutBody, SubmissionBody } from './payloads.ts';
import { firstLink, unescapeText } from './unescape.ts';

/** An interaction, and the envelope it came in. */
export interface ParsedInteraction {
  readonly origin: Origin;
  /** The moment of the message a shortcut is about. */
  readonly about?: Date;
  /** What came with it, still as Slack tells of it. */
  readonly files?: readonly SentFile[];
  readonly interaction: Interaction;
}

/** What a typed line says; the name Slack knows it by (`/recert`) is not part of it. */
export function parseCommand(body: CommandBody): ParsedInteraction {
  const origin = commandOrigin(body);
  return heard(origin, body.channel_id, { ...parseLine(unescapeText(body.text)), key: body.trigger_id });
}

/** What a pressed button says; nothing, when it is none of ours. */
export function parsePress(body: ActionBody): ParsedInteraction | undefined {
  const [action] = body.actions;
  const value = ButtonValue.safeParse(parseJson(action?.value ?? ''));
  if (action === undefined || !value.success) return undefined;
  const { command, args } = value.data;
  const where = body.container.message_ts ?? body.container.view_id ?? '';
  const key = [where, action.action_ts, body.user.id].join(':');
  return heard(originOf(body), body.channel?.id, { command, args, key });
}

/** What a sent form says. */
export function parseSubmission(body: SubmissionBody): ParsedInteraction {
  const { id, callback_id: command, state: sent } = body.view;
  const { state, place } = metadataOf(body);
  const answers = answersFrom(sent.values);
  const stated = { command, args: {}, answers, key: id, ...(state === undefined ? {} : { state }) };
  return { ...heard(originOf(body), place, stated), ...given(filesFrom(sent.values)) };
}

/** What a view remembered; nothing, when it is not as we wrote it. */
export function metadataOf(body: SubmissionBody): Metadata {
  return Metadata.safeParse(parseJson(body.view.private_metadata)).data ?? {};
}

/** What a shortcut says; from a message it takes the first line and the first link. */
export function parseShortcut(body: ShortcutBody): ParsedInteraction | undefined {
  const command = SHORTCUTS.get(body.callback_id);
  if (command === undefined) return undefined;
  const about = Number(body.message?.ts ?? Number.NaN);
  return {
    ...heard(originOf(body), body.channel?.id, { command, args: argsOf(body), key: body.trigger_id }),
    ...given((body.message?.files ?? []).map((file) => ({ file }))),
    ...(Number.isNaN(about) ? {} : { about: new Date(about * 1000) }),
  };
}

/** A first look at the Home tab asks for what `help` says. */
export function parseHome(body: HomeOpenedBody): ParsedInteraction {
  return heard(homeOrigin(body), body.event.channel, { command: 'help', args: { text: '' }, key: body.event_id });
}

function heard(
  origin: Origin,
  channel: string | undefined,
  stated: Omit<Interaction, 'from' | 'place' | 'direct'>,
): ParsedInteraction {
  const places = { place: placeOf(origin, channel), direct: placeOf(origin, undefined) };
  return { origin, interaction: { ...stated, from: identityOf(origin), ...places } };
}

function argsOf(body: ShortcutBody): Record<string, string> {
  const text = body.message?.text ?? '';
  const [line = ''] = unescapeText(text).trim().split('\n');
  const url = firstLink(text);
  return { text: shorten(line.trim(), LIMITS.typed), ...(url === undefined ? {} : { url }) };
}

type Values = SubmissionBody['view']['state']['values'];

function answersFrom(values: Values): Answers {
  const answers = new Map<string, string | readonly string[]>();
  for (const [name, input] of inputsIn(values)) {
    const [before, answer] = [answers.get(name), answerFrom(input)];
    // The files of a field are spread over several blocks.
    answers.set(name, Array.isArray(before) && Array.isArray(answer) ? [...before, ...answer] : answer);
  }
  return Object.fromEntries(answers);
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

function given(files: readonly SentFile[]): { readonly files?: readonly SentFile[] } {
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
    case 'file_input':
      return [];
    default:
      return input.value ?? '';
  }
}
