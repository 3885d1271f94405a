import type { Interaction } from '../chat/interaction.ts';
import type { Day } from '../domain/calendar.ts';
import type { Person } from '../store/entities.ts';
import type { Words } from '../strings/index.ts';

/** A file that came and was not stored; `name` as its sender calls it, `max` how many files one message may have. */
export interface FileProblem {
  readonly name: string;
  readonly kind: 'too-large' | 'unreachable' | 'not-proof' | 'too-many';
  readonly max?: number;
}

/** What is asked, by whom, on which day and in which language. The files of the interaction are stored already. */
export interface Request extends Omit<Interaction, 'files'> {
  /** The ids of stored files that came with a line or a button; those of a form are in its answers. */
  readonly uploads?: readonly string[];
  readonly fileProblems?: readonly FileProblem[];
  readonly person: Person;
  /** The date in the person's time zone, then the workspace's. */
  readonly today: Day;
  readonly now: Date;
  readonly words: Words;
  /** The largest file that is accepted, in bytes. */
  readonly fileLimit: number;
}
