import type { Interaction } from '../chat/interaction.ts';
import type { Mention } from '../chat/mention.ts';
import type { UserResult } from '../chat/user.ts';
import type { Day } from '../domain/calendar.ts';
import type { ContentFault } from '../file-store/content-fault.ts';
import type { Person } from '../store/entities.ts';
import type { Words } from '../strings/index.ts';

/** An upload that wasn't stored. `name` is the file name, `max` the number of files allowed in one message, or the megabytes of a workspace. */
export interface FileProblem {
  readonly name: string;
  readonly kind: 'too-large' | 'unreachable' | 'not-proof' | 'too-many' | 'workspace-full' | ContentFault;
  readonly max?: number;
}

/** An interaction with its person, day and language. Its files are already stored. */
export interface Request extends Omit<Interaction, 'files' | 'mentions'> {
  /** The ids of stored files that came with a message or a button; files of a form are in its answers. */
  readonly uploads?: readonly string[];
  readonly fileProblems?: readonly FileProblem[];
  /** `args.text` with a mark in the place of each mention. */
  readonly markedText: string;
  readonly mentions: readonly Mention[];
  /** What the platform says about users who are mentioned or chosen and weren't known when it was asked, by the id that was given. */
  readonly namedUsers: ReadonlyMap<string, UserResult>;
  /** The command was read from a sentence, so it may not write before the person confirms. */
  readonly isGuess?: boolean;
  readonly person: Person;
  /** The date in the person's time zone, then the workspace's. */
  readonly today: Day;
  readonly now: Date;
  readonly words: Words;
  /** The public https address of recert for this person's platform, without a path. */
  readonly baseUrl?: string | undefined;
  /** The largest accepted file, in bytes. */
  readonly fileLimit: number;
}
