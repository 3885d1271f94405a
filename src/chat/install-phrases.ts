/** Texts of the pages on which a workspace installs the app. */
export interface InstallPhrases {
  readonly title: string;
  readonly intro: string;
  readonly permissions: string;
  /** What each permission is for. */
  readonly reasons: Readonly<Record<SlackPermission, string>>;
  readonly never: string;
  readonly button: string;
  readonly again: string;
  readonly installed: (workspace: string) => string;
  readonly next: string;
  /** What to type first, each with what it does. */
  readonly firstSteps: readonly (readonly [command: string, meaning: string])[];
  readonly openSlack: string;
  readonly problems: Readonly<Record<InstallProblem, { readonly title: string; readonly text: string }>>;
  /** Slack's error code, for the operator. */
  readonly code: (code: string) => string;
}

/** What can go wrong while a workspace installs the app. */
export type InstallProblem =
  | 'cancelled'
  | 'expired'
  | 'codeExpired'
  | 'settings'
  | 'refused'
  | 'unreachable'
  | 'failed';

/** The permissions that Slack asks for. */
export type SlackPermission =
  | 'commands'
  | 'chat:write'
  | 'files:read'
  | 'files:write'
  | 'im:write'
  | 'mcp:connect'
  | 'usergroups:read'
  | 'users:read';
