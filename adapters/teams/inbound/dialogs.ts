import { randomUUID } from 'node:crypto';
import { answersOf, type Form } from '../../../src/chat/form.ts';
import { pressKey } from '../../../src/chat/press-key.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import { fitsButton, Pressed, recertIn } from '../cards/buttons.ts';
import { type DialogAnswer, SubmittedForm } from '../cards/dialog.ts';
import { answersIn } from '../cards/fields.ts';
import { type InteractionContent, keyOf, keyOfActivity } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import { extensionContent } from './extension.ts';
import { TaskValue, type TeamsActivity } from './payloads.ts';
import { ShownForms, type Submission } from './shown-forms.ts';
import { Submissions } from './submissions.ts';

const WAITING_MS = 60 * 60_000;
const MAX_WAITING = 500;

/** The argument of a button that names the form it opens. */
const WAITING_FORM = 'form';

/** Opens and answers dialogs, from a card or from the message extension. */
export class Dialogs {
  readonly #conversation: Conversation;
  readonly #forms: ShownForms;
  readonly #submissions: Submissions;
  /** Forms that a button in the chat is to open. */
  readonly #waiting: Recent<Form>;

  constructor(conversation: Conversation) {
    this.#conversation = conversation;
    this.#forms = new ShownForms(conversation);
    this.#submissions = new Submissions(conversation, this.#forms);
    this.#waiting = new Recent(conversation.clock, WAITING_MS, MAX_WAITING);
  }

  /** Keeps a form for the button that is to open it; returns what that button carries. */
  keep(form: Form, { command, args }: Pressed, activity: TeamsActivity): Pressed {
    const id = randomUUID();
    this.#waiting.set(keyOf(activity.from.id, id), form);
    const named = { command, args: { ...args, [WAITING_FORM]: id } };
    return fitsButton({ label: '', opensForm: true, ...named }) ? named : { command, args: { [WAITING_FORM]: id } };
  }

  /** Opens the dialog of a pressed button. */
  async open(activity: TeamsActivity): Promise<DialogAnswer> {
    const button = Pressed.safeParse(dataOf(activity).recert);
    if (!button.success) return this.#forms.expired(activity);
    return this.#safely(activity, () => this.#openButton(button.data, activity));
  }

  /** Opens the dialog of a command of the message extension. */
  async openExtension(activity: TeamsActivity): Promise<DialogAnswer> {
    const content = extensionContent(activity);
    if (content === undefined) return this.#forms.expired(activity);
    return this.#safely(activity, () => this.#openCommand(content, activity));
  }

  /** Answers a sent form, or a button pressed within a dialog. */
  async submit(activity: TeamsActivity, source: Submission['source']): Promise<DialogAnswer> {
    const data = dataOf(activity);
    const ours = recertIn(data);
    const button = Pressed.safeParse(ours);
    if (button.success) return this.#safely(activity, () => this.#press(button.data, activity));
    const form = SubmittedForm.safeParse(formIn(ours));
    if (!form.success) return this.#forms.expired(activity);
    const { several, people = [] } = form.data;
    const given = answersIn(data, several);
    // Accounts are compared in lower case.
    const users = people.map((name) => [name, answersOf(given, name).map((user) => user.toLowerCase())]);
    const answers = { ...given, ...Object.fromEntries(users) };
    return this.#safely(activity, () => this.#submissions.submit({ form: form.data, answers, activity, source }));
  }

  async #openButton({ command, args: { [WAITING_FORM]: id = '', ...args } }: Pressed, activity: TeamsActivity) {
    const form = this.#waiting.get(keyOf(activity.from.id, id));
    if (form === undefined) return this.#openCommand({ command, args }, activity);
    return this.#forms.show(form, randomUUID(), activity);
  }

  // A second press on the same answer is the same act.
  async #press(button: Pressed, activity: TeamsActivity): Promise<DialogAnswer> {
    const { command, args } = button;
    const key = pressKey(button, keyOf(activity.conversation.id, activity.id));
    const reply = await this.#conversation.ask({ command, args, key }, activity);
    return this.#forms.showReply(reply, randomUUID(), activity);
  }

  async #openCommand(content: InteractionContent, activity: TeamsActivity): Promise<DialogAnswer> {
    const reply = await this.#conversation.ask({ ...content, ...keyOfActivity(activity) }, activity);
    return this.#forms.showReply(reply, randomUUID(), activity);
  }

  /** Turns an error, such as a card that cannot be drawn, into an answer for the person. */
  async #safely(activity: TeamsActivity, work: () => Promise<DialogAnswer>): Promise<DialogAnswer> {
    try {
      return await work();
    } catch (error) {
      this.#conversation.log.error('A dialog could not be shown.', { error });
      return this.#forms.failed(activity);
    }
  }
}

function dataOf({ value }: TeamsActivity): Readonly<Record<string, unknown>> {
  return TaskValue.safeParse(value).data?.data ?? {};
}

function formIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'form' in value ? value.form : undefined;
}
