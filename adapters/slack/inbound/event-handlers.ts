import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Reply } from '../../../src/chat/reply.ts';
import { optionOf } from '../cards/fields.ts';
import { LIMITS } from '../cards/limits.ts';
import { HomeTabs } from '../outbound/home-tabs.ts';
import { redrawCard, redrawForm } from '../outbound/open-view.ts';
import type { ReplyContext } from '../outbound/reply-context.ts';
import { answerCommand, answerDirectMessage, answerPress, answerWithFiles } from '../outbound/send-reply.ts';
import { findInteractionDeps, type HandlerDeps, type InteractionDeps } from '../tenants/tenant-deps.ts';
import { askCore, findMembership } from './ask-core.ts';
import { identityOf, isMember, originOf, tenantOfEvent, userChangeOrigin } from './identity.ts';
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
import { answerSubmission } from './submission.ts';

const ANY = /.*/u;

/** Registers a handler with Bolt for each kind of event. Returns the Home tabs that they draw. */
export function registerHandlers(app: App, shared: HandlerDeps): HomeTabs {
  const homes = new HomeTabs({
    ...shared,
    of: (tenant) => findHomeServices(tenant, shared),
    revision: async (person) => (await shared.core).revision(person),
  });
  app.command(ANY, async ({ body, ack, respond }) => {
    const command = CommandBody.parse(body);
    const request = parseCommand(command);
    const context = { ...replyContextOf(request, command.trigger_id, command.channel_id), respond, ack };
    const deps = await findInteractionDeps(request.interaction.from, shared);
    await answerCommand(askCore(request, deps), context, deps);
  });
  registerPresses(app, homes, shared);
  registerViews(app, shared);
  app.event('app_home_opened', async ({ body }) => {
    const opened = HomeOpenedBody.safeParse(body);
    if (!opened.success || opened.data.event.tab !== 'home') return;
    await homes.opened(parseHome(opened.data), opened.data.event.view ?? undefined);
  });
  app.event('message', async ({ body }) => {
    const sent = DirectMessageBody.safeParse(body);
    if (!sent.success) return;
    const request = parseDirectMessage(sent.data);
    const deps = await findInteractionDeps(request.interaction.from, shared);
    // Slack sends an event again when the answer to it was lost.
    if (!deps.isInstalled || !isFirst(sent.data.event_id, deps)) return;
    const context = replyContextOf(request, '', sent.data.event.channel);
    await answerDirectMessage(await askCore(request, deps), context, deps);
  });
  app.event(/^(?:app_uninstalled|tokens_revoked)$/u, async ({ event, body }) => {
    shared.log.warn('The app was uninstalled or its token was revoked.', { event: event.type });
    const uninstalled = UninstalledBody.safeParse(body);
    if (uninstalled.success) await forgetInstallation(uninstalled.data, shared);
  });
  app.event('user_change', async ({ body }) => {
    const changed = UserChangedBody.safeParse(body);
    if (changed.success) await reportAccount(changed.data, shared);
  });
  return homes;
}

/** Tells the core that an account is gone or active. Bots and people of other organisations are ignored. */
async function reportAccount(changed: UserChangedBody, { core, tenants }: HandlerDeps): Promise<void> {
  const { deleted, is_bot: isBot, is_stranger: isStranger } = changed.event.user;
  const origin = userChangeOrigin(changed);
  if (isBot || isStranger) return;
  const { isInstalled, workspace } = await tenants.of(identityOf(origin).tenant);
  if (!isInstalled || !isMember(origin, workspace())) return;
  const { recordDeparture, recordReturn } = await core;
  await (deleted ? recordDeparture : recordReturn)(identityOf(origin));
}

/** Forgets the tokens of a tenant at once, unless the app was installed again since; its data is deleted later. */
async function forgetInstallation(uninstalled: UninstalledBody, { core, tenants, clock }: HandlerDeps): Promise<void> {
  const tenant = tenantOfEvent(uninstalled);
  const { event_time: seconds } = uninstalled;
  // An event is dated in whole seconds.
  const at = seconds === undefined ? clock.now() : new Date(seconds * 1000 + 999);
  if (!(await tenants.forget(tenant, at))) await (await core).markUninstalled('slack', tenant);
}

