import { parseLineWithFiles } from '../../../src/chat/parse-line.ts';
import type { Answer } from '../auth/guard.ts';
import { Pressed, recertIn } from '../cards/buttons.ts';
import { attachedFiles, hasPicture } from '../files/incoming-files.ts';
import { lineCard } from '../outbound/messenger.ts';
import { replyTargetOf } from '../outbound/reply-target.ts';
import { keyOfActivity } from './ask-core.ts';
import { ButtonPresses } from './button-presses.ts';
import type { Conversation } from './conversation.ts';
import type { Dialogs } from './dialogs.ts';
import { isInsertedCard, typedText } from './message-text.ts';
import { ExecuteValue, type TeamsActivity } from './payloads.ts';
import type { Places } from './places.ts';
import { sendReply } from './send-reply.ts';

interface MessagesDeps {
  readonly conversation: Conversation;
  readonly places: Places;
  readonly dialogs: Pick<Dialogs, 'keep'>;
  readonly fetch: typeof globalThis.fetch;
}

const EXECUTED: Answer = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'OK' },
};

/** Answers what people type and press in a conversation. */
export class Messages {
  readonly #deps: MessagesDeps;
  readonly #presses: ButtonPresses;

  constructor(deps: MessagesDeps) {
    this.#deps = deps;
    this.#presses = new ButtonPresses(deps.conversation);
  }

  /** Answers a typed message, or a button whose value Teams sends as a message. */
  async message(activity: TeamsActivity): Promise<void> {
    const { conversation, places } = this.#deps;
    conversation.messenger.rememberChat(activity);
    conversation.inBackground(places.seen(activity));
    const button = Pressed.safeParse(recertIn(activity.value));
    if (button.success) return this.#presses.press(activity, button.data);
    const isFromOtherApp = activity.value !== undefined && activity.value !== null && !activity.text;
    if (isFromOtherApp || isInsertedCard(activity)) return;
    await this.#answerText(activity);
  }

  /** Acknowledges a pressed `Action.Execute` and answers it in the background. */
  execute(activity: TeamsActivity): Answer {
    const { data: value } = ExecuteValue.safeParse(activity.value);
    const button = Pressed.safeParse(value?.action.data?.recert);
    if (!button.success) return { status: 400 };
    this.#deps.conversation.inBackground(this.#presses.press(activity, button.data));
    return EXECUTED;
  }

  async #answerText(activity: TeamsActivity): Promise<void> {
    const { conversation, fetch } = this.#deps;
    const { text: line, mentions } = typedText(activity);
    const files = attachedFiles(activity, fetch);
    const isPicture = files.length === 0 && hasPicture(activity);
    if (line !== '' || !isPicture) {
      const command = parseLineWithFiles(line, files);
      const named = mentions.length === 0 ? {} : { mentions };
      const content = { ...command, ...named, ...(files.length === 0 ? {} : { files }) };
      const reply = await conversation.ask({ ...content, ...keyOfActivity(activity) }, activity);
      // A button carries no files, so a form with files waits for its button.
      const { command: name, args } = reply.kind === 'form' ? (reply.opener ?? command) : command;
      const keepsForm = reply.kind === 'form' && files.length > 0;
      const opener = { command: name, args };
      const button = keepsForm ? this.#deps.dialogs.keep(reply.form, opener, activity) : opener;
      await sendReply(reply, { button, target: replyTargetOf(activity) }, conversation);
    }
    if (isPicture) await this.#explainPictures(activity);
  }

  async #explainPictures(activity: TeamsActivity): Promise<void> {
    const { phrases, messenger } = this.#deps.conversation;
    const target = replyTargetOf(activity);
    await messenger.sendPrivately(lineCard(phrases(target.reader).file.pictureIgnored), target);
  }
}
