import { randomUUID } from 'node:crypto';
import type { Answers, Form } from '../../../src/chat/form.ts';
import type { Language } from '../../../src/chat/language.ts';
import { renderNotice } from '../../../src/chat/platform-phrases.ts';
import { Recent } from '../../../src/chat/recent.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { fitsButton, Pressed, recertIn } from '../cards/buttons.ts';
import { cardDialog, type DialogAnswer, formDialog, SubmittedForm } from '../cards/dialog.ts';
import { answersIn } from '../cards/fields.ts';
import { type ReplyTarget, replyTargetOf } from '../outbound/messenger.ts';
import { type InteractionContent, keyOf, keyOfActivity } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import { extensionContent } from './extension.ts';
import { TaskValue, type TeamsActivity } from './payloads.ts';
import { readerOf } from './people.ts';

const FORM_MS = 60 * 60_000;
const MOST_FORMS = 500;
/** Within this time the same form sent again is a double click, or Teams delivering again. */
const SENT_MS = 60_000;
const MOST_SENT = 1000;

/** The argument of a button that names the form it opens. */
const WAITING = 'form';

type CardReply = Extract<Reply, { kind: 'card' }>;

/** Opens and answers dialogs, from a card or from an extension. */
export interface Dialogs {
  open(activity: TeamsActivity): Promise<DialogAnswer>;
  /** Keeps a form for the button that is to open it; resolves to what that button carries. */
  keep(form: Form, requested: Pressed, activity: TeamsActivity): Pressed;
  openExtension(activity: TeamsActivity): Promise<DialogAnswer>;
  /** `from` an extension the bot may be no member of the conversation, so the answer goes to the person alone. */
  sent(activity: TeamsActivity, from: 'chat' | 'extension'): Promise<DialogAnswer>;
}

