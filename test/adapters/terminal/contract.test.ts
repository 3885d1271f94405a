import { replyText } from '../../../adapters/terminal/text.ts';
import { describeDrawing } from '../../contract/adapter-contract.ts';
import { describeReplies } from '../../contract/replies.ts';

describeDrawing({
  card: (card, phrases) => replyText({ kind: 'card', card, to: 'sender' }, phrases),
  form: (form, phrases) => replyText({ kind: 'form', form }, phrases),
  isBare: true,
});
describeReplies((reply, phrases) => (replyText(reply, phrases) === '' ? ['nothing was drawn'] : []), replyText);
