import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Pressed } from '../cards/buttons.ts';
import { replyTargetOf } from '../outbound/reply-target.ts';
import { keyOf, keyOfActivity } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import type { TeamsActivity } from './payloads.ts';
import { sendReply } from './send-reply.ts';

/** Within this time the same button pressed again is a double click or a repeated delivery. */
const DOUBLE_CLICK_MS = 5000;
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

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
    this.#recent = new Recent(conversation.clock, DOUBLE_CLICK_MS, MAX_REMEMBERED);
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
    const target = replyTargetOf(activity);
    const reply = await this.#conversation.ask({ ...button, ...keyOfActivity(activity) }, activity);
    const { replyToId } = activity;
    if (reply.kind === 'card' && target.place.isPersonal && replyToId) {
      await this.#conversation.messenger.replace(replyToId, reply.card, target);
    } else {
      await sendReply(reply, { button, target }, this.#conversation);
    }
  }
}
