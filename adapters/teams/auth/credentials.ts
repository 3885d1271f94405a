/** How the bot’s app registration is known to Microsoft. */
export const APP_TYPES = ['SingleTenant', 'MultiTenant', 'UserAssignedMsi'] as const;

/** By what the bot proves to Teams who it is. */
export interface Credentials {
  readonly appId: string;
  readonly appType: (typeof APP_TYPES)[number];
  /** The tenant the app is registered in. */
  readonly tenantId?: string;
  readonly password?: string;
  readonly certificate?: Certificate;
}

export interface Certificate {
  readonly thumbprint: string;
  /** In PEM. */
  readonly privateKey: string;
}
