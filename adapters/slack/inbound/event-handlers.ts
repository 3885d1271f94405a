import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { Mention } from '../../../src/chat/mention.ts';
import { noticeReply } from '../../../src/chat/notice-reply.ts';
import type { Recent } from '../../../src/chat/recent-keys.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { isoDateIn } from '../../../src/chat/time-zone.ts';
import type { Clock } from '../../../src/ports.ts';
import { optionOf } from '../cards/fields.ts';
import { LIMITS } from '../cards/limits.ts';
import type { IncomingFiles } from '../files/incoming-files.ts';
import { HomeTabs } from '../outbound/home-tabs.ts';
import { redrawCard, redrawForm } from '../outbound/open-view.ts';
import type { ReplyContext, ReplyDeps } from '../outbound/reply-context.ts';
import { answerCommand, answerDirectMessage, answerPress, answerWithFiles } from '../outbound/send-reply.ts';
import { identityOf, isMember, originOf, userChangeOrigin } from './identity.ts';
import {
  metadataOf,
  type ParsedInteraction,
  parseCommand,
  parseDirectMessage,
  parseHome,
  parsePress,
  parseShortcut,
  parseSubmission,
} from './parse-interaction.ts';
import {
  ActionBody,
  CommandBody,
  DirectMessageBody,
  HomeOpenedBody,
  ShortcutBody,
  SubmissionBody,
  SuggestionBody,
  UninstalledBody,
  UserChangedBody,
} from './payloads.ts';
import type { Profiles } from './profiles.ts';
import { answerSubmission } from './submission.ts';
import type { OwnWorkspace } from './workspace.ts';

/** What the event handlers need. */
export interface HandlerDeps extends ReplyDeps {
  /** Resolves when the adapter is started. */
  readonly core: Promise<Core>;
  readonly profiles: Profiles;
  readonly incomingFiles: IncomingFiles;
  readonly workspace: OwnWorkspace;
  /** The buttons that were pressed a moment ago. */
  readonly pressed: Recent<true>;
  /** The ids of the events that were answered. */
  readonly events: Recent<true>;
  readonly clock: Clock;
}

const ANY = /.*/u;

/** Registers a handler with Bolt for each kind of event. Returns the Home tabs that they draw. */
export function registerHandlers(app: App, deps: HandlerDeps): HomeTabs {
  const homes = new HomeTabs({ ...deps, ask: (request) => ask(request, deps) });
  app.command(ANY, async ({ body, ack, respond }) => {
    const command = CommandBody.parse(body);
    const request = parseCommand(command);
    const context = { ...replyContextOf(request, command.trigger_id, command.channel_id), respond, ack };
    await answerCommand(ask(request, deps), context, deps);
  });
  registerPresses(app, homes, deps);
  registerViews(app, deps);
  app.event('app_home_opened', async ({ body }) => {
    const opened = HomeOpenedBody.safeParse(body);
    if (!opened.success || opened.data.event.tab !== 'home') return;
    await homes.opened(parseHome(opened.data), opened.data.event.view ?? undefined);
  });
  app.event('message', async ({ body }) => {
    const sent = DirectMessageBody.safeParse(body);
    // Slack sends an event again when the answer to it was lost.
    if (!sent.success || !isFirst(sent.data.event_id, deps)) return;
    const request = parseDirectMessage(sent.data);
    const context = replyContextOf(request, '', sent.data.event.channel);
    await answerDirectMessage(await ask(request, deps), context, deps);
  });
  app.event(/^(?:app_uninstalled|tokens_revoked)$/u, async ({ event, body }) => {
    deps.log.warn('The app was uninstalled or its token was revoked.', { event: event.type });
    const uninstalled = UninstalledBody.safeParse(body);
    if (uninstalled.success) await (await deps.core).markUninstalled('slack', uninstalled.data.team_id);
  });
  app.event('user_change', async ({ body }) => {
    const changed = UserChangedBody.safeParse(body);
    if (changed.success) await reportAccount(changed.data, deps);
  });
  return homes;
}

/** Tells the core that an account is gone or active. Bots and people of other organisations are ignored. */
async function reportAccount(changed: UserChangedBody, { core, workspace }: HandlerDeps): Promise<void> {
  const { deleted, is_bot: isBot, is_stranger: isStranger } = changed.event.user;
  const origin = userChangeOrigin(changed);
  if (isBot || isStranger || !isMember(origin, workspace.known())) return;
  const { recordDeparture, recordReturn } = await core;
  await (deleted ? recordDeparture : recordReturn)(identityOf(origin));
}

