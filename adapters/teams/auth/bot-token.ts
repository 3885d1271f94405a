import { jwtVerify } from 'jose';
import type { Clock } from '../../../src/ports.ts';
import type { Keys } from './keys.ts';

const ISSUER = 'https://api.botframework.com';
const TOLERANCE_SECONDS = 300;
const MAX_LENGTH = 8192;

/** What a token must be issued for. */
export interface Claims {
  readonly appId: string;
  readonly serviceUrl: string;
}

/** Whether an `authorization` header has a valid Bot Framework token for this bot and this service. */
export async function isAuthentic(
  header: string | null,
  { appId, serviceUrl }: Claims,
  { keys, clock }: { readonly keys: Keys; readonly clock: Clock },
): Promise<boolean> {
  const token = tokenIn(header ?? '');
  if (token === undefined) return false;
  try {
    const { payload } = await jwtVerify(token, keys.of, {
      algorithms: ['RS256'],
      issuer: ISSUER,
      audience: appId,
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: clock.now(),
      requiredClaims: ['exp', 'nbf', 'serviceurl'],
    });
    return payload.aud === appId && payload.serviceurl === serviceUrl;
  } catch {
    return false;
  }
}

/** Returns the token of an `authorization` header, if it is spelled as it was issued. */
export function tokenIn(header: string): string | undefined {
  if (header.length > MAX_LENGTH) return undefined;
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/u.exec(header) ?? [];
  return token?.split('.').every(isCanonical) ? token : undefined;
}

// The last character of a part has unused bits, so several spellings decode alike; only one is accepted.
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}
