import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Language } from '../../../src/chat/language.ts';
import type { PlatformPhrases } from '../../../src/chat/platform-phrases.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import type { Log } from '../../../src/ports.ts';
import { cardView } from '../cards/message.ts';
import { modal, noticeView } from '../cards/modal.ts';
import type { Waits } from './answer-limits.ts';
import { type Clients, reasonOf } from './clients.ts';

/** Finds the adapter's own phrases, in the language of the text beside them or else of the person. */
export type FindPhrases = (interaction: Pick<Interaction, 'from'>, language?: Language) => Promise<PlatformPhrases>;

/** What a late answer is drawn from. */
interface LateReplyContext {
  readonly interaction: Interaction;
  readonly channel?: string;
  readonly title: string;
}

interface LateViewDeps {
  readonly phrases: FindPhrases;
  readonly clients: Clients;
  readonly waits: Waits;
  readonly log: Log;
}

/** A view that says the answer takes longer; its `external_id` is used to replace it with the answer. */
export function waitingView(
  phrases: PlatformPhrases,
  title = phrases.notice.waiting.title,
): types.ModalView & { readonly external_id: string } {
  const view = noticeView({ title, text: phrases.notice.waiting.text }, phrases);
  return { ...view, external_id: `waiting.${randomUUID()}` };
}

/** A waiting view, and the context of the answer that replaces it. */
export interface WaitingView {
  /** The view's `external_id`. */
  readonly id: string;
  readonly context: LateReplyContext;
}

/** Replaces a waiting view with the answer. Returns whether it was; never throws. */
export async function fillIn(reply: Reply, { id, context }: WaitingView, deps: LateViewDeps): Promise<boolean> {
  const { clients, waits, log } = deps;
  const phrases = await deps.phrases(context.interaction, languageOf(reply));
  await wait(waits.settledOutcome);
  try {
    await clients.interactive.views.update({ external_id: id, view: viewOf(reply, context, phrases) });
    return true;
  } catch (error) {
    log.warn('A waiting view could not be replaced.', {
      command: context.interaction.command,
      reason: reasonOf(error),
    });
    return false;
  }
}

/** An answer as a view. Closing it also closes the form below it, unless that form stays open. */
export function viewOf(
  reply: Reply,
  { title, channel }: Pick<LateReplyContext, 'title' | 'channel'>,
  phrases: PlatformPhrases,
): types.ModalView {
  switch (reply.kind) {
    case 'card':
      return cardView(reply.card, phrases, channel);
    case 'form':
      return { ...modal(reply.form, phrases, channel), clear_on_close: true };
    case 'stay':
      return noticeView({ title, text: reply.problem }, phrases);
  }
}
