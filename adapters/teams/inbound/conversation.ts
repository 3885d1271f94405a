import type { Core } from '../../../src/chat/core-interface.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import type { Messenger } from '../outbound/messenger.ts';
import type { Ask } from './ask-core.ts';

/** What the handlers of a conversation ask the core and answer people with. */
export interface Conversation {
  readonly ask: Ask;
  readonly phrases: Core['phrases'];
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  /** Keeps track of work that Teams need not wait for. */
  readonly inBackground: (work: Promise<unknown>) => void;
}
