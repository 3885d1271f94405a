import { renderAnswer } from '../../../adapters/playground/answer.ts';
import { cardMarkup } from '../../../adapters/playground/card.ts';
import { formMarkup } from '../../../adapters/playground/form.ts';
import { describeDrawing } from '../../contract/adapter-contract.ts';
import { describeReplies } from '../../contract/replies.ts';
import { silent } from '../../support/conversation.ts';

describeDrawing({
  card: (card) => textOfHtml(String(cardMarkup(card, 'key'))),
  form: (form) => textOfHtml(String(formMarkup(form, 'key'))),
});
describeReplies((reply) => (renderAnswer(reply, [], silent).html === '' ? ['nothing was drawn'] : []));

/** The words and values of HTML, entities resolved; an element that we did not build would lose its words. */
function textOfHtml(html: string): string {
  const values = [...html.matchAll(/\svalue="([^"]*)"/g)].map((match) => match[1]);
  const text = html.replace(/<[^>]*>/g, '\n');
  return [text, ...values]
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
