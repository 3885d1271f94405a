import type { Language } from '../../../src/chat/language.ts';
import { parseLineWithFiles } from '../../../src/chat/parse-line.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Answer } from '../auth/guard.ts';
import { Pressed, recertIn } from '../cards/buttons.ts';
import { summaryOf } from '../cards/card.ts';
import { attachedFiles, hasPicture } from '../files/incoming-files.ts';
import { lineCard, messageOf } from '../outbound/messenger.ts';
import { replyTargetOf } from '../outbound/reply-target.ts';
import { sendReply } from '../outbound/send-reply.ts';
import { keyOfActivity } from './ask-core.ts';
import { ButtonPresses } from './button-presses.ts';
import type { Conversation } from './conversation.ts';
import type { Dialogs } from './dialogs.ts';
import { isInsertedCard, typedText } from './message-text.ts';
import { ExecuteValue, type TeamsActivity } from './payloads.ts';
import type { Places } from './places.ts';

interface MessagesDeps {
  readonly conversation: Conversation;
  readonly places: Places;
  readonly dialogs: Pick<Dialogs, 'keep'>;
  readonly fetch: typeof globalThis.fetch;
}

/** Teams waits five seconds for the answer to a request. */
const EXECUTE_MS = 3000;

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
    if (button.success) return this.#presses.press(activity, button.data).sent;
    const isFromOtherApp = activity.value !== undefined && activity.value !== null && !activity.text;
    if (isFromOtherApp || isInsertedCard(activity)) return;
    await this.#answerText(activity);
  }

  /** Answers a pressed `Action.Execute`: with what the presser alone reads beside the card, or with the card as it is now. */
  async execute(activity: TeamsActivity): Promise<Answer> {
    const { data: value } = ExecuteValue.safeParse(activity.value);
    const button = Pressed.safeParse(value?.action.data?.recert);
    if (!button.success) return { status: 400 };
    if (value?.trigger === 'automatic') return this.#refresh(activity, button.data);
    const { inBackground, phrases } = this.#deps.conversation;
    const { reply, sent } = this.#presses.press(activity, button.data);
    inBackground(sent);
    const answer = await withTimeLimit(reply, EXECUTE_MS, () => undefined);
    const { notice } = phrases({ ...replyTargetOf(activity).reader, ...languageIn(answer) });
    return executed(answer === undefined ? notice.waiting.text : lineOf(answer, notice.ready.text));
  }

  /** The card as it is now, for the person who sees it. Otherwise a line says why it stays as it was. */
  async #refresh(activity: TeamsActivity, { command, args }: Pressed): Promise<Answer> {
    const { conversation } = this.#deps;
    const answer = await withTimeLimit(conversation.ask({ command, args }, activity), EXECUTE_MS, () => undefined);
    const phrases = conversation.phrases({ ...replyTargetOf(activity).reader, ...languageIn(answer) });
    const { ready, waiting } = phrases.notice;
    if (answer?.kind !== 'card' || answer.refused === true)
      return executed(answer === undefined ? waiting.text : lineOf(answer, ready.text));
    const { contentType: type, content } = messageOf(answer.card, phrases, conversation.log).attachment;
    return { status: 200, body: { statusCode: 200, type, value: content } };
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

/** A text that Teams shows to the presser alone, beside the card. */
function executed(value: string): Answer {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value } };
}

function lineOf(reply: Reply, formReady: string): string {
  switch (reply.kind) {
    case 'card':
      return summaryOf(reply.card);
    case 'form':
      return formReady;
    case 'stay':
      return reply.problem;
  }
}

function languageIn(reply: Reply | undefined): { readonly language?: Language } {
  const language = reply && languageOf(reply);
  return language === undefined ? {} : { language };
}
