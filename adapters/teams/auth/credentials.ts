/** The kinds of app registration. */
export const APP_TYPES = ['SingleTenant', 'MultiTenant', 'UserAssignedMsi'] as const;

/** What the bot authenticates to Teams with. */
export interface Credentials {
  readonly appId: string;
  readonly appType: (typeof APP_TYPES)[number];
  /** The tenant the app is registered in. */
  readonly tenantId?: string;
  readonly password?: string;
  readonly certificate?: Certificate;
}

interface Certificate {
  readonly thumbprint: string;
  /** PEM. */
  readonly privateKey: string;
}
