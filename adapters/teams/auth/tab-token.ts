import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { Identity } from '../../../src/chat/identity.ts';
import type { Clock } from '../../../src/ports.ts';
import { tokenIn } from './bot-token.ts';
import type { Keys } from './keys.ts';

const TOLERANCE_SECONDS = 300;
/** The permission that Teams asks Entra for. */
const SCOPE = 'access_as_user';
/** The clients that may ask for a token: Teams on desktops and phones, and Teams in the browser. */
export const TEAMS_CLIENTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
];

const Guid = z.guid().transform((id) => id.toLowerCase());

// Entra issues both versions; which one is a setting of the app registration. They name the client in different claims.
const Shared = { tid: Guid, oid: Guid, aud: z.string(), iss: z.string(), scp: z.string(), name: z.string().optional() };
const Guest = { idp: z.string().optional(), acct: z.union([z.string(), z.number()]).optional() };
const TabClaims = z.discriminatedUnion('ver', [
  z.object({ ver: z.literal('2.0'), azp: Guid, ...Shared, ...Guest }),
  z.object({ ver: z.literal('1.0'), appid: Guid, ...Shared, ...Guest }),
]);
type TabClaims = z.infer<typeof TabClaims>;

/** What a token of the tab must be issued for. */
export interface TabAudience {
  readonly appId: string;
  /** The address of the app registration's API, `api://HOST/botid-APP`. */
  readonly resource: string;
  /** The tenants the bot serves. */
  readonly tenantIds: readonly string[];
}

/** The person that a token names; a guest of the tenant is no member of it; all other tokens are invalid. */
export type TabPerson =
  | { readonly kind: 'member'; readonly from: Identity; readonly name?: string }
  | { readonly kind: 'guest' }
  | { readonly kind: 'invalid' };

const INVALID: TabPerson = { kind: 'invalid' };

/** Checks a token that Teams got from Entra for the tab: its signature, issuer, audience, time, permission, client and tenant. */
export async function tabPerson(
  header: string | null,
  audience: TabAudience,
  { keys, clock }: { readonly keys: Keys; readonly clock: Clock },
): Promise<TabPerson> {
  const token = tokenIn(header ?? '');
  if (token === undefined) return INVALID;
  try {
    const { payload } = await jwtVerify(token, keys.of, {
      algorithms: ['RS256'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: clock.now(),
      requiredClaims: ['exp', 'nbf', 'iat'],
    });
    return personIn(TabClaims.parse(payload), audience);
  } catch {
    return INVALID;
  }
}

function personIn(claims: TabClaims, { appId, resource, tenantIds }: TabAudience): TabPerson {
  const { tid, oid, aud, iss, scp, name } = claims;
  const client = claims.ver === '2.0' ? claims.azp : claims.appid;
  const isForTab =
    tenantIds.includes(tid) &&
    iss === issuerOf(claims) &&
    (aud === appId || aud === resource) &&
    TEAMS_CLIENTS.includes(client) &&
    scp.split(' ').includes(SCOPE);
  if (!isForTab) return INVALID;
  if (isGuest(claims)) return { kind: 'guest' };
  return { kind: 'member', from: { platform: 'teams', tenant: tid, user: oid }, ...(name?.trim() ? { name } : {}) };
}

function issuerOf({ ver, tid }: TabClaims): string {
  return ver === '2.0' ? `https://login.microsoftonline.com/${tid}/v2.0` : `https://sts.windows.net/${tid}/`;
}

// Entra names the home tenant of a guest as their identity provider.
function isGuest({ idp, tid, acct }: TabClaims): boolean {
  const isForeign = idp !== undefined && !idp.toLowerCase().includes(`/${tid}/`);
  return isForeign || String(acct) === '1';
}
