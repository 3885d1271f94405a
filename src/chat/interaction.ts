import type { Answers } from './form.ts';
import type { Identity, Profile } from './identity.ts';
import type { IncomingFile } from './incoming-file.ts';
import type { Place } from './place.ts';

/** What the bot hears: a typed line, a pressed button and a sent form look alike. */
export interface Interaction {
  /** The first word of a line, as typed; the command a button or form names. */
  readonly command: string;
  /** `text` is the rest of a typed line; `--on 2026-12-31` becomes `on`. */
  readonly args: Readonly<Record<string, string>>;
  /** Present when a form was sent. */
  readonly answers?: Answers;
  readonly state?: string;
  /** Files that came with a sent form, or with a message. */
  readonly files?: readonly IncomingFile[];
  readonly from: Identity;
  readonly profile?: Profile;
  readonly place: Place;
  /** Where the sender alone can be told something later, as far as the platform says so now. */
  readonly direct?: Place;
  /** Names this one act: sent twice, pressed twice or delivered twice, it carries the same key and has one effect. */
  readonly key?: string;
}
