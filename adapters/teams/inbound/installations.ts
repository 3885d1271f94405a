import { Recent } from '../../../src/chat/recent-keys.ts';
import { replyTargetOf } from '../outbound/reply-target.ts';
import { keyOfActivity } from './ask-core.ts';
import type { Conversation } from './conversation.ts';
import type { TeamsActivity } from './payloads.ts';
import { identityOf } from './people.ts';
import { botMembershipChange, type Places } from './places.ts';

const WELCOME_MS = 10 * 60_000;
const MAX_WELCOMED = 2000;

/** Follows where the bot is installed, and welcomes people once. */
export class Installations {
  readonly #conversation: Conversation;
  readonly #places: Places;
  readonly #welcomed: Recent<Promise<void>>;

  constructor(conversation: Conversation, places: Places) {
    this.#conversation = conversation;
    this.#places = places;
    this.#welcomed = new Recent(conversation.clock, WELCOME_MS, MAX_WELCOMED);
  }

  /** Handles an installation or an uninstallation. */
  async update(activity: TeamsActivity): Promise<void> {
    const { action } = activity;
    this.#conversation.log.info('Teams reports an installation.', { action: action ?? '' });
    if (action?.startsWith('remove')) return this.#remove(activity);
    if (!action?.startsWith('add')) return;
    this.#conversation.inBackground(this.#places.installed(activity));
    if (identityOf(activity) === undefined) return;
    this.#conversation.messenger.rememberChat(activity);
    await this.#welcomed.once(activity.conversation.id, () => this.#welcome(activity));
  }

  /** Handles a change of a conversation's members. */
  async changeMembers(activity: TeamsActivity): Promise<void> {
    const change = botMembershipChange(activity);
    if (change === 'added') this.#conversation.inBackground(this.#places.seen(activity));
    if (change === 'removed') await this.#remove(activity);
  }

  async #remove(activity: TeamsActivity): Promise<void> {
    this.#conversation.messenger.forgetChat(activity);
    await this.#places.removed(activity);
  }

  async #welcome(activity: TeamsActivity): Promise<void> {
    const { ask, messenger } = this.#conversation;
    const reply = await ask(
      { command: 'help', args: { text: '', welcome: 'yes' }, ...keyOfActivity(activity) },
      activity,
    );
    if (reply.kind === 'card') await messenger.reply(reply.card, 'place', replyTargetOf(activity));
  }
}
