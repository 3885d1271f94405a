import { pressKey } from '../../../src/chat/press-key.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Pressed } from '../cards/buttons.ts';
import { replyTargetOf } from '../outbound/reply-target.ts';
import { keyOf } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import type { TeamsActivity } from './payloads.ts';
import { sendReply } from './send-reply.ts';

/** Within this time the same button pressed again is a double click or a repeated delivery. */
const DOUBLE_CLICK_MS = 5000;
const ANSWERED_MS = 60 * 60_000;
const MAX_REMEMBERED = 2000;

interface Press {
  readonly button: string;
  readonly answered: Promise<void>;
}

/** Answers pressed buttons, a double click once. */
export class ButtonPresses {
  readonly #conversation: Conversation;
  /** The last press on each card. */
  readonly #recent: Recent<Press>;
  /** The presses whose answer was sent. */
  readonly #answered: Recent<true>;

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
    this.#recent = new Recent(conversation.clock, DOUBLE_CLICK_MS, MAX_REMEMBERED);
    this.#answered = new Recent(conversation.clock, ANSWERED_MS, MAX_REMEMBERED);
  }

  async press(activity: TeamsActivity, pressed: Pressed): Promise<void> {
    const card = keyOf(activity.conversation.id, activity.from.id, activity.replyToId ?? '');
    const button = JSON.stringify(pressed);
    const last = this.#recent.get(card);
    if (last?.button === button) return last.answered;
    const answered = this.#answer(activity, pressed);
    this.#recent.set(card, { button, answered });
    return answered;
  }

  // In a channel others see the card too, so it stays; in the personal chat the answer replaces it.
  async #answer(activity: TeamsActivity, button: Pressed): Promise<void> {
    const target = { ...replyTargetOf(activity), isPress: true as const };
    const { replyToId } = activity;
    const { command, args } = button;
    const key = pressKey(button, keyOf(activity.conversation.id, replyToId ?? activity.id));
    const reply = await this.#conversation.ask({ command, args, key }, activity);
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
