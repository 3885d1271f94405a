import { message } from '../../../adapters/slack/cards/message.ts';
import { modal } from '../../../adapters/slack/cards/modal.ts';
import { slackPreview } from '../../../adapters/slack/preview/preview.ts';
import { describeDrawing } from '../../contract/adapter-contract.ts';
import { describeReplies } from '../../contract/replies.ts';
import { textOfHtml } from '../../support/html.ts';
import { checkBlockKit } from './block-kit.ts';

describeDrawing({
  card: (card, phrases) => stringsIn(message(card, phrases)).join('\n'),
  form: (form, phrases) => stringsIn(modal(form, phrases, 'C1')).join('\n'),
});
describeReplies(
  (reply, phrases) => checkBlockKit(slackPreview.draw(reply, phrases).json),
  (reply, phrases) => textOfHtml(slackPreview.draw(reply, phrases).html),
);

/** The strings that Slack shows as plain words; one that it would read as markup fails the test. */
function stringsIn(payload: unknown): string[] {
  const found: string[] = [];
  const visit = (part: unknown, parent: Record<string, unknown>, name: string): void => {
    if (typeof part === 'string') {
      if (parent.type === 'mrkdwn') throw new Error(`Slack would read this as markup: ${part}`);
      if (['text', 'value', 'initial_value', 'initial_date', 'initial_user'].includes(name)) found.push(part);
    } else if (typeof part === 'object' && part !== null) {
      if (name === 'initial_users' && Array.isArray(part)) found.push(...part.map(String));
      for (const [key, child] of Object.entries(part)) visit(child, part as Record<string, unknown>, key);
    }
  };
  visit(payload, {}, '');
  return found;
}
