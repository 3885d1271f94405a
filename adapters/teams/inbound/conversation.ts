import type { Core } from '../../../src/chat/core.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import type { Messenger } from '../outbound/messenger.ts';
import type { Ask } from './ask-core.ts';

/** With what whoever hears people asks and answers. */
export interface Conversation {
  readonly ask: Ask;
  readonly phrases: Core['phrases'];
  readonly voice: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes work that Teams need not wait for. */
  readonly later: (work: Promise<unknown>) => void;
}
