import type { Answers, Form } from '../../../src/chat/form.ts';
import type { Language } from '../../../src/chat/language.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { cardDialog, type DialogAnswer, formDialog, type SubmittedForm } from '../cards/dialog.ts';
import { keyOf } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import type { TeamsActivity } from './payloads.ts';
import { readerOf } from './people.ts';

const FORM_MS = 60 * 60_000;
const MAX_FORMS = 500;

/** A form that a person sent from a dialog. */
export interface Submission {
  readonly form: SubmittedForm;
  readonly answers: Answers;
  readonly activity: TeamsActivity;
  /** From an extension the bot may not be in the conversation, so the answer goes to the person alone. */
  readonly source: 'chat' | 'extension';
}

type StayReply = Extract<Reply, { kind: 'stay' }>;

/** Draws dialogs, and remembers the forms in them for an hour: Teams closes a sent dialog unless it is answered with one. */
export class ShownForms {
  readonly #forms: Recent<Form>;
  readonly #phrases: Conversation['phrases'];

  constructor({ phrases, clock }: Pick<Conversation, 'phrases' | 'clock'>) {
    this.#forms = new Recent(clock, FORM_MS, MAX_FORMS);
    this.#phrases = phrases;
  }

  /** Shows a form; `nonce` names this one dialog. */
  show(form: Form, nonce: string, activity: TeamsActivity): DialogAnswer {
    this.#forms.set(keyOf(activity.from.id, nonce), form);
    return { kind: 'show', dialog: formDialog(form, nonce, this.#phrasesFor(activity, form.language)) };
  }

  /** Shows a sent form again with its answers and the problem that kept it from being saved. */
  showAgain({ problem, language }: StayReply, { form: { nonce }, answers, activity }: Submission): DialogAnswer {
    const form = this.#forms.get(keyOf(activity.from.id, nonce));
    const phrases = this.#phrasesFor(activity, language);
    if (form === undefined) return { kind: 'message', text: `${problem} ${phrases.form.expired}` };
    const { errors: _, ...rest } = form;
    const filledIn = { ...rest, answers: { ...form.answers, ...answers }, problem };
    return { kind: 'show', dialog: formDialog(filledIn, nonce, phrases) };
  }

  /** Shows a reply that opens a dialog. */
  showReply(reply: Reply, nonce: string, activity: TeamsActivity): DialogAnswer {
    switch (reply.kind) {
      case 'card':
        return { kind: 'show', dialog: cardDialog(reply.card, this.#phrasesFor(activity, reply.card.language)) };
      case 'form':
        return this.show(reply.form, nonce, activity);
      case 'stay':
        return { kind: 'message', text: reply.problem };
    }
  }

  /** Says that a form has expired. */
  expired(activity: TeamsActivity): DialogAnswer {
    return { kind: 'message', text: this.#phrasesFor(activity).form.expired };
  }

  /** Says that a dialog could not be drawn. */
  failed(activity: TeamsActivity): DialogAnswer {
    const phrases = this.#phrasesFor(activity);
    return { kind: 'show', dialog: cardDialog(renderNotice(phrases.notice.failed), phrases) };
  }

  #phrasesFor(activity: TeamsActivity, language?: Language): PlatformPhrases {
    return this.#phrases({ ...readerOf(activity), language });
  }
}
