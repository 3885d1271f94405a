import { PlatformRefusal } from '../../../src/chat/platform-status.ts';
import { networkProblem } from '../../../src/network/network-problem.ts';
import type { Credentials } from './credentials.ts';

/** Where an app registration is found. */
const PAGE = 'https://entra.microsoft.com → App registrations → your app';
const NEW_SECRET = `Create a new one at ${PAGE} → Certificates & secrets, and set TEAMS_APP_PASSWORD to its value (not to its id).`;
const UPLOAD = `Upload the certificate at ${PAGE} → Certificates & secrets, and set TEAMS_CERTIFICATE_THUMBPRINT and TEAMS_CERTIFICATE_KEY to match.`;

/** What to do about each refusal, by Entra's error number. */
const REMEDY: Readonly<Record<string, (credentials: Credentials) => string>> = {
  7000222: () => `The client secret in TEAMS_APP_PASSWORD has expired. ${NEW_SECRET}`,
  7000215: () => `The client secret in TEAMS_APP_PASSWORD is wrong. ${NEW_SECRET}`,
  7000218: () => `Entra expects a client secret or a certificate. ${NEW_SECRET}`,
  700016: ({ appId, tenantId = '' }) =>
    `There is no app ${appId} in the tenant ${tenantId}. Copy TEAMS_APP_ID (Application (client) ID) and the first id of TEAMS_TENANT_ID (Directory (tenant) ID) from ${PAGE} → Overview.`,
  7000229: ({ appId, tenantId = '' }) =>
    `The app ${appId} has no service principal in the tenant ${tenantId}. Create one with “az ad sp create --id ${appId}”.`,
  90002: ({ tenantId = '' }) =>
    `There is no tenant ${tenantId}. Copy the first id of TEAMS_TENANT_ID (Directory (tenant) ID) from ${PAGE} → Overview.`,
  900023: ({ tenantId = '' }) =>
    `${tenantId} is not a tenant id. Copy the first id of TEAMS_TENANT_ID (Directory (tenant) ID) from ${PAGE} → Overview.`,
  700027: () => `Entra doesn't know the certificate, or it has expired. ${UPLOAD}`,
  700024: () => 'The clock of this machine is wrong, so Entra refuses the certificate. Set it by NTP.',
  7000112: ({ appId }) =>
    `The app ${appId} is disabled. Enable it under Enterprise applications → your app → Properties.`,
};

/** The kinds of error that say the request itself is refused, so that a repetition is useless. */
const FINAL: readonly unknown[] = ['invalid_client', 'unauthorized_client', 'invalid_request', 'invalid_scope'];

/** Returns Entra's refusal with its remedy; undefined if the error may pass. */
export function refusalOf(error: unknown, credentials: Credentials): PlatformRefusal | undefined {
  const { errorCode, number } = entraError(error);
  if (number === undefined) return undefined;
  const remedy = REMEDY[number]?.(credentials);
  if (remedy !== undefined) return new PlatformRefusal(`${remedy} (AADSTS${number})`, { cause: error });
  if (!FINAL.includes(errorCode)) return undefined;
  const page = `https://login.microsoftonline.com/error?code=${number}`;
  return new PlatformRefusal(`Entra refuses the bot's sign-in (AADSTS${number}). The reason is explained at ${page}`, {
    cause: error,
  });
}

/** Returns why the bot is not signed in, in one sentence for the operator. */
export function entraProblem(error: unknown): string {
  if (error instanceof PlatformRefusal) return error.message;
  const { errorCode, number, status } = entraError(error);
  if (number !== undefined) return `Entra answered AADSTS${number}.`;
  if (status !== undefined) return `Entra answered with status ${status}.`;
  if (errorCode === 'network_error') return "Entra can't be reached.";
  if (error instanceof Error && /CredentialUnavailable|AggregateAuthentication/u.test(error.name)) {
    return 'This machine offers no managed identity. TEAMS_APP_TYPE=UserAssignedMsi works on Azure only.';
  }
  return `Entra can't be reached: ${networkProblem(error)}.`;
}

/** Whether Microsoft's library reports that no answer came; it doesn't say why. */
export function isNetworkError(error: unknown): boolean {
  return entraError(error).errorCode === 'network_error';
}

interface EntraError {
  readonly errorCode?: unknown;
  /** The number after `AADSTS`. */
  readonly number?: string;
  readonly status?: number;
}

function entraError(error: unknown): EntraError {
  const { errorCode, errorNo, status }: { errorCode?: unknown; errorNo?: unknown; status?: unknown } = Object(error);
  const number = /^\d{4,}$/u.test(String(errorNo)) ? String(errorNo) : undefined;
  return {
    errorCode,
    ...(number === undefined ? {} : { number }),
    ...(typeof status === 'number' ? { status } : {}),
  };
}
