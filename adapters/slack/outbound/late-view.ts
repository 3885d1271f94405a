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
import { type Clients, reasonOf } from './clients.ts';
import type { Waits } from './waiting.ts';

/** Finds what the adapter says itself: in the language of the text beside it, or else in that of who asked. */
export type FindPhrases = (requested: Pick<Interaction, 'from'>, language?: Language) => Promise<PlatformPhrases>;

/** What the answer to somebody's act is drawn from, when it comes late. */
export interface LateReplyContext {
  readonly asked: Interaction;
  readonly channel?: string;
  readonly title: string;
}

interface LateViewDeps {
  readonly phrases: FindPhrases;
  readonly clients: Clients;
  readonly waits: Waits;
  readonly log: Log;
}

/** A window that says that the answer takes longer, and that can be filled in by its `external_id`. */
export function waitingView(
  phrases: PlatformPhrases,
  title = phrases.notice.waiting.title,
): types.ModalView & { readonly external_id: string } {
  const view = noticeView({ title, text: phrases.notice.waiting.text }, phrases);
  return { ...view, external_id: `waiting.${randomUUID()}` };
}

/** Puts the answer where a window said that it takes longer. Never throws. */
export async function fillIn(id: string, reply: Reply, turn: LateReplyContext, parts: LateViewDeps): Promise<void> {
  const { clients, waits, log } = parts;
  const phrases = await parts.phrases(turn.asked, languageOf(reply));
  await wait(waits.settle);
  try {
    await clients.interactive.views.update({ external_id: id, view: lateView(reply, turn, phrases) });
  } catch (error) {
    log.warn('A window could not be filled in any more.', { command: turn.asked.command, reason: reasonOf(error) });
  }
}

// Closing it closes the form below too, but where that form is to stay.
function lateView(reply: Reply, { title, channel }: LateReplyContext, phrases: PlatformPhrases): types.ModalView {
  switch (reply.kind) {
    case 'card':
      return { ...cardView(reply.card, phrases), clear_on_close: true };
    case 'form':
      return { ...modal(reply.form, phrases, channel), clear_on_close: true };
    case 'stay':
      return noticeView({ title, text: reply.problem }, phrases);
  }
}
