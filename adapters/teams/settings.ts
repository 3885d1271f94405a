import { z } from 'zod';
import type { SettingReader } from '../../src/chat/platform-plugin.ts';
import { choice, flag, listOf, neededText, textThat } from '../../src/settings/fields.ts';
import { notes, readFields } from '../../src/settings/setting-notes.ts';
import { APP_TYPES, type Credentials } from './auth/credentials.ts';
import { keyProblem, readPem, readThumbprint } from './auth/private-key.ts';

/** The Teams connection and the tenants the bot serves. */
export interface TeamsSettings {
  /** Absent in development only. */
  readonly credentials?: Credentials;
  readonly tenantIds: readonly string[];
  readonly serviceHosts?: readonly string[];
  readonly development: boolean;
}

/** The format of ids in Entra. */
export const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const isGuid = (text: string) => GUID.test(text);
const isHost = (text: string) => /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(text);
const TENANTS = 'the tenants the bot serves, with commas between them; its own first';

const CONNECTION = z.object({
  TEAMS_APP_ID: neededText('the application id of the bot’s app registration')
    .pipe(textThat(isGuid, { use: 'an id like 00000000-0000-0000-0000-000000000000' }))
    .transform((id) => id.toLowerCase())
    .register(notes, { meaning: 'Application id of the bot’s app registration.' }),
  TEAMS_APP_PASSWORD: z.string().exactOptional().register(notes, {
    meaning: 'Client secret of the app registration; or use the two TEAMS_CERTIFICATE settings.',
    isSecret: true,
  }),
  TEAMS_CERTIFICATE_THUMBPRINT: z
    .string()
    .transform(readThumbprint)
    .pipe(textThat((text) => /^[\dA-F]{40}$/u.test(text), { use: 'the 40 hexadecimal digits that Entra shows' }))
    .exactOptional()
    .register(notes, { meaning: 'Thumbprint of a certificate, instead of a client secret.' }),
  TEAMS_CERTIFICATE_KEY: z
    .string()
    .transform(readPem)
    .superRefine((pem, { addIssue }) => {
      const problem = keyProblem(pem);
      if (problem !== undefined) addIssue(problem);
    })
    .exactOptional()
    .register(notes, {
      meaning: 'Private key of that certificate, in PEM; its lines may be joined by \\n. RSA, without a password.',
      isSecret: true,
    }),
  TEAMS_APP_TYPE: z
    .string()
    .transform((text) => APP_TYPES.find((one) => one.toLowerCase() === text.toLowerCase()) ?? text)
    .pipe(choice(APP_TYPES))
    .prefault('SingleTenant')
    .register(notes, {
      default: 'SingleTenant',
      meaning: 'SingleTenant, MultiTenant, or UserAssignedMsi for a managed identity, which needs no secret.',
    }),
  TEAMS_TENANT_ID: neededText(TENANTS)
    .transform(listOf)
    .pipe(
      z
        .array(textThat(isGuid, { noun: 'tenant id', use: 'tenant ids, separated by commas' }))
        .min(1, `is missing. Set it to ${TENANTS}.`),
    )
    .register(notes, { meaning: 'Tenant ids that recert serves, with commas between them; the bot’s own first.' }),
  TEAMS_SERVICE_HOSTS: z
    .string()
    .transform(listOf)
    .pipe(z.array(textThat(isHost, { noun: 'host name', use: 'host names, separated by commas' })))
    .exactOptional()
    .register(notes, {
      default: 'smba.trafficmanager.net',
      meaning: 'Hosts of Teams’ service, with commas between them.',
    }),
});

const DEVELOPMENT = z.object({
  RECERT_TEAMS_DEV: flag().exactOptional().register(notes, {
    default: '0',
    meaning: '1 tries Teams without an app, from this machine only; never where NODE_ENV is production.',
  }),
});

/** The settings of Teams. */
export const TEAMS_SETTINGS = CONNECTION.extend(DEVELOPMENT.shape);

/** Reads the settings of Teams; `undefined` if none is set. Adds every problem to `problems`. */
export function readSettings(get: SettingReader, problems: string[]): TeamsSettings | undefined {
  if (readFields(DEVELOPMENT, get, problems)?.RECERT_TEAMS_DEV) return readDevelopment(get, problems);
  if (Object.keys(CONNECTION.shape).every((name) => get(name) === undefined)) return undefined;
  const read = readFields(CONNECTION, get, problems);
  const secret = readSecret(get, problems);
  if (read === undefined) return undefined;
  const { TEAMS_APP_ID: appId, TEAMS_APP_TYPE: appType, TEAMS_TENANT_ID: tenantIds } = read;
  const { TEAMS_SERVICE_HOSTS: hosts = [] } = read;
  return {
    credentials: { appId, appType, tenantId: tenantIds[0] ?? '', ...secret },
    tenantIds,
    development: false,
    ...(hosts.length === 0 ? {} : { serviceHosts: hosts }),
  };
}

// Without an app id no request can be authenticated, so the bot must not be reachable from other machines.
function readDevelopment(get: SettingReader, problems: string[]): TeamsSettings {
  if (get('NODE_ENV') === 'production')
    problems.push('RECERT_TEAMS_DEV lets anybody be anybody: it cannot be 1 where NODE_ENV is production.');
  if (get('TEAMS_APP_ID') !== undefined)
    problems.push('RECERT_TEAMS_DEV is for trying without an app: unset it, or TEAMS_APP_ID.');
  return { tenantIds: listOf(get('TEAMS_TENANT_ID') ?? ''), development: true };
}

function readSecret(get: SettingReader, problems: string[]): Pick<Credentials, 'password' | 'certificate'> {
  const password = get('TEAMS_APP_PASSWORD');
  const thumbprint = get('TEAMS_CERTIFICATE_THUMBPRINT');
  const privateKey = get('TEAMS_CERTIFICATE_KEY');
  if (get('TEAMS_APP_TYPE')?.toLowerCase() === 'userassignedmsi') {
    if (password !== undefined)
      problems.push('TEAMS_APP_PASSWORD must not be set where TEAMS_APP_TYPE is UserAssignedMsi.');
    return {};
  }
  if (thumbprint !== undefined && privateKey !== undefined)
    return { certificate: { thumbprint: readThumbprint(thumbprint), privateKey: readPem(privateKey) } };
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
