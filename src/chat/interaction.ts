import type { Answers } from './form.ts';
import type { Identity, Profile } from './identity.ts';
import type { IncomingFile } from './incoming-file.ts';
import type { Mention } from './mention.ts';
import type { Place } from './place.ts';

/** What a program may do that acts for a person: read, or leave a draft that the person confirms in chat. */
export type AgentAccess = 'read' | 'draft';

/** A typed line, a pressed button or a sent form. */
export interface Interaction {
  /** The first word of a line, as typed; the command a button or form names. */
  readonly command: string;
  /** The whole typed line, in its own case; absent for a button or a form. */
  readonly line?: string;
  /** `text` is the rest of a typed line; `--on 2026-12-31` becomes `on`. */
  readonly args: Readonly<Record<string, string>>;
  /** The users that the text mentions; each is marked in it with `mentionMark`. */
  readonly mentions?: readonly Mention[];
  /** Set for a sent form. */
  readonly answers?: Answers;
  /** The users chosen in the form's `people` fields. */
  readonly users?: readonly string[];
  readonly state?: string;
  /** Files sent with a form or a message. */
  readonly files?: readonly IncomingFile[];
  readonly from: Identity;
  readonly profile?: Profile;
  readonly place: Place;
  /** The place for private messages to the sender, if the platform says so. */
  readonly direct?: Place;
  /** The idempotency key: an interaction that is sent twice has the same key and one effect. */
  readonly key?: string;
  /**
   * Set if a program acts for the sender. Then nothing but a draft is written, the sender's access log says so, people whom recert doesn't know
   * are refused, and an interaction with the same key is refused.
   */
  readonly onBehalf?: AgentAccess;
}
