import type { Action } from '../../../src/chat/card.ts';
import type { UnsentAnswer } from '../../../src/chat/core-interface.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import { fitsButton } from '../cards/buttons.ts';
import { modal } from '../cards/modal.ts';
import { reasonOf } from './clients.ts';
import { viewOf, waitingView } from './late-view.ts';
import type { Answer, ReplyContext, ReplyDeps } from './reply-context.ts';

type OpenFormDeps = Pick<ReplyDeps, 'clients' | 'log'> & { readonly own: PlatformPhrases };

/** Opens a form. Returns a card with a button to open it if its trigger, which lives three seconds, has expired. */
export async function openForm(
  form: Form,
  context: ReplyContext,
  { clients, log, own }: OpenFormDeps,
): Promise<Answer | undefined> {
  const view = modal(form, own, context.channel);
  try {
    await clients.interactive.views.open({ trigger_id: context.triggerId, view });
    return undefined;
  } catch (error) {
    log.warn('A form could not be opened.', { command: form.command, reason: reasonOf(error) });
    const { command, args } = context.interaction;
    const open: Action = { label: own.form.open, command, args, style: 'primary', opensForm: true };
    const card = { ...renderNotice(own.notice.late), actions: fitsButton(open) ? [open] : [] };
    return { card, to: 'sender' };
  }
}

/** Opens a view that says the answer takes longer; returns `undefined` if it can't be opened. */
export async function openWaitingView(
  { triggerId, interaction }: ReplyContext,
  { clients, log, phrases }: Pick<ReplyDeps, 'clients' | 'log' | 'phrases'>,
) {
  const view = waitingView(await phrases(interaction));
  try {
    await clients.interactive.views.open({ trigger_id: triggerId, view });
    return view;
  } catch (error) {
    log.warn('A waiting view could not be opened.', { command: interaction.command, reason: reasonOf(error) });
    return undefined;
  }
}

/** Draws an open form again; a reply that is no form leaves it as it is. */
export async function redrawForm(
  reply: Reply,
  { id, hash, channel, interaction }: ReplyContext & { readonly id: string; readonly hash?: string | undefined },
  { clients, log, phrases }: Pick<ReplyDeps, 'clients' | 'log' | 'phrases'>,
): Promise<void> {
  if (reply.kind !== 'form') return;
  const view = modal(reply.form, await phrases(interaction, reply.form.language), channel);
  try {
    await clients.interactive.views.update({ view_id: id, view, ...(hash === undefined ? {} : { hash }) });
  } catch (error) {
    log.warn('A form could not be drawn again.', { command: reply.form.command, reason: reasonOf(error) });
  }
}

/** The person who gets a private answer, and where. */
export function privatePlace({ from, direct, place }: Interaction): Pick<UnsentAnswer, 'from' | 'to'> {
  return { from, to: direct ?? place };
}

/** Replaces a card in a view with the answer to one of its buttons. Never throws. */
export async function redrawCard(
  reply: Reply,
  { id, channel, interaction }: Omit<ReplyContext, 'triggerId'> & { readonly id: string },
  { clients, log, phrases, sendLater }: Pick<ReplyDeps, 'clients' | 'log' | 'phrases' | 'sendLater'>,
): Promise<void> {
  const own = await phrases(interaction, languageOf(reply));
  const view = viewOf(reply, { title: own.notice.failed.title, ...(channel === undefined ? {} : { channel }) }, own);
  try {
    await clients.interactive.views.update({ view_id: id, view });
  } catch (error) {
    log.warn('A view could not be drawn again.', { command: interaction.command, reason: reasonOf(error) });
    // The view may have been closed.
    if (reply.kind === 'card') await sendLater({ ...privatePlace(interaction), card: reply.card });
  }
}
