import type { RespondFn } from '@slack/bolt';
import type { Card } from '../../../src/chat/card.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Recent } from '../../../src/chat/recent-keys.ts';
import type { Log } from '../../../src/ports.ts';
import type { Message } from '../cards/message.ts';
import type { Waits } from './answer-limits.ts';
import type { Clients } from './clients.ts';
import type { DirectMessages } from './direct-messages.ts';
import type { FindPhrases } from './late-view.ts';
import type { WaitingForms } from './waiting-forms.ts';

/** What replies are sent with. */
export interface ReplyDeps {
  readonly clients: Clients;
  readonly direct: DirectMessages;
  readonly phrases: FindPhrases;
  /** Sends an answer that Slack did not take when it does. */
  readonly sendLater: Core['sendLater'];
  /** The keys of the sent forms and pressed buttons whose card was delivered. */
  readonly delivered: Recent<true>;
  /** The forms that buttons of direct messages open. */
  readonly waitingForms: WaitingForms;
  readonly waits: Waits;
  readonly log: Log;
}

/** An interaction that waits for its answer. */
export interface ReplyContext {
  readonly interaction: Interaction;
  readonly user: string;
  readonly channel?: string;
  readonly triggerId: string;
  /** Answers through the interaction's `response_url`. */
  readonly respond?: RespondFn;
}

/** A pressed button or a shortcut, which must be acknowledged. */
export interface PressContext extends ReplyContext {
  readonly ack: () => Promise<void>;
  /** The answer takes the place of the message with the button. */
  readonly replaces: boolean;
}

/** A card as the answer to an interaction, for the person alone or for the whole channel. */
export interface Answer {
  readonly card: Card;
  readonly to: 'sender' | 'place';
}

/** A message as the answer to an interaction. */
export type ResponseMessage = Message & { readonly response_type: 'ephemeral' | 'in_channel' };
