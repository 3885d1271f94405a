import { usersIn } from '../../../src/chat/form.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { DialogAnswer } from '../cards/dialog.ts';
import { replyTargetOf } from '../outbound/reply-target.ts';
import { keyOf } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import type { ShownForms, Submission } from './shown-forms.ts';

/** Within this time the same form sent again is a double click or a repeated delivery. */
const REPEAT_MS = 60_000;
const DELIVERED_MS = 60 * 60_000;
const MAX_REMEMBERED = 1000;

/** The answer to a sent form. One that is done is answered the same when it is sent again. */
interface Answered {
  readonly answer: DialogAnswer;
  readonly isDone: boolean;
}

type CardReply = Extract<Reply, { kind: 'card' }>;

/** Answers sent forms. */
export class Submissions {
  readonly #conversation: Conversation;
  readonly #forms: ShownForms;
  readonly #running: Recent<Promise<Answered>>;
  /** The forms whose card was sent to the chat. */
  readonly #delivered: Recent<true>;

  constructor(conversation: Conversation, forms: ShownForms) {
    this.#conversation = conversation;
    this.#forms = forms;
    this.#running = new Recent(conversation.clock, REPEAT_MS, MAX_REMEMBERED);
    this.#delivered = new Recent(conversation.clock, DELIVERED_MS, MAX_REMEMBERED);
  }

  /** Handles a form once however often it is sent; a form that stays open can be sent again. */
  async submit(submission: Submission): Promise<DialogAnswer> {
    const { form, answers, activity } = submission;
    const key = keyOf(activity.conversation.id, activity.from.id, form, answers);
    const { answer, isDone } = await this.#running.once(key, () => this.#handle(submission));
    if (!isDone) this.#running.delete(key);
    return answer;
  }

  async #handle(submission: Submission): Promise<Answered> {
    const { form, answers, activity } = submission;
    const { command, nonce, state, people = [] } = form;
    const users = usersIn(answers, people);
    const named = users.length === 0 ? {} : { users };
    const content = { command, args: {}, answers, ...named, key: nonce, ...(state === undefined ? {} : { state }) };
    const reply = await this.#conversation.ask(content, activity);
    switch (reply.kind) {
      case 'card':
        if (reply.to === 'place' && submission.source === 'chat') this.#deliverOnce(reply, submission);
        return { answer: this.#forms.showReply(reply, nonce, activity), isDone: true };
      case 'form':
        return { answer: this.#forms.show(reply.form, nonce, activity), isDone: false };
      case 'stay':
        return { answer: this.#forms.showAgain(reply, submission), isDone: false };
    }
  }

  /** Posts a card that is for the whole conversation. A repeated one is sent only if the first one did not arrive. */
  #deliverOnce(reply: CardReply, submission: Submission): void {
    const key = keyOf(submission.activity.from.id, submission.form.nonce);
    if (reply.again === true && this.#delivered.get(key) === true) return;
    this.#conversation.inBackground(this.#deliver(reply, submission, key));
  }

  async #deliver({ card, to }: CardReply, { activity }: Submission, key: string): Promise<void> {
    const target = { ...replyTargetOf(activity), isPress: true as const };
    const isDelivered = await this.#conversation.messenger.reply(card, to, target);
    if (isDelivered) this.#delivered.set(key, true);
  }
}
