import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const COOKIE = '__Host-recert-install';
const VALID_MS = 15 * 60_000;

/** A started installation, which only the browser that started it can continue. */
interface StartedInstall {
  /** For the `state` parameter. */
  readonly state: string;
  /** For the `set-cookie` header. */
  readonly cookie: string;
}

/** Starts an installation: a random state, and a signed cookie with it. */
export function startInstall(secret: string, now: Date): StartedInstall {
  const state = randomBytes(32).toString('base64url');
  const expires = String(now.getTime() + VALID_MS);
  const value = [state, expires, signatureOf(state, expires, secret)].join('.');
  const cookie = `${COOKIE}=${value}; Path=/; Max-Age=${VALID_MS / 1000}; HttpOnly; Secure; SameSite=Lax`;
  return { state, cookie };
}

/** The `set-cookie` header that ends an installation. */
export const ENDED_INSTALL = `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`;

/** Returns a hash of the state and its end, if this browser started it and it hasn't expired; otherwise undefined. */
export function readInstall(
  { state, cookies }: { readonly state: string | null; readonly cookies: string | null },
  secret: string,
  now: Date,
): { readonly hash: string; readonly expiresAt: Date } | undefined {
  const [started = '', expires = '', signature = ''] = cookieIn(cookies ?? '').split('.');
  const expiresMilliseconds = /^\d{1,15}$/u.test(expires) ? Number(expires) : 0;
  if (!isSame(signature, signatureOf(started, expires, secret)) || state === null || !isSame(state, started)) {
    return undefined;
  }
  if (expiresMilliseconds <= now.getTime()) return undefined;
  return { hash: createHash('sha256').update(state).digest('hex'), expiresAt: new Date(expiresMilliseconds) };
}

function cookieIn(header: string): string {
  const found = header
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${COOKIE}=`));
  return found?.slice(COOKIE.length + 1) ?? '';
}

function signatureOf(state: string, expires: string, secret: string): string {
  return createHmac('sha256', secret).update(`recert install state:${state}:${expires}`).digest('base64url');
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