export function dialogs({ ask, phrases, voice: messenger, clock, log, later }: Conversation): Dialogs {
  // For a form that has to stay as it is: Teams takes a dialog down unless it is given one again.
  const forms = new Recent<Form>(clock, FORM_MS, MOST_FORMS);
  const waiting = new Recent<Form>(clock, FORM_MS, MOST_FORMS);
  const archive = new Recent<true>(clock, FORM_MS, MOST_SENT);
  const sending = new Recent<Promise<DialogAnswer>>(clock, SENT_MS, MOST_SENT);

  const spoken = (activity: TeamsActivity, language?: Language) => phrases({ ...readerOf(activity), language });
  const expired = (activity: TeamsActivity): DialogAnswer => ({ kind: 'say', text: spoken(activity).form.expired });

  function show(form: Form, nonce: string, activity: TeamsActivity): DialogAnswer {
    forms.set(keyOf(activity.from.id, nonce), form);
    return { kind: 'show', dialog: formDialog(form, nonce, spoken(activity, form.language)) };
  }

  async function openedBy({ command, args: { [WAITING]: id = '', ...args } }: Pressed, activity: TeamsActivity) {
    const form = waiting.get(keyOf(activity.from.id, id));
    return form === undefined ? opened({ command, args }, activity) : show(form, randomUUID(), activity);
  }

  async function opened(stated: InteractionContent, activity: TeamsActivity): Promise<DialogAnswer> {
    const reply = await ask({ ...stated, ...keyOfActivity(activity) }, activity);
    switch (reply.kind) {
      case 'card':
        return { kind: 'show', dialog: cardDialog(reply.card, spoken(activity, reply.card.language)) };
      case 'form':
        return show(reply.form, randomUUID(), activity);
      case 'stay':
        return { kind: 'say', text: reply.problem };
    }
  }

  function stayed(
    { problem, language }: Extract<Reply, { kind: 'stay' }>,
    { nonce }: SubmittedForm,
    answers: Answers,
    activity: TeamsActivity,
  ): DialogAnswer {
    const last = forms.get(keyOf(activity.from.id, nonce));
    const stated = spoken(activity, language);
    if (last === undefined) return { kind: 'say', text: `${problem} ${stated.form.expired}` };
    const { errors: _, ...rest } = last;
    const form = { ...rest, answers: { ...last.answers, ...answers }, problem };
    return { kind: 'show', dialog: formDialog(form, nonce, stated) };
  }

  async function bring(
    reply: CardReply,
    key: string,
    listener: ReplyTarget,
    from: 'chat' | 'extension',
  ): Promise<void> {
    const { card, to } = reply;
    const isThere = from === 'chat' ? await messenger.say(card, to, listener) : await messenger.tell(card, listener);
    if (isThere) archive.set(key, true);
  }

  async function submitted(
    form: SubmittedForm,
    answers: Answers,
    activity: TeamsActivity,
    from: 'chat' | 'extension',
  ): Promise<DialogAnswer> {
    const { command, nonce, state } = form;
    const stated = { command, args: {}, answers, key: nonce, ...(state === undefined ? {} : { state }) };
    const key = keyOf(activity.from.id, nonce);
    const reply: Reply = await ask(stated, activity);
    switch (reply.kind) {
      case 'card': {
        // Sent again it brings the answer only where the first sending did not.
        const brings = reply.again !== true || archive.get(key) !== true;
        if (brings) later(bring(reply, key, replyTargetOf(activity), from));
        return { kind: 'close' };
      }
      case 'form':
        return show(reply.form, nonce, activity);
      case 'stay':
        return stayed(reply, form, answers, activity);
    }
  }

  // A card that cannot be drawn must not end a turn.
  async function drawn(activity: TeamsActivity, work: () => Promise<DialogAnswer>): Promise<DialogAnswer> {
    try {
      return await work();
    } catch (error) {
      log.error('A dialog could not be shown.', { error });
      const stated = spoken(activity);
      return { kind: 'show', dialog: cardDialog(renderNotice(stated.notice.failed), stated) };
    }
  }

  return {
    open: (activity) => {
      const read = TaskValue.safeParse(activity.value);
      const button = Pressed.safeParse(read.success ? read.data.data?.recert : undefined);
      if (!button.success) return Promise.resolve(expired(activity));
      return drawn(activity, () => openedBy(button.data, activity));
    },
    keep: (form, { command, args }, activity) => {
      const id = randomUUID();
      waiting.set(keyOf(activity.from.id, id), form);
      const named = { command, args: { ...args, [WAITING]: id } };
      return fitsButton({ label: '', opensForm: true, ...named }) ? named : { command, args: { [WAITING]: id } };
    },
    openExtension: (activity) => {
      const stated = extensionContent(activity);
      if (stated === undefined) return Promise.resolve(expired(activity));
      return drawn(activity, () => opened(stated, activity));
    },
    sent: (activity, from) => {
      const read = TaskValue.safeParse(activity.value);
      const data = (read.success ? read.data.data : undefined) ?? {};
      const ours = recertIn(data);
      const button = Pressed.safeParse(ours);
      if (button.success) return drawn(activity, () => opened(button.data, activity));
      const form = SubmittedForm.safeParse(
        typeof ours === 'object' && ours !== null && 'form' in ours ? ours.form : undefined,
      );
      if (!form.success) return Promise.resolve(expired(activity));
      const answers = answersIn(data, form.data.several);
      return drawn(activity, () => onceUnlessStayed(form.data, answers, activity, from));
    },
  };

  // The same form sent twice has one effect and one answer in the chat; one that could not be dealt with is tried anew.
  async function onceUnlessStayed(
    form: SubmittedForm,
    answers: Answers,
    activity: TeamsActivity,
    from: 'chat' | 'extension',
  ) {
    const key = keyOf(activity.conversation.id, activity.from.id, form, answers);
    const shown = await sending.once(key, () => submitted(form, answers, activity, from));
    if (shown.kind !== 'close') sending.delete(key);
    return shown;
  }
}
