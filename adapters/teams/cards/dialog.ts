import { z } from 'zod';
import type { Card } from '../../../src/chat/card.ts';
import { errorsWithoutField, type Form, type FormPart, fieldsOf, partsByNeed } from '../../../src/chat/form.ts';
import type { PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import { cardOf, fitCount, moreNote } from './card.ts';
import { type AdaptiveCard, adaptiveCard, attached, type CardAttachment, type Element } from './elements.ts';
import { fieldOf, peopleIn, severalIn, warning } from './fields.ts';
import { LIMITS } from './limits.ts';
import { plainText, richText } from './text.ts';

/** The data of a form's button; it comes back from the client, so it is validated and never trusted. */
export const SubmittedForm = z.object({
  command: z.string().min(1).max(100),
  /** Identifies this one dialog, so that sending it twice has one effect. */
  nonce: z.uuid(),
  state: z.string().max(2000).optional(),
  /** The fields whose answer is a list. */
  several: z.array(z.string().max(200)).max(100),
  /** The fields whose answers are users. */
  people: z.array(z.string().max(200)).max(100).optional(),
});
export type SubmittedForm = z.infer<typeof SubmittedForm>;

/** The container of the fields that are shown on request. */
const MORE_ID = 'more-fields';

/** A dialog, as Teams opens it. */
export interface Dialog {
  readonly title: string;
  readonly width: 'medium' | 'large';
  readonly height: 'medium' | 'large';
  readonly card: CardAttachment;
}

/** The answer to an opened or sent dialog. */
export type DialogAnswer =
  | { readonly kind: 'show'; readonly dialog: Dialog }
  | { readonly kind: 'message'; readonly text: string };

/** A form as a dialog, filled in with its answers and errors. */
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

/** A card as a dialog, for commands that answer without a form. */
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
  const { main, extra } = partsByNeed(form);
  const draw = (part: FormPart): Element =>
    part.kind === 'text' ? richText(part.text) : fieldOf(part, { answers, error: errors[part.name], phrases });
  const parts = [
    ...main.map(draw),
    ...(extra.length === 0 ? [] : moreFields(extra.map(draw), form.moreFields ?? phrases.moreFields)),
  ];
  const people = peopleIn(fields);
  const data: SubmittedForm = {
    command,
    nonce,
    several: [...severalIn(fields)],
    ...(people.length === 0 ? {} : { people: [...people] }),
    ...(state === undefined ? {} : { state }),
  };
  const title = plainText(form.submit, LIMITS.actionLabel);
  const submit = { type: 'Action.Submit', title, style: 'positive', data: { recert: { form: data } } };
  const withParts = (count: number) => {
    const left = parts.length - count;
    return adaptiveCard(
      [...warnings, ...parts.slice(0, count), ...(left === 0 ? [] : [moreNote(left, phrases)])],
      [submit],
    );
  };
  const fits = (count: number) => Buffer.byteLength(JSON.stringify(withParts(count))) <= LIMITS.cardBytes;
  return withParts(fitCount(fits, parts.length));
}

/** Parts that a button shows and hides. */
function moreFields(items: readonly Element[], label: string): readonly Element[] {
  const title = plainText(label, LIMITS.actionLabel);
  const toggle = { type: 'Action.ToggleVisibility', title, targetElements: [MORE_ID] };
  return [
    { type: 'ActionSet', actions: [toggle] },
    { type: 'Container', id: MORE_ID, isVisible: false, items },
  ];
}