function registerPresses(app: App, homes: HomeTabs, deps: HandlerDeps): void {
  app.action(ANY, async ({ body, ack, respond }) => {
    const press = ActionBody.parse(body);
    const request = parsePress(press);
    if (request === undefined) return ack();
    if (request.view !== undefined) {
      await ack();
      const { id, hash, isCard } = request.view;
      const context = {
        ...replyContextOf(request, press.trigger_id, metadataOf(press.view ?? { private_metadata: '' }).place),
        id,
        hash,
      };
      const reply = await ask(request, deps);
      return isCard ? redrawCard(reply, context, deps) : redrawForm(reply, context, deps);
    }
    if (request.isPageOfHome) {
      await ack();
      return homes.turnTo(request);
    }
    if (isDoubleClick(press, request, deps)) return ack();
    const response = press.response_url === undefined ? {} : { respond };
    const context = { ...replyContextOf(request, press.trigger_id, press.channel?.id), ...response, ack };
    const { form, args } = deps.waitingForms.take(request.interaction);
    const pressed = { ...request, interaction: { ...request.interaction, args } };
    const reply: Promise<Reply> = form === undefined ? ask(pressed, deps) : Promise.resolve({ kind: 'form', form });
    await answerPress(reply, { ...context, replaces: replacesMessage(press, deps) }, deps);
  });
  app.shortcut(ANY, async ({ body, ack, ...args }) => {
    const shortcut = ShortcutBody.parse(body);
    const request = parseShortcut(shortcut);
    if (request === undefined) return ack();
    const response = shortcut.response_url === undefined ? {} : { respond: args.respond };
    const context = { ...replyContextOf(request, shortcut.trigger_id, shortcut.channel?.id), ...response, ack };
    const answer = request.files === undefined ? answerPress : answerWithFiles;
    await answer(ask(request, deps), { ...context, replaces: false }, deps);
  });
}

function registerViews(app: App, deps: HandlerDeps): void {
  app.view<ViewSubmitAction>(ANY, async ({ body, ack }) => {
    const sent = SubmissionBody.parse(body);
    const request = parseSubmission(sent);
    const { place, showsErrors = false, language } = metadataOf(sent.view);
    const { blocks, previous_view_id: below } = sent.view;
    const inputs = blocks.flatMap(({ type, block_id: id }) => (type === 'input' && id !== undefined ? [id] : []));
    const { triggerId: _, ...context } = replyContextOf(request, '', place);
    const hasFiles = request.files !== undefined;
    const written = { title: sent.view.title.text, ...(language === undefined ? {} : { language }) };
    const form = { ...context, ...written, ack, inputs, showsErrors, hasFiles, isPushed: below !== null };
    await answerSubmission(ask(request, deps), form, deps);
  });
  app.view({ callback_id: ANY, type: 'view_closed' }, async ({ ack }) => ack());
  app.options(ANY, async ({ body, ack }) => {
    const { action_id: source, value, ...envelope } = SuggestionBody.parse(body);
    const origin = originOf(envelope);
    const isOurs = isMember(origin, deps.workspace.known());
    const request = { source, typed: value, limit: LIMITS.options, from: identityOf(origin) };
    const found = isOurs ? await (await deps.core).suggest(request) : [];
    const options = found.slice(0, LIMITS.options).filter(({ value }) => value.length <= LIMITS.optionValue);
    await ack({ options: options.map(optionOf) });
  });
}

async function ask({ origin, interaction, about, files: sent }: ParsedInteraction, deps: HandlerDeps): Promise<Reply> {
  const { core, profiles, incomingFiles, workspace, log } = deps;
  const notice = async () => (await deps.phrases(interaction)).notice;
  if (!isMember(origin, workspace.known())) return noticeReply((await notice()).membersOnly.slack);
  try {
    const [profile, files, mentions] = await Promise.all([
      profiles.of(origin.user),
      sent && incomingFiles(sent),
      interaction.mentions && Promise.all(interaction.mentions.map((one) => labelled(one, profiles))),
    ]);
    const request = { ...interaction, ...(files && { files }), ...(mentions && { mentions }) };
    if (profile === undefined) return await (await core).dispatch(request);
    const { zone } = profile;
    const day = about === undefined || zone === undefined ? {} : { date: isoDateIn(zone, about) };
    return await (await core).dispatch({ ...request, args: { ...request.args, ...day }, profile });
  } catch (error) {
    log.error('An interaction failed outside of the core.', { command: interaction.command, error });
    return noticeReply((await notice()).failed);
  }
}

/** A mention with the person's name where Slack sends none. */
async function labelled(mention: Mention, profiles: Profiles): Promise<Mention> {
  return mention.label === '' ? { ...mention, label: (await profiles.of(mention.user))?.name ?? '' } : mention;
}

function isFirst(eventId: string, { events }: HandlerDeps): boolean {
  if (events.get(eventId) === true) return false;
  events.set(eventId, true);
  return true;
}

function replyContextOf(
  { origin, interaction }: ParsedInteraction,
  triggerId: string,
  channel: string | undefined,
): ReplyContext {
  return { interaction, user: origin.user, triggerId, ...(channel === undefined ? {} : { channel }) };
}

/** Whether the same button of a message was pressed a moment ago. The Home tab stays as it is, so there each press counts. */
function isDoubleClick(
  { container }: ActionBody,
  { origin, interaction }: ParsedInteraction,
  deps: HandlerDeps,
): boolean {
  if (container.message_ts === undefined) return false;
  const key = `${origin.user} ${interaction.key}`;
  if (deps.pressed.get(key)) return true;
  deps.pressed.set(key, true);
  return false;
}

// In a channel others see a card too, so it stays and the answer is shown to the person alone. Only they see an ephemeral one.
function replacesMessage({ channel, container, message, api_app_id }: ActionBody, { workspace }: HandlerDeps): boolean {
  if (container.is_ephemeral === true) return true;
  if (channel?.id.startsWith('D') !== true) return false;
  const isOurs = message?.app_id === api_app_id || message?.bot_id === workspace.known()?.botId;
  return message !== undefined && isOurs;
}
