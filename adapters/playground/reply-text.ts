import type { Card } from '../../src/chat/card.ts';
import { cardWords } from '../../src/chat/card-words.ts';
import { type Form, fieldsOf } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/interaction.ts';

/** A reply in plain words, one thing a line. */
export function replyText(reply: Reply): string {
  switch (reply.kind) {
    case 'card':
      return cardText(reply.card);
    case 'form':
      return formText(reply.form);
    case 'stay':
      return reply.problem;
  }
}

function cardText(card: Card): string {
  const buttons = (card.actions ?? []).map(({ label }) => `[${label}]`);
  return [cardWords(card), ...(buttons.length === 0 ? [] : [buttons.join(' ')])].join('\n');
}

function formText({ title, problem, errors = {}, parts }: Form): string {
  const fields = fieldsOf(parts).map(({ name, label }) => {
    const error = errors[name];
    return error === undefined ? `${label}:` : `${label}: ${error}`;
  });
  return [title, ...(problem === undefined ? [] : [problem]), ...fields].join('\n');
}
