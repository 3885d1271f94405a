import type { types } from '@slack/bolt';
import { z } from 'zod';
import { errorsWithoutField, type Form, MORE_FIELDS, partsByNeed } from '../../../src/chat/form.ts';
import { LANGUAGE_CODES } from '../../../src/chat/language.ts';
import type { FormPhrases, Notice, PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import { runsOf } from '../../../src/chat/text.ts';
import { header } from './blocks.ts';
import { newButtons } from './buttons.ts';
import { inputsOf } from './fields.ts';
import { LIMITS } from './limits.ts';
import { moreNote } from './message.ts';
import { isLongTitle, plainText, richText, viewTitle } from './text.ts';

/** What a view carries from opening to sending. */
export const Metadata = z.object({
  state: z.string().optional(),
  /** The channel the form was opened from. */
  place: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,30}$/u)
    .optional(),
  /** The view shows errors as text, so it must be drawn again to remove them. */
  showsErrors: z.boolean().optional(),
  /** The language of the form. */
  language: z.enum(LANGUAGE_CODES).optional(),
});
export type Metadata = z.infer<typeof Metadata>;

/** A form as a modal view; `place` is the channel it was opened from. */
export function modal(form: Form, phrases: PlatformPhrases, place?: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: form.command,
    title: viewTitle(form.title),
    submit: plainText(form.submit, LIMITS.viewButton),
    close: plainText(phrases.form.cancel, LIMITS.viewButton),
    private_metadata: metadataOf(form, place),
    blocks: partsOf(form, phrases.form),
  };
}

/** A notice as a modal view. */
export function noticeView({ title, text }: Notice, { form }: PlatformPhrases): types.ModalView {
  return {
    type: 'modal',
    title: viewTitle(title),
    close: plainText(form.close, LIMITS.viewButton),
    blocks: [...longTitle(title), richText(text)],
  };
}

/** Whether a form has errors. */
export function isRefused(form: Form): boolean {
  return form.problem !== undefined || Object.keys(form.errors ?? {}).length > 0;
}

function partsOf(form: Form, phrases: FormPhrases): types.KnownBlock[] {
  const { errors = {}, problem } = form;
  const { main, extra } = partsByNeed(form);
  const blocks: types.KnownBlock[] = [
    ...longTitle(form.title),
    ...[...(problem === undefined ? [] : [problem]), ...errorsWithoutField(form)].map(warning),
    ...main.flatMap((part): types.KnownBlock[] => {
      if (part.kind === 'text') return [richText(...runsOf(part.text))];
      const error = errors[part.name];
      return [...inputsOf(part, form.answers, phrases), ...(error === undefined ? [] : [warning(error)])];
    }),
    ...(extra.length === 0 ? [] : [moreFields(form, phrases)]),
  ];
  if (blocks.length <= LIMITS.blocksInView) return blocks;
  const shown = blocks.slice(0, LIMITS.blocksInView - 1);
  return [...shown, moreNote(blocks.length - shown.length, phrases)];
}

function longTitle(title: string): types.KnownBlock[] {
  return isLongTitle(title) ? [header(title)] : [];
}

/** A button that asks for the form with all its fields. */
function moreFields({ command, moreFields: label }: Form, phrases: FormPhrases): types.KnownBlock {
  const draw = newButtons(phrases);
  return { type: 'actions', elements: [draw({ label: label ?? phrases.moreFields, command, args: MORE_FIELDS })] };
}

function warning(text: string): types.KnownBlock {
  return richText('⚠️ ', { bold: text });
}

function metadataOf(form: Form, place: string | undefined): string {
  const metadata: Metadata = {
    ...(form.state === undefined ? {} : { state: form.state }),
    ...(place === undefined ? {} : { place }),
    ...(isRefused(form) ? { showsErrors: true } : {}),
    ...(form.language === undefined ? {} : { language: form.language }),
  };
  const json = JSON.stringify(metadata);
  if (json.length > LIMITS.metadata) {
    throw new Error(`The form ${form.command} remembers ${json.length} characters, Slack takes ${LIMITS.metadata}.`);
  }
  return json;
}
