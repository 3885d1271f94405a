import type { RespondArguments, RespondFn } from '@slack/bolt';
import type { Action, Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Recent } from '../../../src/chat/recent.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Log } from '../../../src/ports.ts';
import { fitsButton } from '../cards/buttons.ts';
import { homeView, type Message, message } from '../cards/message.ts';
import { modal } from '../cards/modal.ts';
import { type Clients, isRefusal, reasonOf } from './clients.ts';
import type { DirectMessages } from './direct-messages.ts';
import { type FindPhrases, fillIn, waitingView } from './late-view.ts';
import type { Waits } from './waiting.ts';

/** With what the adapter speaks. */
export interface ReplyDeps {
  readonly clients: Clients;
  readonly direct: DirectMessages;
  readonly phrases: FindPhrases;
  /** The acts whose card was sent as a message. */
  readonly brought: Recent<true>;
  readonly waits: Waits;
  readonly log: Log;
}

/** Something a person did and now waits for the answer to. */
export interface ReplyContext {
  readonly asked: Interaction;
  readonly user: string;
  readonly channel?: string;
  readonly triggerId: string;
  /** Slack's address for answers to this one act. */
  readonly respond?: RespondFn;
}

type OutgoingMessage = Message & { readonly response_type: 'ephemeral' | 'in_channel' };

/** Answers a typed line: in the acknowledgement when the answer is there at once, else behind it. */
export async function answerCommand(
  work: Promise<Reply>,
  turn: ReplyContext & { readonly ack: (stated?: OutgoingMessage) => Promise<void> },
  messenger: ReplyDeps,
): Promise<void> {
  const quick = await withTimeLimit(work, messenger.waits.answer, () => undefined);
  if (quick !== undefined) return turn.ack(await replyFor(quick, turn, messenger));
  await turn.ack();
  const stated = await replyFor(await work, turn, messenger);
  if (stated !== undefined) await sendMessage(stated, turn, messenger);
}

/** Answers a pressed button or a shortcut: its acknowledgement has no room for words. */
export async function answerPress(
  work: Promise<Reply>,
  turn: ReplyContext & { readonly ack: () => Promise<void>; readonly replaces: boolean },
  messenger: ReplyDeps,
): Promise<void> {
  const answered = work.then(async (reply) => {
    const stated = await replyFor(reply, turn, messenger);
    if (stated === undefined) return;
    const { response_type, ...words } = stated;
    const replaces = turn.replaces && reply.kind === 'card';
    await sendMessage(replaces ? { ...words, replace_original: true } : { ...words, response_type }, turn, messenger);
  });
  await withTimeLimit(answered, messenger.waits.answer, () => undefined);
  await turn.ack();
  await answered;
}

/** Answers what brings files, which may take longer to read than a form can still be opened: a window says so, and becomes the answer. */
export async function answerWithFiles(
  work: Promise<Reply>,
  turn: ReplyContext & { readonly ack: () => Promise<void>; readonly replaces: boolean },
  messenger: ReplyDeps,
): Promise<void> {
  const quick = await withTimeLimit(work, messenger.waits.answer, () => undefined);
  const view = quick === undefined ? await openWaiting(turn, messenger) : undefined;
  if (view === undefined) return answerPress(work, turn, messenger);
  await turn.ack();
  const reply = await work;
  await fillIn(view.external_id, reply, { ...turn, title: view.title.text }, messenger);
  // The window may be closed by now.
  if (reply.kind === 'card') await answerPress(work, turn, messenger);
}

/** Brings a card to where it was asked for, or else to the person. Never repeated: a second copy is worse than a line in the log. */
export async function deliver(
  card: Card,
  to: 'sender' | 'place',
  turn: Omit<ReplyContext, 'triggerId'>,
  messenger: ReplyDeps,
): Promise<void> {
  const phrases = await messenger.phrases(turn.asked, card.language);
  const stated = { ...message(card, phrases), unfurl_links: false, unfurl_media: false };
  const place = to === 'place' ? turn.channel : undefined;
  const channel = place ?? (await messenger.direct.with(turn.user));
  try {
    await messenger.clients.bulk.chat.postMessage({ channel, ...stated });
  } catch (error) {
    messenger.log.error('A message did not certainly reach its reader.', { channel, reason: reasonOf(error) });
    if (place === undefined || !isRefusal(error)) return;
    await deliver(card, 'sender', turn, messenger);
  }
}

/** Draws somebody's Home tab. */
export async function publishHome(card: Card, requested: Interaction, messenger: ReplyDeps): Promise<void> {
  const { user } = requested.from;
  const phrases = await messenger.phrases(requested, card.language);
  try {
    await messenger.clients.interactive.views.publish({ user_id: user, view: homeView(card, phrases) });
  } catch (error) {
    messenger.log.error('The Home tab could not be drawn.', { user, reason: reasonOf(error) });
  }
}

async function replyFor(reply: Reply, turn: ReplyContext, messenger: ReplyDeps): Promise<OutgoingMessage | undefined> {
  const phrases = await messenger.phrases(turn.asked, languageOf(reply));
  const { failed } = phrases.notice;
  try {
    switch (reply.kind) {
      case 'card':
        return { response_type: reply.to === 'place' ? 'in_channel' : 'ephemeral', ...message(reply.card, phrases) };
      case 'form':
        return await openForm(reply.form, turn, { ...messenger, said: phrases });
      case 'stay':
        return { response_type: 'ephemeral', ...message(renderNotice({ ...failed, text: reply.problem }), phrases) };
    }
  } catch (error) {
    messenger.log.error('A reply could not be drawn.', { command: turn.asked.command, error });
    return { response_type: 'ephemeral', ...message(renderNotice(failed), phrases) };
  }
}

// A trigger lives three seconds: when it is gone, a button brings a new one.
async function openForm(
  form: Form,
  turn: ReplyContext,
  { clients, log, said: stated }: ReplyDeps & { readonly said: PlatformPhrases },
): Promise<OutgoingMessage | undefined> {
  const view = modal(form, stated, turn.channel);
  try {
    await clients.interactive.views.open({ trigger_id: turn.triggerId, view });
    return undefined;
  } catch (error) {
    log.warn('A form could not be opened.', { command: form.command, reason: reasonOf(error) });
    const { command, args } = turn.asked;
    const again: Action = { label: stated.form.open, command, args, style: 'primary', opensForm: true };
    const card = { ...renderNotice(stated.notice.late), actions: fitsButton(again) ? [again] : [] };
    return { response_type: 'ephemeral', ...message(card, stated) };
  }
}

async function openWaiting({ triggerId, asked: requested }: ReplyContext, { clients, log, phrases }: ReplyDeps) {
  const view = waitingView(await phrases(requested));
  try {
    await clients.interactive.views.open({ trigger_id: triggerId, view });
    return view;
  } catch (error) {
    log.warn('A window could not be opened.', { command: requested.command, reason: reasonOf(error) });
    return undefined;
  }
}

async function sendMessage(
  stated: Message & RespondArguments,
  turn: ReplyContext,
  messenger: ReplyDeps,
): Promise<void> {
  if (turn.respond === undefined) {
    await messenger.clients.bulk.chat
      .postMessage({
        channel: await messenger.direct.with(turn.user),
        text: stated.text,
        blocks: stated.blocks,
        unfurl_links: false,
      })
      .catch((error: unknown) => messenger.log.error('A direct message was not sent.', { reason: reasonOf(error) }));
    return;
  }
  await turn
    .respond({ replace_original: false, ...stated, unfurl_links: false })
    .catch((error: unknown) => messenger.log.error('An answer did not arrive.', { reason: reasonOf(error) }));
}
