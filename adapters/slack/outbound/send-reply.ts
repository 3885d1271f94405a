import type { RespondArguments } from '@slack/bolt';
import type { Card } from '../../../src/chat/card.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { languageOf } from '../../../src/chat/reply-language.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import { homeView, type Message, message } from '../cards/message.ts';
import { isRefusal, reasonOf } from './clients.ts';
import { fillIn } from './late-view.ts';
import { openForm, openWaitingView } from './open-view.ts';
import type { PressContext, ReplyContext, ReplyDeps, ResponseMessage } from './reply-context.ts';

/** Answers a slash command: within the acknowledgement if the answer is there in time, otherwise after it. */
export async function answerCommand(
  work: Promise<Reply>,
  context: ReplyContext & { readonly ack: (response?: ResponseMessage) => Promise<void> },
  deps: ReplyDeps,
): Promise<void> {
  const quick = await withTimeLimit(work, deps.waits.answer, () => undefined);
  if (quick !== undefined) return context.ack(await responseTo(quick, context, deps));
  await context.ack();
  const response = await responseTo(await work, context, deps);
  if (response !== undefined) await sendResponse(response, context, deps);
}

/** Answers a pressed button or a shortcut, whose acknowledgement can't contain a message. */
export async function answerPress(work: Promise<Reply>, context: PressContext, deps: ReplyDeps): Promise<void> {
  const answered = work.then(async (reply) => {
    const { key } = context.interaction;
    if (reply.kind === 'card' && reply.again && key !== undefined && deps.delivered.get(key)) return;
    const response = await responseTo(reply, context, deps);
    if (response === undefined) return;
    const { response_type, ...content } = response;
    const isForChannel = reply.kind === 'card' && reply.to === 'place' && context.channel?.startsWith('D') === false;
    const replaces = context.replaces && reply.kind === 'card' && !isForChannel;
    if (key !== undefined) deps.delivered.set(key, true);
    await sendResponse({ ...content, ...(replaces ? { replace_original: true } : { response_type }) }, context, deps);
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

/** Posts the card of a sent form to its channel, or else to the person. Never retried: a second copy is worse than a line in the log. */
export async function deliver(
  { card, to }: Pick<Extract<Reply, { kind: 'card' }>, 'card' | 'to'>,
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
    deps.log.error('A message may not have been delivered.', { channel, reason: reasonOf(error) });
    if (place === undefined || !isRefusal(error)) return;
    await deliver({ card, to: 'sender' }, context, deps);
  }
}

/** Answers a direct message with a message. A form gets a button that opens it, because a message has no trigger. */
export async function answerDirectMessage(reply: Reply, context: ReplyContext, deps: ReplyDeps): Promise<void> {
  const language = languageOf(reply);
  const phrases = await deps.phrases(context.interaction, language);
  await deliver({ card: directMessageCard(reply, context, { ...deps, own: phrases }), to: 'place' }, context, deps);
}

function directMessageCard(
  reply: Reply,
  context: ReplyContext,
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

/** Publishes a person's Home tab. */
export async function publishHome(card: Card, interaction: Interaction, deps: ReplyDeps): Promise<void> {
  const { user } = interaction.from;
  const phrases = await deps.phrases(interaction, card.language);
  try {
    await deps.clients.interactive.views.publish({ user_id: user, view: homeView(card, phrases) });
  } catch (error) {
    deps.log.error('The Home tab could not be drawn.', { user, reason: reasonOf(error) });
  }
}

/** The message that answers with a reply; `undefined` if a form was opened instead. */
async function responseTo(reply: Reply, context: ReplyContext, deps: ReplyDeps): Promise<ResponseMessage | undefined> {
  const phrases = await deps.phrases(context.interaction, languageOf(reply));
  const { failed } = phrases.notice;
  try {
    switch (reply.kind) {
      case 'card':
        return { response_type: reply.to === 'place' ? 'in_channel' : 'ephemeral', ...message(reply.card, phrases) };
      case 'form':
        return await openForm(reply.form, openedAgain(reply, context), { ...deps, own: phrases });
      case 'stay':
        return { response_type: 'ephemeral', ...message(renderNotice({ ...failed, text: reply.problem }), phrases) };
    }
  } catch (error) {
    deps.log.error('A reply could not be drawn.', { command: context.interaction.command, error });
    return { response_type: 'ephemeral', ...message(renderNotice(failed), phrases) };
  }
}

/** The context of a button that opens the form of a reply. */
function openedAgain({ opener }: Extract<Reply, { kind: 'form' }>, context: ReplyContext): ReplyContext {
  return { ...context, interaction: { ...context.interaction, ...opener } };
}

async function sendResponse(
  response: Message & RespondArguments,
  context: ReplyContext,
  { clients, direct, log }: ReplyDeps,
): Promise<void> {
  if (context.respond === undefined) {
    const { text, blocks } = response;
    const channel = await direct.with(context.user);
    await clients.bulk.chat
      .postMessage({ channel, text, blocks, unfurl_links: false })
      .catch((error: unknown) => log.error('A direct message was not sent.', { reason: reasonOf(error) }));
    return;
  }
  await context
    .respond({ replace_original: false, ...response, unfurl_links: false })
    .catch((error: unknown) => log.error('An answer was not sent.', { reason: reasonOf(error) }));
}
