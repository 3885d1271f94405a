import type { SettingReader } from '../../src/chat/platform-plugin.ts';
import { APP_TYPES, type Credentials } from './auth/credentials.ts';

/** How Teams is reached, and whom the bot serves there. */
export interface TeamsSettings {
  /** Absent in development alone. */
  readonly credentials?: Credentials;
  readonly tenantIds: readonly string[];
  readonly serviceHosts?: readonly string[];
  readonly development: boolean;
}

const SETTINGS = [
  'TEAMS_APP_ID',
  'TEAMS_APP_PASSWORD',
  'TEAMS_APP_TYPE',
  'TEAMS_TENANT_ID',
  'TEAMS_SERVICE_HOSTS',
  'TEAMS_CERTIFICATE_THUMBPRINT',
  'TEAMS_CERTIFICATE_KEY',
];
/** What ids look like in Entra. */
export const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads what the environment says about Teams; nothing when it says nothing. Adds to `problems` what is wrong. */
export function readSettings(get: SettingReader, problems: string[]): TeamsSettings | undefined {
  const development = get('RECERT_TEAMS_DEV');
  if (development !== undefined && development !== '0' && development !== '1') {
    problems.push(`RECERT_TEAMS_DEV must be 0 or 1, got '${development}'.`);
  }
  if (development === '1') return readDevelopment(get, problems);
  if (SETTINGS.every((name) => get(name) === undefined)) return undefined;
  const credentials = readCredentials(get, problems);
  const hosts = listOf(get('TEAMS_SERVICE_HOSTS'));
  for (const host of hosts.filter((one) => !/^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(one))) {
    problems.push(`TEAMS_SERVICE_HOSTS must be host names with commas between them, got '${host}'.`);
  }
  const tenantIds = listOf(get('TEAMS_TENANT_ID'));
  return { credentials, tenantIds, development: false, ...(hosts.length === 0 ? {} : { serviceHosts: hosts }) };
}

// Without an app id nothing says who is who, so this may never be reached from outside.
function readDevelopment(get: SettingReader, problems: string[]): TeamsSettings {
  if (get('NODE_ENV') === 'production')
    problems.push('RECERT_TEAMS_DEV lets anybody be anybody: it cannot be 1 where NODE_ENV is production.');
  if (get('TEAMS_APP_ID') !== undefined)
    problems.push('RECERT_TEAMS_DEV is for trying without an app: unset it, or TEAMS_APP_ID.');
  return { tenantIds: listOf(get('TEAMS_TENANT_ID')), development: true };
}

function readCredentials(get: SettingReader, problems: string[]): Credentials {
  const appId = get('TEAMS_APP_ID');
  if (appId === undefined) problems.push('TEAMS_APP_ID is missing: the application id of the bot’s app registration.');
  else if (!GUID.test(appId))
    problems.push(`TEAMS_APP_ID must look like 00000000-0000-0000-0000-000000000000, got '${appId}'.`);
  const tenants = listOf(get('TEAMS_TENANT_ID'));
  if (tenants.length === 0)
    problems.push('TEAMS_TENANT_ID is missing: the tenants the bot serves, with commas between them; its own first.');
  for (const tenant of tenants.filter((one) => !GUID.test(one))) {
    problems.push(`TEAMS_TENANT_ID must be tenant ids with commas between them, got '${tenant}'.`);
  }
  const type = get('TEAMS_APP_TYPE') ?? 'SingleTenant';
  const appType = APP_TYPES.find((one) => one.toLowerCase() === type.toLowerCase());
  if (appType === undefined) problems.push(`TEAMS_APP_TYPE must be one of ${APP_TYPES.join(', ')}, got '${type}'.`);
  const stored = { appId: appId?.toLowerCase() ?? '', appType: appType ?? 'SingleTenant', tenantId: tenants[0] ?? '' };
  return { ...stored, ...readSecret(get, appType === 'UserAssignedMsi', problems) };
}

function readSecret(
  get: SettingReader,
  isManaged: boolean,
  problems: string[],
): Pick<Credentials, 'password' | 'certificate'> {
  const password = get('TEAMS_APP_PASSWORD');
  const thumbprint = get('TEAMS_CERTIFICATE_THUMBPRINT');
  const privateKey = get('TEAMS_CERTIFICATE_KEY');
  if (isManaged) {
    if (password !== undefined)
      problems.push('TEAMS_APP_PASSWORD must not be set where TEAMS_APP_TYPE is UserAssignedMsi.');
    return {};
  }
  if (thumbprint !== undefined && privateKey !== undefined) return { certificate: { thumbprint, privateKey } };
  if (thumbprint !== undefined || privateKey !== undefined) {
    problems.push('TEAMS_CERTIFICATE_THUMBPRINT and TEAMS_CERTIFICATE_KEY belong together; one of them is missing.');
    return {};
  }
  if (password !== undefined) return { password };
  problems.push(
    'TEAMS_APP_PASSWORD is missing: the client secret; or TEAMS_CERTIFICATE_THUMBPRINT and TEAMS_CERTIFICATE_KEY.',
  );
  return {};
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
}
