import type { Clock, Log } from '../../src/ports.ts';
import type { Ask } from './asking.ts';
import type { Voice } from './voice.ts';

/** With what whoever hears people asks and answers. */
export interface Talk {
  readonly ask: Ask;
  readonly voice: Voice;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes work that Teams need not wait for. */
  readonly later: (work: Promise<unknown>) => void;
}
