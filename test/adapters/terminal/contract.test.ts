import { replyText } from '../../../adapters/terminal/text.ts';
import { describeDrawing } from '../../contract/adapter-contract.ts';
import { describeReplies } from '../../contract/replies.ts';

describeDrawing({
  card: (card) => replyText({ kind: 'card', card, to: 'sender' }),
  form: (form) => replyText({ kind: 'form', form }),
});
describeReplies((reply) => (replyText(reply) === '' ? ['nothing was drawn'] : []));
