import { setTimeout as pause } from 'node:timers/promises';
import { RespondError } from '@slack/bolt';
import type { Card } from '../../../src/chat/card.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import { message } from '../cards/message.ts';
import { isRefusal, reasonOf } from './clients.ts';
import { fillIn } from './late-view.ts';
import { openForm, openWaitingView, privatePlace } from './open-view.ts';
import type { Answer, PressContext, ReplyContext, ReplyDeps, ResponseMessage } from './reply-context.ts';

/** Answers a slash command: within the acknowledgement if the answer is there in time, otherwise after it. */
export async function answerCommand(
  work: Promise<Reply>,
  context: ReplyContext & { readonly ack: (response?: ResponseMessage) => Promise<void> },
  deps: ReplyDeps,
): Promise<void> {
  const quick = await withTimeLimit(work, deps.waits.answer, () => undefined);
  if (quick !== undefined) {
    const answer = await answerFor(quick, context, deps);
    return context.ack(answer && (await renderAnswer(answer, context, deps)));
  }
  await context.ack();
  const answer = await answerFor(await work, context, deps);
  if (answer !== undefined) await sendResponse(answer, context, deps);
}

/** Answers a pressed button or a shortcut, whose acknowledgement can't contain a message. */
export async function answerPress(work: Promise<Reply>, context: PressContext, deps: ReplyDeps): Promise<void> {
  const answered = work.then(async (reply) => {
    const { key } = context.interaction;
    if (reply.kind === 'card' && reply.again && key !== undefined && deps.delivered.get(key)) return;
    const answer = await answerFor(reply, context, deps);
    if (answer === undefined) return;
    if (key !== undefined) deps.delivered.set(key, true);
    const isForChannel = answer.to === 'place' && context.channel?.startsWith('D') === false;
    const replaces = context.replaces && reply.kind === 'card' && !isForChannel;
    await sendResponse(answer, { ...context, replaces }, deps);
  });
  await withTimeLimit(answered, deps.waits.answer, () => undefined);
  await context.ack();
  await answered;
}

/** Answers an interaction with files, whose form may be ready too late to open: a waiting view is opened and then replaced. */
export async function answerWithFiles(work: Promise<Reply>, context: PressContext, deps: ReplyDeps): Promise<void> {
  const quick = await withTimeLimit(work, deps.waits.answer, () => undefined);
  const view = quick === undefined ? await openWaitingView(context, deps) : undefined;
  if (view === undefined) return answerPress(work, context, deps);
  await context.ack();
  const reply = await work;
  await fillIn(reply, { id: view.external_id, context: { ...context, title: view.title.text } }, deps);
  // The view may have been closed, so a card is sent as a message too.
  if (reply.kind === 'card') await answerPress(work, context, deps);
}

/** Posts the card of a sent form to its channel, or else to the person. What Slack may not have taken is sent to the person later. */
export async function deliver(
  { card, to }: Answer,
  context: Omit<ReplyContext, 'triggerId'>,
  deps: ReplyDeps,
): Promise<void> {
  const phrases = await deps.phrases(context.interaction, card.language);
  const content = { ...message(card, phrases), unfurl_links: false, unfurl_media: false };
  const place = to === 'place' ? context.channel : undefined;
  const channel = place ?? (await deps.direct.with(context.user));
  try {
    await deps.clients.bulk.chat.postMessage({ channel, ...content });
  } catch (error) {
    deps.log.warn('A message may not have been delivered.', { channel, reason: reasonOf(error) });
    if (place === undefined || !isRefusal(error)) return sendLater(card, context, deps);
    await deliver({ card, to: 'sender' }, context, deps);
  }
}

/** Answers a direct message with a message. A form gets a button that opens it, because a message has no trigger. */
export async function answerDirectMessage(
  reply: Reply,
  context: Omit<ReplyContext, 'triggerId'>,
  deps: ReplyDeps,
): Promise<void> {
  const language = languageOf(reply);
  const phrases = await deps.phrases(context.interaction, language);
  await deliver({ card: directMessageCard(reply, context, { ...deps, own: phrases }), to: 'place' }, context, deps);
}

