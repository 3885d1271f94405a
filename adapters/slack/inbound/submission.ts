import type { ViewResponseAction } from '@slack/bolt';
import type { Form } from '../../../src/chat/form.ts';
import type { Language } from '../../../src/chat/language.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import { shorten } from '../../../src/chat/shorten.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Log } from '../../../src/ports.ts';
import { LIMITS } from '../cards/limits.ts';
import { cardView } from '../cards/message.ts';
import { isRefused, modal, noticeView } from '../cards/modal.ts';
import { fillIn, waitingView } from '../outbound/late-view.ts';
import { deliver, type ReplyContext, type ReplyDeps } from '../outbound/send-reply.ts';

/** A form that was sent and stands open until it is answered. */
export interface SentForm extends Omit<ReplyContext, 'triggerId' | 'respond'> {
  readonly ack: (answer: ViewResponseAction) => Promise<void>;
  readonly title: string;
  /** What the form is written in. */
  readonly language?: Language;
  /** The block ids of the view's inputs: only they can be marked as wrong. */
  readonly inputs: readonly string[];
  /** The view says in words what was wrong, which marks alone would not take away. */
  readonly told: boolean;
  /** Files came with it, and are kept by now: only a form drawn anew shows them, and does not send them a second time. */
  readonly bringsFiles: boolean;
  /** The view lies on another one; Slack takes three at most. */
  readonly isPushed: boolean;
}

/** Answers a sent form while its window is open, or lays "one moment" on it and fills that in later. */
export async function answerSubmission(work: Promise<Reply>, sent: SentForm, messenger: ReplyDeps): Promise<void> {
  const quick = await withTimeLimit(work, messenger.waits.submission, () => undefined);
  if (quick !== undefined) {
    const phrases = await messenger.phrases(sent.asked, languageOf(quick));
    await sent.ack(answerFor(quick, sent, { log: messenger.log, phrases }));
    await bring(quick, sent, messenger);
    return;
  }
  // What was typed stays in the view below.
  const view = waitingView(await messenger.phrases(sent.asked, sent.language), sent.title);
  await sent.ack({ response_action: sent.isPushed ? 'update' : 'push', view });
  const reply = await work;
  await fillIn(view.external_id, reply, sent, messenger);
  await bring(reply, sent, messenger);
}

/** A card follows its form as a message, once: a form sent again brings it only where the first sending did not. */
async function bring(reply: Reply, sent: SentForm, messenger: ReplyDeps): Promise<void> {
  if (reply.kind !== 'card') return;
  const { key } = sent.asked;
  if (reply.again && key !== undefined && messenger.brought.get(key)) return;
  if (key !== undefined) messenger.brought.set(key, true);
  await deliver(reply.card, reply.to, sent, messenger);
}

interface Drawing {
  readonly phrases: PlatformPhrases;
  readonly log: Log;
}

function answerFor(reply: Reply, sent: SentForm, { log, phrases }: Drawing): ViewResponseAction {
  try {
    switch (reply.kind) {
      case 'card':
        return { response_action: 'clear' };
      case 'form':
        return formAnswer(reply.form, sent, phrases);
      case 'stay':
        return stayAnswer(reply.problem, sent, phrases);
    }
  } catch (error) {
    log.error('A reply could not be drawn.', { command: sent.asked.command, error });
    return { response_action: 'update', view: cardView(renderNotice(phrases.notice.failed), phrases) };
  }
}

function formAnswer(form: Form, sent: SentForm, phrases: PlatformPhrases): ViewResponseAction {
  const errors = Object.entries(form.errors ?? {});
  const [first] = sent.inputs;
  const isAsSent = !sent.told && !sent.bringsFiles;
  const canMark = first !== undefined && isAsSent && errors.every(([name]) => sent.inputs.includes(name));
  if (form.command !== sent.asked.command || !isRefused(form) || !canMark) {
    return { response_action: 'update', view: modal(form, phrases, sent.channel) };
  }
  const all = Object.fromEntries(errors);
  if (form.problem !== undefined) all[first] = [form.problem, all[first]].filter(Boolean).join(' ');
  return marked(all);
}

function stayAnswer(text: string, { inputs: [first], title }: SentForm, phrases: PlatformPhrases): ViewResponseAction {
  return first === undefined
    ? { response_action: 'push', view: noticeView({ title, text }, phrases) }
    : marked({ [first]: text });
}

function marked(errors: Readonly<Record<string, string>>): ViewResponseAction {
  const shown = Object.entries(errors).map(([name, error]) => [name, shorten(error, LIMITS.error)]);
  return { response_action: 'errors', errors: Object.fromEntries(shown) };
}
