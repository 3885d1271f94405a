import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { types, ViewResponseAction } from '@slack/bolt';
import type { Form } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/interaction.ts';
import { shorten } from '../../src/chat/shorten.ts';
import { reasonOf } from './clients.ts';
import { LIMITS } from './limits.ts';
import { cardView } from './message.ts';
import { isRefused, modal, noticeView } from './modal.ts';
import { deliver, type Turn, type Voice } from './outbound.ts';
import { settledWithin } from './waiting.ts';
import { sorryCard, words } from './words.ts';

/** A form that was sent and stands open until it is answered. */
export interface SentForm extends Omit<Turn, 'triggerId' | 'respond'> {
  readonly ack: (answer: ViewResponseAction) => Promise<void>;
  readonly title: string;
  /** The block ids of the view's inputs: only they can be marked as wrong. */
  readonly inputs: readonly string[];
  /** The view says in words what was wrong, which marks alone would not take away. */
  readonly told: boolean;
  /** The view lies on another one; Slack takes three at most. */
  readonly isPushed: boolean;
}

/** Answers a sent form while its window is open, or lays "one moment" on it and fills that in later. */
export async function answerSubmission(work: Promise<Reply>, sent: SentForm, voice: Voice): Promise<void> {
  const quick = await settledWithin(work, voice.waits.submission);
  if (quick !== undefined) {
    await sent.ack(answerFor(quick.value, sent, voice));
    await bring(quick.value, sent, voice);
    return;
  }
  // What was typed stays in the view below.
  const id = `waiting.${randomUUID()}`;
  const view = { ...noticeView(sent.title, words.waiting), external_id: id };
  await sent.ack({ response_action: sent.isPushed ? 'update' : 'push', view });
  const reply = await work;
  await fillIn(id, reply, sent, voice);
  await bring(reply, sent, voice);
}

/** A card follows its form as a message, once: a form sent again brings it only where the first sending did not. */
async function bring(reply: Reply, sent: SentForm, voice: Voice): Promise<void> {
  if (reply.kind !== 'card') return;
  const { key } = sent.asked;
  if (reply.again && key !== undefined && voice.brought.get(key)) return;
  if (key !== undefined) voice.brought.set(key, true);
  await deliver(reply.card, reply.to, sent, voice);
}

function answerFor(reply: Reply, sent: SentForm, { log }: Voice): ViewResponseAction {
  try {
    switch (reply.kind) {
      case 'card':
        return { response_action: 'clear' };
      case 'form':
        return formAnswer(reply.form, sent);
      case 'stay':
        return stayAnswer(reply.problem, sent);
    }
  } catch (error) {
    log.error('A reply could not be drawn.', { command: sent.asked.command, error });
    return { response_action: 'update', view: cardView(sorryCard) };
  }
}

function formAnswer(form: Form, sent: SentForm): ViewResponseAction {
  const errors = Object.entries(form.errors ?? {});
  const [first] = sent.inputs;
  const canMark = first !== undefined && !sent.told && errors.every(([name]) => sent.inputs.includes(name));
  if (form.command !== sent.asked.command || !isRefused(form) || !canMark) {
    return { response_action: 'update', view: modal(form, sent.channel) };
  }
  const all = Object.fromEntries(errors);
  if (form.problem !== undefined) all[first] = [form.problem, all[first]].filter(Boolean).join(' ');
  return marked(all);
}

function stayAnswer(problem: string, { inputs: [first], title }: SentForm): ViewResponseAction {
  return first === undefined
    ? { response_action: 'push', view: noticeView(title, problem) }
    : marked({ [first]: problem });
}

function marked(errors: Readonly<Record<string, string>>): ViewResponseAction {
  const shown = Object.entries(errors).map(([name, error]) => [name, shorten(error, LIMITS.error)]);
  return { response_action: 'errors', errors: Object.fromEntries(shown) };
}

async function fillIn(id: string, reply: Reply, sent: SentForm, { clients, waits, log }: Voice): Promise<void> {
  await wait(waits.settle);
  try {
    await clients.interactive.views.update({ external_id: id, view: lateView(reply, sent) });
  } catch (error) {
    log.warn('A window could not be filled in any more.', { command: sent.asked.command, reason: reasonOf(error) });
  }
}

// Closing it closes the form below too, but where that form is to stay.
function lateView(reply: Reply, sent: SentForm): types.ModalView {
  switch (reply.kind) {
    case 'card':
      return { ...cardView(reply.card), clear_on_close: true };
    case 'form':
      return { ...modal(reply.form, sent.channel), clear_on_close: true };
    case 'stay':
      return noticeView(sent.title, reply.problem);
  }
}
