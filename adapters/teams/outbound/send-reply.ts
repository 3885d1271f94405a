import type { Action, Card } from '../../../src/chat/card.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import { fitsButton, type Pressed } from '../cards/buttons.ts';
import type { Conversation } from '../inbound/conversation.ts';
import type { ReplyTarget } from './reply-target.ts';

/** Who gets a reply, and the button that opens it if it is a form. */
interface ReplyOptions {
  readonly button: Pressed;
  readonly target: ReplyTarget;
}

/** Sends a reply to the chat. */
export async function sendReply(
  reply: Reply,
  { button, target }: ReplyOptions,
  { phrases, messenger }: Conversation,
): Promise<void> {
  const language = languageOf(reply);
  const own = phrases({ ...target.reader, language });
  const formPlace = target.isPress ? 'sender' : 'place';
  const written = language === undefined ? {} : { language };
  switch (reply.kind) {
    case 'card':
      await messenger.reply(reply.card, reply.to, target);
      return;
    case 'form':
      await messenger.reply({ ...openFormCard(reply.form.title, button, own), ...written }, formPlace, target);
      return;
    case 'stay': {
      const problem = renderNotice({ ...own.notice.failed, text: reply.problem });
      await messenger.reply({ ...problem, ...written }, 'sender', target);
    }
  }
}

// Teams opens dialogs from buttons only.
function openFormCard(title: string, { command, args }: Pressed, { form, notice }: PlatformPhrases): Card {
  const open: Action = { label: form.open, command, args, style: 'primary', opensForm: true };
  const actions = [fitsButton(open) ? open : { ...open, args: {} }];
  return { ...renderNotice({ ...notice.ready, title }), actions };
}
