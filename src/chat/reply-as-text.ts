import type { Action, Card } from './card.ts';
import type { Form } from './form.ts';
import type { Reply } from './reply.ts';

/** A reply as plain text, with functions that lay out its card or form. */
export function replyWords(
  reply: Reply,
  layout: { readonly card: (card: Card) => string; readonly form: (form: Form) => string },
): string {
  switch (reply.kind) {
    case 'card':
      return layout.card(reply.card);
    case 'form':
      return layout.form(reply.form);
    case 'stay':
      return reply.problem;
  }
}

/** Buttons as one line of plain text; no line if there are none. */
export function buttonWords(actions: readonly Action[] = []): readonly string[] {
  return actions.length === 0 ? [] : [actions.map(({ label }) => `[${label}]`).join(' ')];
}
