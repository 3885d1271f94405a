import { renderAnswer } from '../../../adapters/playground/answer.ts';
import type { PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { cardMarkup } from '../../../src/page/card.ts';
import { formMarkup } from '../../../src/page/form.ts';
import { describeDrawing } from '../../contract/adapter-contract.ts';
import { describeReplies } from '../../contract/replies.ts';
import { silent } from '../../support/conversation.ts';
import { textOfHtml } from '../../support/html.ts';

describeDrawing({
  card: (card) => textOfHtml(String(cardMarkup(card, 'key'))),
  form: (form, phrases) => textOfHtml(String(formMarkup(form, 'key', { phrases: phrases.form, maxFileBytes: 1000 }))),
});
const answer = (reply: Reply, phrases: PlatformPhrases) => renderAnswer(reply, { previews: [], phrases, log: silent });
describeReplies(
  (reply, phrases) => (answer(reply, phrases).html === '' ? ['nothing was drawn'] : []),
  (reply, phrases) => {
    const { html, seenBy } = answer(reply, phrases);
    return `${textOfHtml(html)}\n${seenBy}`;
  },
);
