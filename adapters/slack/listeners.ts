import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Card } from '../../src/chat/card.ts';
import type { Core, Reply } from '../../src/chat/interaction.ts';
import { optionOf } from './fields.ts';
import { identityOf, isMember, originOf } from './identity.ts';
import {
  type Heard,
  heardCommand,
  heardHome,
  heardPress,
  heardShortcut,
  heardSubmission,
  metadataOf,
} from './inbound.ts';
import type { IncomingFiles } from './incoming-files.ts';
import { LIMITS } from './limits.ts';
import { answerCommand, answerPress, answerWithFiles, publishHome, type Turn, type Voice } from './outbound.ts';
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
import { sorryCard, strangerCard } from './words.ts';
import type { OwnWorkspace } from './workspace.ts';

/** What the listeners need to hear, to ask and to answer. */
export interface Ears extends Voice {
  /** There as soon as the adapter is started. */
  readonly core: Promise<Core>;
  readonly profiles: Profiles;
  readonly incomingFiles: IncomingFiles;
  readonly workspace: OwnWorkspace;
}

const ANY = /.*/u;

/** One listener for each kind of event Slack knows, whatever it is about. */
export function listen(app: App, ears: Ears): void {
  app.command(ANY, async ({ body, ack, respond }) => {
    const command = CommandBody.parse(body);
    const heard = heardCommand(command);
    const turn = { ...turnOf(heard, command.trigger_id, command.channel_id), respond, ack };
    await answerCommand(ask(heard, ears), turn, ears);
  });
  listenToPresses(app, ears);
  listenToViews(app, ears);
  app.event('app_home_opened', async ({ body }) => {
    const opened = HomeOpenedBody.safeParse(body);
    if (!opened.success || opened.data.event.tab !== 'home' || opened.data.event.view) return;
    const heard = heardHome(opened.data);
    const reply = await ask(heard, ears);
    if (reply.kind === 'card') await publishHome(reply.card, heard.origin.user, ears);
  });
  app.event(/^(?:app_uninstalled|tokens_revoked)$/u, async ({ event, body }) => {
    ears.log.warn('Slack took our access away.', { event: event.type });
    const gone = UninstalledBody.safeParse(body);
    if (gone.success) await (await ears.core).uninstalled('slack', gone.data.team_id);
  });
}

function listenToPresses(app: App, ears: Ears): void {
  app.action(ANY, async ({ body, ack, respond }) => {
    const press = ActionBody.parse(body);
    const heard = heardPress(press);
    if (heard === undefined) return ack();
    const answerable = press.response_url === undefined ? {} : { respond };
    const turn = { ...turnOf(heard, press.trigger_id, press.channel?.id), ...answerable, ack };
    await answerPress(ask(heard, ears), { ...turn, replaces: replaces(press, ears) }, ears);
  });
  app.shortcut(ANY, async ({ body, ack, ...args }) => {
    const shortcut = ShortcutBody.parse(body);
    const heard = heardShortcut(shortcut);
    if (heard === undefined) return ack();
    const answerable = shortcut.response_url === undefined ? {} : { respond: args.respond };
    const turn = { ...turnOf(heard, shortcut.trigger_id, shortcut.channel?.id), ...answerable, ack };
    const answer = heard.files === undefined ? answerPress : answerWithFiles;
    await answer(ask(heard, ears), { ...turn, replaces: false }, ears);
  });
}

function listenToViews(app: App, ears: Ears): void {
  app.view<ViewSubmitAction>(ANY, async ({ body, ack }) => {
    const sent = SubmissionBody.parse(body);
    const heard = heardSubmission(sent);
    const { place, told = false } = metadataOf(sent);
    const { blocks, previous_view_id: below } = sent.view;
    const inputs = blocks.flatMap(({ type, block_id: id }) => (type === 'input' && id !== undefined ? [id] : []));
    const { triggerId: _, ...turn } = turnOf(heard, '', place);
    const bringsFiles = heard.files !== undefined;
    const form = { ...turn, ack, inputs, told, bringsFiles, isPushed: below !== null, title: sent.view.title.text };
    await answerSubmission(ask(heard, ears), form, ears);
  });
  app.view({ callback_id: ANY, type: 'view_closed' }, async ({ ack }) => ack());
  app.options(ANY, async ({ body, ack }) => {
    const { action_id: source, value, ...envelope } = SuggestionBody.parse(body);
    const origin = originOf(envelope);
    const isOurs = isMember(origin, ears.workspace.known());
    const found = isOurs ? await (await ears.core).suggest(source, value, LIMITS.options, identityOf(origin)) : [];
    const options = found.slice(0, LIMITS.options).filter(({ value }) => value.length <= LIMITS.optionValue);
    await ack({ options: options.map(optionOf) });
  });
}

async function ask({ origin, interaction, about, files: sent }: Heard, ears: Ears): Promise<Reply> {
  const { core, profiles, incomingFiles, workspace, log } = ears;
  if (!isMember(origin, workspace.known())) return toSender(strangerCard);
  try {
    const [profile, files] = await Promise.all([profiles.of(origin.user), sent && incomingFiles(sent)]);
    const said = files === undefined ? interaction : { ...interaction, files };
    if (profile === undefined) return await (await core).dispatch(said);
    const day = about === undefined ? {} : { date: about.toLocaleDateString('sv-SE', { timeZone: profile.zone }) };
    return await (await core).dispatch({ ...said, args: { ...said.args, ...day }, profile });
  } catch (error) {
    log.error('An interaction failed outside of the core.', { command: interaction.command, error });
    return toSender(sorryCard);
  }
}

function turnOf({ origin, interaction }: Heard, triggerId: string, channel: string | undefined): Turn {
  return { asked: interaction, user: origin.user, triggerId, ...(channel === undefined ? {} : { channel }) };
}

// In a channel others see the card too: it stays, and the answer is for the one who pressed.
function replaces({ channel, container, message, api_app_id }: ActionBody, { workspace }: Ears): boolean {
  if (channel?.id.startsWith('D') !== true) return false;
  const isOurs = message?.app_id === api_app_id || message?.bot_id === workspace.known()?.botId;
  return container.is_ephemeral === true || (message !== undefined && isOurs);
}

function toSender(card: Card): Reply {
  return { kind: 'card', card, to: 'sender' };
}
