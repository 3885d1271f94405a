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
import type { ReplyContext, ReplyDeps } from '../outbound/reply-context.ts';
import { answerDirectMessage, deliver } from '../outbound/send-reply.ts';

/** A sent form, which stays open until it is answered. */
export interface SentForm extends Omit<ReplyContext, 'triggerId' | 'respond'> {
  readonly ack: (answer: ViewResponseAction) => Promise<void>;
  readonly title: string;
  /** The language of the form. */
  readonly language?: Language;
  /** The block ids of the view's inputs, the only ones that can be marked as wrong. */
  readonly inputs: readonly string[];
  /** The view shows errors as text, so it must be drawn again to remove them. */
  readonly showsErrors: boolean;
  /** The form came with files, so it must be drawn again to show them as uploaded and not send them twice. */
  readonly hasFiles: boolean;
  /** The view is on top of another one; Slack allows three at most. */
  readonly isPushed: boolean;
}

/** Answers a sent form while its view is open, or puts a waiting view on top of it and replaces that later. */
export async function answerSubmission(work: Promise<Reply>, sent: SentForm, deps: ReplyDeps): Promise<void> {
  const quick = await withTimeLimit(work, deps.waits.submission, () => undefined);
  if (quick !== undefined) {
    const phrases = await deps.phrases(sent.interaction, languageOf(quick));
    await sent.ack(answerFor(quick, sent, { log: deps.log, phrases }));
    return postToPlace(quick, sent, deps);
  }
  // The form below the waiting view keeps its answers.
  const view = waitingView(await deps.phrases(sent.interaction, sent.language), sent.title);
  await sent.ack({ response_action: sent.isPushed ? 'update' : 'push', view });
  const reply = await work;
  const isShown = await fillIn(reply, { id: view.external_id, context: sent }, deps);
  // The view was closed, so the person gets a message instead.
  if (!isShown) return deliverOnce(reply.kind === 'card' ? { ...reply, to: 'sender' } : reply, sent, deps);
  await postToPlace(reply, sent, deps);
}

/** Posts a card that is for the whole channel. The person who sent the form reads it in its view. */
async function postToPlace(reply: Reply, sent: SentForm, deps: ReplyDeps): Promise<void> {
  if (reply.kind === 'card' && reply.to === 'place') await deliverOnce(reply, sent, deps);
}

/** Posts the answer to a form; a repeated answer is posted only if the first one was not. */
async function deliverOnce(reply: Reply, sent: SentForm, deps: ReplyDeps): Promise<void> {
  if (reply.kind !== 'card') return answerDirectMessage(reply, sent, deps);
  const { key } = sent.interaction;
  if (reply.again && key !== undefined && deps.delivered.get(key)) return;
  if (key !== undefined) deps.delivered.set(key, true);
  await deliver(reply, sent, deps);
}

interface DrawingDeps {
  readonly phrases: PlatformPhrases;
  readonly log: Log;
}

function answerFor(reply: Reply, sent: SentForm, { log, phrases }: DrawingDeps): ViewResponseAction {
  try {
    switch (reply.kind) {
      case 'card':
        return { response_action: 'update', view: cardView(reply.card, phrases, sent.channel) };
      case 'form':
        return formAnswer(reply.form, sent, phrases);
      case 'stay':
        return stayAnswer(reply.problem, sent, phrases);
    }
  } catch (error) {
    log.error('A reply could not be drawn.', { command: sent.interaction.command, error });
    return { response_action: 'update', view: cardView(renderNotice(phrases.notice.failed), phrases) };
  }
}

function formAnswer(form: Form, sent: SentForm, phrases: PlatformPhrases): ViewResponseAction {
  const errors = Object.entries(form.errors ?? {});
  const [first] = sent.inputs;
  const isUnchanged = !sent.showsErrors && !sent.hasFiles;
  const canMark = first !== undefined && isUnchanged && errors.every(([name]) => sent.inputs.includes(name));
  if (form.command !== sent.interaction.command || !isRefused(form) || !canMark) {
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
