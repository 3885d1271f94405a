import type { Language } from './language.ts';

export type Platform = 'slack' | 'teams' | 'mcp' | 'playground' | 'terminal';

/** The person who acts, taken only from the platform's verified envelope, never from a form, a button or a text. */
export interface Identity {
  readonly platform: Platform;
  /** The platform's own id of the workspace. */
  readonly tenant: string;
  /** The platform's own id of the person, unique within the tenant. */
  readonly user: string;
}

/** A person's profile on the platform. */
export interface Profile {
  readonly name: string;
  /** An IANA time zone, `Pacific/Auckland`. Without it, dates are those of the workspace's time zone. */
  readonly zone?: string;
  /** A BCP 47 locale, `en-GB`. */
  readonly locale?: string;
  /** What tells two people of one name apart: a user name or an e-mail address. */
  readonly handle?: string;
  /** They are an administrator of the platform's workspace. */
  readonly isAdmin?: boolean;
}

/** What is known about a reader: the language of the text beside it, the person and the platform's locale. */
export interface Reader {
  readonly language?: Language | undefined;
  readonly from?: Identity | undefined;
  readonly locale?: string | undefined;
}
