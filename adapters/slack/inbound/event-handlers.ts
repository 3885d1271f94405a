import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Core } from '../../../src/chat/core.ts';
import { noticeReply } from '../../../src/chat/notice-reply.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { isoDateIn } from '../../../src/chat/time-zone.ts';
import { optionOf } from '../cards/fields.ts';
import { LIMITS } from '../cards/limits.ts';
import type { IncomingFiles } from '../files/incoming-files.ts';
import {
  answerCommand,
  answerPress,
  answerWithFiles,
  publishHome,
  type ReplyContext,
  type ReplyDeps,
} from '../outbound/send-reply.ts';
import { identityOf, isMember, originOf } from './identity.ts';
import {
  metadataOf,
  type ParsedInteraction,
  parseCommand,
  parseHome,
  parsePress,
  parseShortcut,
  parseSubmission,
} from './parse-interaction.ts';
import {
  ActionBody,
  CommandBody,
  HomeOpenedBody,
  ShortcutBody,
  SubmissionBody,
  SuggestionBody,
  UninstalledBody,
} from './payloads.ts';
import type { Profiles } from './profiles.ts';
import { answerSubmission } from './submission.ts';
import type { OwnWorkspace } from './workspace.ts';

/** What the listeners need to hear, to ask and to answer. */
export interface HandlerDeps extends ReplyDeps {
  /** There as soon as the adapter is started. */
  readonly core: Promise<Core>;
  readonly profiles: Profiles;
  readonly incomingFiles: IncomingFiles;
  readonly workspace: OwnWorkspace;
}

const ANY = /.*/u;

/** One listener for each kind of event Slack knows, whatever it is about. */
export function listen(app: App, handlers: HandlerDeps): void {
  app.command(ANY, async ({ body, ack, respond }) => {
    const command = CommandBody.parse(body);
    const request = parseCommand(command);
    const turn = { ...replyContextOf(request, command.trigger_id, command.channel_id), respond, ack };
    await answerCommand(ask(request, handlers), turn, handlers);
  });
  listenToPresses(app, handlers);
  listenToViews(app, handlers);
  app.event('app_home_opened', async ({ body }) => {
    const opened = HomeOpenedBody.safeParse(body);
    if (!opened.success || opened.data.event.tab !== 'home' || opened.data.event.view) return;
    const request = parseHome(opened.data);
    const reply = await ask(request, handlers);
    if (reply.kind === 'card') await publishHome(reply.card, request.interaction, handlers);
  });
  app.event(/^(?:app_uninstalled|tokens_revoked)$/u, async ({ event, body }) => {
    handlers.log.warn('Slack took our access away.', { event: event.type });
    const removed = UninstalledBody.safeParse(body);
    if (removed.success) await (await handlers.core).markUninstalled('slack', removed.data.team_id);
  });
}

function listenToPresses(app: App, handlers: HandlerDeps): void {
  app.action(ANY, async ({ body, ack, respond }) => {
    const press = ActionBody.parse(body);
    const request = parsePress(press);
    if (request === undefined) return ack();
    const answerable = press.response_url === undefined ? {} : { respond };
    const turn = { ...replyContextOf(request, press.trigger_id, press.channel?.id), ...answerable, ack };
    await answerPress(ask(request, handlers), { ...turn, replaces: replaces(press, handlers) }, handlers);
  });
  app.shortcut(ANY, async ({ body, ack, ...args }) => {
    const shortcut = ShortcutBody.parse(body);
    const request = parseShortcut(shortcut);
    if (request === undefined) return ack();
    const answerable = shortcut.response_url === undefined ? {} : { respond: args.respond };
    const turn = { ...replyContextOf(request, shortcut.trigger_id, shortcut.channel?.id), ...answerable, ack };
    const answer = request.files === undefined ? answerPress : answerWithFiles;
    await answer(ask(request, handlers), { ...turn, replaces: false }, handlers);
  });
}

function listenToViews(app: App, handlers: HandlerDeps): void {
  app.view<ViewSubmitAction>(ANY, async ({ body, ack }) => {
    const sent = SubmissionBody.parse(body);
    const request = parseSubmission(sent);
    const { place, told: notified = false, language } = metadataOf(sent);
    const { blocks, previous_view_id: below } = sent.view;
    const inputs = blocks.flatMap(({ type, block_id: id }) => (type === 'input' && id !== undefined ? [id] : []));
    const { triggerId: _, ...turn } = replyContextOf(request, '', place);
    const bringsFiles = request.files !== undefined;
    const spoken = { title: sent.view.title.text, ...(language === undefined ? {} : { language }) };
    const form = { ...turn, ...spoken, ack, inputs, told: notified, bringsFiles, isPushed: below !== null };
    await answerSubmission(ask(request, handlers), form, handlers);
  });
  app.view({ callback_id: ANY, type: 'view_closed' }, async ({ ack }) => ack());
  app.options(ANY, async ({ body, ack }) => {
    const { action_id: source, value, ...envelope } = SuggestionBody.parse(body);
    const origin = originOf(envelope);
    const isOurs = isMember(origin, handlers.workspace.known());
    const request = { source, typed: value, limit: LIMITS.options, from: identityOf(origin) };
    const found = isOurs ? await (await handlers.core).suggest(request) : [];
    const options = found.slice(0, LIMITS.options).filter(({ value }) => value.length <= LIMITS.optionValue);
    await ack({ options: options.map(optionOf) });
  });
}

async function ask(
  { origin, interaction, about, files: sent }: ParsedInteraction,
  handlers: HandlerDeps,
): Promise<Reply> {
  const { core, profiles, incomingFiles, workspace, log } = handlers;
  const notice = async () => (await handlers.phrases(interaction)).notice;
  if (!isMember(origin, workspace.known())) return noticeReply((await notice()).membersOnly.slack);
  try {
    const [profile, files] = await Promise.all([profiles.of(origin.user), sent && incomingFiles(sent)]);
    const stated = files === undefined ? interaction : { ...interaction, files };
    if (profile === undefined) return await (await core).dispatch(stated);
    const day = about === undefined ? {} : { date: isoDateIn(profile.zone, about) };
    return await (await core).dispatch({ ...stated, args: { ...stated.args, ...day }, profile });
  } catch (error) {
    log.error('An interaction failed outside of the core.', { command: interaction.command, error });
    return noticeReply((await notice()).failed);
  }
}

function replyContextOf(
  { origin, interaction }: ParsedInteraction,
  triggerId: string,
  channel: string | undefined,
): ReplyContext {
  return { asked: interaction, user: origin.user, triggerId, ...(channel === undefined ? {} : { channel }) };
}

// In a channel others see the card too: it stays, and the answer is for the one who pressed.
function replaces({ channel, container, message, api_app_id }: ActionBody, { workspace }: HandlerDeps): boolean {
  if (channel?.id.startsWith('D') !== true) return false;
  const isOurs = message?.app_id === api_app_id || message?.bot_id === workspace.known()?.botId;
  return container.is_ephemeral === true || (message !== undefined && isOurs);
}