function directMessageCard(
  reply: Reply,
  context: Omit<ReplyContext, 'triggerId'>,
  { own, waitingForms }: Pick<ReplyDeps, 'waitingForms'> & { readonly own: PlatformPhrases },
): Card {
  switch (reply.kind) {
    case 'card':
      return reply.card;
    case 'form': {
      const { interaction } = openedAgain(reply, context);
      const open = waitingForms.buttonFor(reply.form, interaction, own.form.open);
      return { ...renderNotice({ ...own.notice.ready, title: reply.form.title }), actions: [open] };
    }
    case 'stay':
      return renderNotice({ ...own.notice.failed, text: reply.problem });
  }
}

/** The card that answers with a reply; `undefined` if a form was opened instead. */
async function answerFor(reply: Reply, context: ReplyContext, deps: ReplyDeps): Promise<Answer | undefined> {
  const own = await deps.phrases(context.interaction, languageOf(reply));
  switch (reply.kind) {
    case 'card':
      return reply;
    case 'form':
      try {
        return await openForm(reply.form, openedAgain(reply, context), { ...deps, own });
      } catch (error) {
        deps.log.error('A form could not be drawn.', { command: reply.form.command, error });
        return { card: renderNotice(own.notice.failed), to: 'sender' };
      }
    case 'stay':
      return { card: renderNotice({ ...own.notice.failed, text: reply.problem }), to: 'sender' };
  }
}

/** An answer as a message. A card that can't be drawn becomes an apology. */
async function renderAnswer({ card, to }: Answer, context: ReplyContext, deps: ReplyDeps): Promise<ResponseMessage> {
  const phrases = await deps.phrases(context.interaction, card.language);
  try {
    return { response_type: to === 'place' ? 'in_channel' : 'ephemeral', ...message(card, phrases) };
  } catch (error) {
    deps.log.error('A reply could not be drawn.', { command: context.interaction.command, error });
    return { response_type: 'ephemeral', ...message(renderNotice(phrases.notice.failed), phrases) };
  }
}

/** The context of a button that opens the form of a reply. */
function openedAgain<Context extends Pick<ReplyContext, 'interaction'>>(
  { opener }: Extract<Reply, { kind: 'form' }>,
  context: Context,
): Context {
  return { ...context, interaction: { ...context.interaction, ...opener } };
}

/** Answers through the interaction's \`response_url\`, or else privately. What Slack may not have taken is sent privately later. */
async function sendResponse(
  answer: Answer,
  context: ReplyContext & { readonly replaces?: boolean },
  deps: ReplyDeps,
): Promise<void> {
  const { respond, replaces = false } = context;
  if (respond === undefined) return deliver({ ...answer, to: 'sender' }, context, deps);
  const { response_type, ...content } = await renderAnswer(answer, context, deps);
  const response = {
    ...content,
    ...(replaces ? { replace_original: true } : { replace_original: false, response_type }),
    unfurl_links: false,
  };
  const send = async () => {
    const answered: unknown = await respond(response);
    if (isPage(answered)) throw new Error('A proxy answered in place of Slack.');
  };
  try {
    await send();
  } catch (error) {
    deps.log.warn('An answer may not have been sent.', { reason: reasonOf(error) });
    // Only the person sees a repeated answer, or it replaces the same message.
    if (answer.to === 'sender' && isServerError(error) && (await isRepeated(send, deps.waits.repeat))) return;
    await sendLater(answer.card, context, deps);
  }
}

/** Whether an answer is a page, which Slack never sends. */
function isPage(answered: unknown): boolean {
  return answered instanceof Response && answered.headers.get('content-type')?.startsWith('text/html') === true;
}

async function isRepeated(work: () => Promise<unknown>, afterMs: number): Promise<boolean> {
  await pause(afterMs);
  return work().then(
    () => true,
    () => false,
  );
}

function isServerError(error: unknown): boolean {
  return error instanceof RespondError && error.statusCode >= 500;
}

async function sendLater(card: Card, context: Pick<ReplyContext, 'interaction'>, deps: ReplyDeps): Promise<void> {
  await deps.sendLater({ ...privatePlace(context.interaction), card });
}
