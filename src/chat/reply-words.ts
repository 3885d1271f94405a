import type { Action, Card } from './card.ts';
import type { Form } from './form.ts';
import type { Reply } from './reply.ts';

/** A reply in plain words, its card or its form laid out as told. */
export function replyWords(
  reply: Reply,
  as: { readonly card: (card: Card) => string; readonly form: (form: Form) => string },
): string {
  switch (reply.kind) {
    case 'card':
      return as.card(reply.card);
    case 'form':
      return as.form(reply.form);
    case 'stay':
      return reply.problem;
  }
}

/** Buttons in one line of plain words; no line where there are none. */
export function buttonWords(actions: readonly Action[] = []): readonly string[] {
  return actions.length === 0 ? [] : [actions.map(({ label }) => `[${label}]`).join(' ')];
}
