/** The tokens of a bot. */
export interface BotTokens {
  readonly access: string;
  /** Set if tokens expire; exchanged for the next ones. */
  readonly refresh?: string;
  readonly expiresAt?: Date;
}

/** A bot that a tenant installed itself. */
export interface BotInstallation {
  readonly tenant: string;
  /** Installed in all workspaces of an organisation; then the tenant is the organisation. */
  readonly isOrgWide: boolean;
  readonly enterprise?: string;
  readonly botId?: string;
  readonly botUserId: string;
  readonly tokens: BotTokens;
  readonly installedAt: Date;
}

/** The bots of a platform that tenants installed. Tokens are encrypted where they are stored. */
export interface InstalledBots {
  /** Throws if none of the configured keys fits. */
  find(tenant: string): Promise<BotInstallation | undefined>;
  /** Stores a new installation, in place of an earlier one. */
  save(installation: BotInstallation): Promise<void>;
  /** Deletes the tokens of a tenant, if they were installed at or before an instant. Returns whether there were any. */
  remove(tenant: string, installedUntil: Date): Promise<boolean>;
  /** Claims an installation whose tokens expire before an instant, for two minutes; undefined if there is none that isn't claimed. */
  claimExpiring(claim: ExpiryClaim): Promise<BotInstallation | undefined>;
  /** Replaces the tokens of an installation, unless it was installed again or removed meanwhile. Ends its claim. */
  replaceTokens(installation: BotInstallation, tokens: BotTokens): Promise<void>;
  /** Uses an install link up; false if it was used before. */
  claimInstallState(state: { readonly hash: string; readonly expiresAt: Date }, now: Date): Promise<boolean>;
}

/** Which installation is claimed. */
export interface ExpiryClaim {
  readonly expiresBefore: Date;
  readonly now: Date;
  /** Only this one. */
  readonly tenant?: string;
}
