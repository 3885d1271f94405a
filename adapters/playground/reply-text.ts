import { cardWords } from '../../src/chat/card-as-text.ts';
import { type Form, fieldsOf } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { buttonWords, replyWords } from '../../src/chat/reply-as-text.ts';

/** A reply as plain text. */
export function replyText(reply: Reply): string {
  return replyWords(reply, {
    card: (card) => [cardWords(card), ...buttonWords(card.actions)].join('\n'),
    form: formText,
  });
}

function formText({ title, problem, errors = {}, parts }: Form): string {
  const fields = fieldsOf(parts).map(({ name, label }) => {
    const error = errors[name];
    return error === undefined ? `${label}:` : `${label}: ${error}`;
  });
  return [title, ...(problem === undefined ? [] : [problem]), ...fields].join('\n');
}
