import { z } from 'zod';
import type { Card } from '../../../src/chat/card.ts';
import { errorsWithoutField, type Form, fieldsOf } from '../../../src/chat/form.ts';
import type { PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import { cardOf, fitCount, moreNote } from './card.ts';
import { type AdaptiveCard, adaptiveCard, attached, type CardAttachment, type Element } from './elements.ts';
import { fieldOf, severalIn, warning } from './fields.ts';
import { LIMITS } from './limits.ts';
import { plainText, richText } from './text.ts';

/** What the button of a form carries; read again when it is sent, and never trusted. */
export const SubmittedForm = z.object({
  command: z.string().min(1).max(100),
  /** Names this one dialog: sent twice, it has one effect. */
  nonce: z.uuid(),
  state: z.string().max(2000).optional(),
  several: z.array(z.string().max(200)).max(100),
});
export type SubmittedForm = z.infer<typeof SubmittedForm>;

/** A dialog, as Teams opens it. */
export interface Dialog {
  readonly title: string;
  readonly width: 'medium' | 'large';
  readonly height: 'medium' | 'large';
  readonly card: CardAttachment;
}

/** What Teams is told when it opened or sent a dialog. */
export type DialogAnswer =
  | { readonly kind: 'show'; readonly dialog: Dialog }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'close' };

/** A form as a dialog; shown again, it is filled in and says what is wrong. */
export function formDialog(form: Form, nonce: string, phrases: PlatformPhrases): Dialog {
  const fields = fieldsOf(form.parts);
  const size = fields.length > 4 ? 'large' : 'medium';
  return {
    title: plainText(form.title, LIMITS.dialogTitle),
    width: 'medium',
    height: size,
    card: attached(formCard(form, nonce, phrases)),
  };
}

/** A card as a dialog: what there is to say instead of a form. */
export function cardDialog(card: Card, phrases: PlatformPhrases): Dialog {
  const content = cardOf(card, phrases, 'dialog');
  return {
    title: plainText(card.title, LIMITS.dialogTitle),
    width: 'medium',
    height: 'medium',
    card: attached(content),
  };
}

function formCard(form: Form, nonce: string, { form: phrases }: PlatformPhrases): AdaptiveCard {
  const { command, state, answers, errors = {}, problem } = form;
  const fields = fieldsOf(form.parts);
  const warnings = [...(problem === undefined ? [] : [problem]), ...errorsWithoutField(form)].map(warning);
  const parts = form.parts.map(
    (part): Element =>
      part.kind === 'text' ? richText(part.text) : fieldOf(part, { answers, error: errors[part.name], phrases }),
  );
  const sent: SubmittedForm = {
    command,
    nonce,
    several: [...severalIn(fields)],
    ...(state === undefined ? {} : { state }),
  };
  const title = plainText(form.submit, LIMITS.actionLabel);
  const submit = { type: 'Action.Submit', title, style: 'positive', data: { recert: { form: sent } } };
  const part = (stored: number) => {
    const left = parts.length - stored;
    return adaptiveCard(
      [...warnings, ...parts.slice(0, stored), ...(left === 0 ? [] : [moreNote(left, phrases)])],
      [submit],
    );
  };
  return part(fitCount((stored) => Buffer.byteLength(JSON.stringify(part(stored))) <= LIMITS.cardBytes, parts.length));
}
