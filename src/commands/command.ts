import type { Reply } from '../chat/reply.ts';
import type { Role } from '../domain/roles.ts';
import type { Scope } from '../services/data-with-catalogue.ts';
import type { Request } from '../services/request.ts';
import type { CommandName } from '../strings/index.ts';
import type { Effects } from './effects.ts';

/** What a command gets: the request, the data and the effects. */
export interface Context extends Scope {
  readonly effects: Effects;
}

/** A chat command. */
export interface Command {
  readonly name: CommandName;
  /** Other words people may type for it, each of one or two words; buttons of older cards name them too. */
  readonly aliases?: readonly string[];
  readonly role: Role;
  /** Its arguments can name people, so the platform is asked about unknown users first. */
  readonly namesPeople?: true;
  /** When it writes. A repeated interaction gets the first reply; a reply that is a form means that nothing was written. */
  readonly writes: 'never' | 'on-submit' | 'always';
  /** Documents that are attached to its form are read. */
  readonly readsFormFiles?: true;
  /** A request without answers gets a form and changes nothing that can be undone, unless it writes at once. */
  readonly opensForm?: true;
  /** Whether a request without answers writes as well, for a command that writes on submit. */
  writesAtOnce?(request: Request): boolean;
  /** Whether a request changes nothing but the access log, for a command that writes on others. */
  readsAlone?(request: Request): boolean;
  /** It answers from the sender's certifications, records and settings alone, so its answer holds until one of them or the day changes. */
  readonly dependsOn?: 'standing';
  /** Whether a request that is a guess is asked about before anything is written; a guess runs no other command that always writes. */
  readonly confirmsGuess?: boolean;
  /** For a program that acts for a person, it leaves a draft in place of what it would write. */
  readonly drafts?: true;
  run(context: Context): Promise<Reply>;
}

/** Whether a request changes nothing but the access log. */
export function onlyReads({ writes, readsAlone }: Command, request: Request): boolean {
  return writes === 'never' || readsAlone?.(request) === true;
}