async function findHomeServices(tenant: string, shared: HandlerDeps) {
  const deps = await findInteractionDeps({ tenant }, shared);
  return deps.isInstalled ? { ...deps, ask: (request: ParsedInteraction) => askCore(request, deps) } : undefined;
}

function registerPresses(app: App, homes: HomeTabs, shared: HandlerDeps): void {
  app.action(ANY, async ({ body, ack, respond }) => {
    const press = ActionBody.parse(body);
    const request = parsePress(press);
    if (request === undefined) return ack();
    const deps = await findInteractionDeps(request.interaction.from, shared);
    if (request.view !== undefined) {
      await ack();
      const { id, hash, isCard } = request.view;
      const context = {
        ...replyContextOf(request, press.trigger_id, metadataOf(press.view ?? { private_metadata: '' }).place),
        id,
        hash,
      };
      const reply = await askCore(request, deps);
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
    const reply: Promise<Reply> = form === undefined ? askCore(pressed, deps) : Promise.resolve({ kind: 'form', form });
    await answerPress(reply, { ...context, replaces: replacesMessage(press, deps) }, deps);
  });
  app.shortcut(ANY, async ({ body, ack, ...args }) => {
    const shortcut = ShortcutBody.parse(body);
    const request = parseShortcut(shortcut);
    if (request === undefined) return ack();
    const deps = await findInteractionDeps(request.interaction.from, shared);
    const response = shortcut.response_url === undefined ? {} : { respond: args.respond };
    const context = { ...replyContextOf(request, shortcut.trigger_id, shortcut.channel?.id), ...response, ack };
    const answer = request.files === undefined ? answerPress : answerWithFiles;
    await answer(askCore(request, deps), { ...context, replaces: false }, deps);
  });
}

function registerViews(app: App, shared: HandlerDeps): void {
  app.view<ViewSubmitAction>(ANY, async ({ body, ack }) => {
    const sent = SubmissionBody.parse(body);
    const request = parseSubmission(sent);
    const { place, showsErrors = false, language } = metadataOf(sent.view);
    const { blocks, previous_view_id: below } = sent.view;
    const inputs = blocks.flatMap(({ type, block_id: id }) => (type === 'input' && id !== undefined ? [id] : []));
    const { triggerId: _, ...context } = replyContextOf(request, '', place);
    const hasFiles = request.files !== undefined;
    const written = { title: sent.view.title.text, ...(language === undefined ? {} : { language }) };
    const deps = await findInteractionDeps(request.interaction.from, shared);
    const form = { ...context, ...written, ack, inputs, showsErrors, hasFiles, isPushed: below !== null };
    await answerSubmission(askCore(request, deps), form, deps);
  });
  app.view({ callback_id: ANY, type: 'view_closed' }, async ({ ack }) => ack());
  app.options(ANY, async ({ body, ack }) => {
    const { action_id: source, value, ...envelope } = SuggestionBody.parse(body);
    const origin = originOf(envelope);
    const request = { source, typed: value, limit: LIMITS.options, from: identityOf(origin) };
    const deps = await findInteractionDeps(request.from, shared);
    const isOurs = (await findMembership(origin, deps)) === 'member';
    const found = isOurs ? await (await deps.core).suggest(request) : [];
    const options = found.slice(0, LIMITS.options).filter(({ value }) => value.length <= LIMITS.optionValue);
    await ack({ options: options.map(optionOf) });
  });
}

function isFirst(eventId: string, { events }: InteractionDeps): boolean {
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
  deps: InteractionDeps,
): boolean {
  if (container.message_ts === undefined) return false;
  const key = `${origin.user} ${interaction.key}`;
  if (deps.pressed.get(key)) return true;
  deps.pressed.set(key, true);
  return false;
}

// In a channel others see a card too, so it stays and the answer is shown to the person alone. Only they see an ephemeral one.
function replacesMessage(
  { channel, container, message, api_app_id }: ActionBody,
  { workspace }: InteractionDeps,
): boolean {
  if (container.is_ephemeral === true) return true;
  if (channel?.id.startsWith('D') !== true) return false;
  const isOurs = message?.app_id === api_app_id || message?.bot_id === workspace()?.botId;
  return message !== undefined && isOurs;
}
