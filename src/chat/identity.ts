import type { Language } from './language.ts';

export type Platform = 'slack' | 'teams' | 'playground' | 'terminal';

/** Who acts, from the platform's verified envelope only: never from a form, a button or a text. */
export interface Identity {
  readonly platform: Platform;
  /** The platform's own id of the workspace. */
  readonly tenant: string;
  /** The platform's own id of the person, unique within the tenant. */
  readonly user: string;
}

/** What the platform knows about a person; absent when it could not be asked in time. */
export interface Profile {
  readonly name: string;
  /** An IANA time zone, `Pacific/Auckland`. */
  readonly zone: string;
  /** A BCP 47 locale, `en-GB`. */
  readonly locale: string;
  /** The platform says that they administer the workspace there. */
  readonly isAdmin?: boolean;
}

/** Who reads something, as far as it is known: the language of the text beside it, the person, the platform's locale. */
export interface Reader {
  readonly language?: Language | undefined;
  readonly from?: Identity | undefined;
  readonly locale?: string | undefined;
}
