import type { Card } from './card.ts';
import type { Form } from './form.ts';
import type { Language } from './language.ts';

/**
 * What the bot says: a card, to the sender alone or to everybody in the place; a form to fill in; or, to a sent form that could
 * not be dealt with, that it stays open just as it is, with the reason.
 */
export type Reply =
  /** `again`: the same act was answered before, with this very card; it need not be sent a second time. */
  | { readonly kind: 'card'; readonly card: Card; readonly to: 'sender' | 'place'; readonly again?: true }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'stay'; readonly problem: string; readonly language?: Language };
