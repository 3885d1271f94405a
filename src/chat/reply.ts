import type { Card } from './card.ts';
import type { Form } from './form.ts';
import type { Language } from './language.ts';

/** A command with its arguments that answers with a form. */
export interface FormOpener {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
}

/** A card for the sender or for everyone in the place; a form to fill in; or the reason why a sent form was not handled and stays open. */
export type Reply =
  /**
   * `again`: this interaction was answered before, so the card need not be sent a second time. `refused`: nothing was done, and the card says
   * why.
   */
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly to: 'sender' | 'place';
      readonly again?: true;
      readonly refused?: true;
    }
  /** `opener`: what a button carries that opens this form later, where it isn't what was typed. */
  | { readonly kind: 'form'; readonly form: Form; readonly opener?: FormOpener }
  | { readonly kind: 'stay'; readonly problem: string; readonly language?: Language };
