import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Identity } from '../../../src/chat/identity.ts';
import type { Clock } from '../../../src/ports.ts';

const TOLERANCE_SECONDS = 60;
const MAX_TOKEN_LENGTH = 16_384;
/** Public keys only: a secret that both sides know would let anyone who reads the key set issue tokens. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** What an access token must be, and whom it names (RFC 9068, RFC 8707). */
export interface TokenSettings {
  readonly issuer: string;
  readonly keysUrl: string;
  readonly audience: string;
  /** Identity tokens have no scope, so they are not taken for access tokens. */
  readonly scope: string;
  /** The platform whose people the claims name. */
  readonly platform: 'slack' | 'teams';
  readonly userClaim: string;
  readonly tenantClaim: string;
}

/** Whom a token names, or what is wrong with it: `invalid`, or a valid one without the scope. */
export type CheckedToken =
  | { readonly kind: 'person'; readonly from: Identity }
  | { readonly kind: 'invalid' | 'insufficient-scope' };

/** Checks the access token of an `authorization` header. */
export async function checkBearerToken(
  header: string,
  settings: TokenSettings,
  { keys, clock }: { readonly keys: JWTVerifyGetKey; readonly clock: Clock },
): Promise<CheckedToken> {
  const token = tokenIn(header);
  if (token === undefined) return { kind: 'invalid' };
  const { issuer, audience, scope } = settings;
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: clock.now(),
      requiredClaims: ['exp', 'iss', 'aud', settings.userClaim, settings.tenantClaim],
    });
    if (!scopesOf(payload).includes(scope)) return { kind: 'insufficient-scope' };
    const from = identityIn(payload, settings);
    return from === undefined ? { kind: 'invalid' } : { kind: 'person', from };
  } catch {
    return { kind: 'invalid' };
  }
}

/** The scopes of a token: `scope` by RFC 9068, `scp` as Entra writes it. */
function scopesOf({ scope, scp }: JWTPayload): readonly string[] {
  return [scope, scp].flat().flatMap((text) => (typeof text === 'string' ? text.split(' ') : []));
}

function identityIn(payload: JWTPayload, { platform, userClaim, tenantClaim }: TokenSettings): Identity | undefined {
  const [user, tenant] = [payload[userClaim], payload[tenantClaim]];
  if (typeof user !== 'string' || typeof tenant !== 'string') return undefined;
  if (!/^[\w-]{1,100}$/u.test(user) || !/^[\w-]{1,100}$/u.test(tenant)) return undefined;
  // The ids of Entra are stored in lower case, those of Slack as they are.
  return platform === 'teams'
    ? { platform, tenant: tenant.toLowerCase(), user: user.toLowerCase() }
    : { platform, tenant, user };
}

function tokenIn(header: string): string | undefined {
  if (header.length > MAX_TOKEN_LENGTH) return undefined;
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/iu.exec(header) ?? [];
  return token?.split('.').every(isCanonical) ? token : undefined;
}

// The last character of a part has unused bits, so several spellings decode alike; only one is accepted.
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}
