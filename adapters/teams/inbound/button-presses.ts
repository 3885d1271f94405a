import { pressKey } from '../../../src/chat/press-key.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Pressed } from '../cards/buttons.ts';
import { replyTargetOf } from '../outbound/reply-target.ts';
import { sendReply } from '../outbound/send-reply.ts';
import { keyOf } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import type { TeamsActivity } from './payloads.ts';

/** Within this time the same button pressed again is a double click or a repeated delivery. */
const DOUBLE_CLICK_MS = 5000;
const ANSWERED_MS = 60 * 60_000;
const MAX_REMEMBERED = 2000;

/** A pressed button: what the core answers, and when that was sent. */
export interface Press {
  readonly reply: Promise<Reply>;
  readonly sent: Promise<void>;
}

type RecentPress = Press & { readonly button: string };

/** Answers pressed buttons, a double click once. */
export class ButtonPresses {
  readonly #conversation: Conversation;
  /** The last press on each card. */
  readonly #recent: Recent<RecentPress>;
  /** The presses whose answer was sent. */
  readonly #answered: Recent<true>;

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
    this.#recent = new Recent(conversation.clock, DOUBLE_CLICK_MS, MAX_REMEMBERED);
    this.#answered = new Recent(conversation.clock, ANSWERED_MS, MAX_REMEMBERED);
  }

  press(activity: TeamsActivity, pressed: Pressed): Press {
    const card = keyOf(activity.conversation.id, activity.from.id, activity.replyToId ?? '');
    const button = JSON.stringify(pressed);
    const last = this.#recent.get(card);
    if (last?.button === button) return last;
    const key = pressKey(pressed, keyOf(activity.conversation.id, activity.replyToId ?? activity.id));
    const { command, args } = pressed;
    const reply = this.#conversation.ask({ command, args, key }, activity);
    const sent = reply.then((answer) => this.#send(answer, { activity, button: pressed, key }));
    this.#recent.set(card, { button, reply, sent });
    return { reply, sent };
  }

  // In a channel others see the card too, so it stays; in the personal chat the answer replaces it.
  async #send(
    reply: Reply,
    { activity, button, key }: { readonly activity: TeamsActivity; readonly button: Pressed; readonly key: string },
  ): Promise<void> {
    const target = { ...replyTargetOf(activity), isPress: true as const };
    const { replyToId } = activity;
    const answered = keyOf(activity.from.id, key);
    if (reply.kind === 'card' && reply.again === true && this.#answered.get(answered) === true) return;
    if (reply.kind === 'card' && target.place.isPersonal && replyToId) {
      await this.#conversation.messenger.replace(replyToId, reply.card, target);
    } else {
      await sendReply(reply, { button, target }, this.#conversation);
    }
    this.#answered.set(answered, true);
  }
}
