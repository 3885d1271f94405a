import type { Log } from '../../../src/ports.ts';
import type { Credentials } from './credentials.ts';
import { entraProblem, isNetworkError, refusalOf } from './refusals.ts';

/** Where Entra issues tokens. */
export const LOGIN = 'https://login.microsoftonline.com';

const TIMEOUT_MS = 5000;

interface SignInDeps {
  /** Absent in development only; then there is nothing to sign in with. */
  readonly credentials?: Credentials;
  readonly log: Log;
  readonly fetch?: typeof fetch;
}

/** Gets a token, which the first message then uses. Throws `PlatformRefusal` if Entra refuses the bot, another error if it can't be reached. */
export async function signIn(getToken: () => Promise<void>, deps: SignInDeps): Promise<void> {
  const { credentials, log, fetch = globalThis.fetch } = deps;
  if (credentials === undefined) return;
  try {
    await getToken();
    log.info('Entra has accepted the bot.');
  } catch (caught) {
    const error = isNetworkError(caught) ? await reasonWhy(fetch, caught) : caught;
    log.warn('The bot could not sign in to Entra.', { reason: entraProblem(error) });
    throw refusalOf(error, credentials) ?? error;
  }
}

/** The error of a call of our own, because Microsoft's library drops the reason of a network error. */
async function reasonWhy(fetch: typeof globalThis.fetch, caught: unknown): Promise<unknown> {
  try {
    await fetch(LOGIN, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return caught;
  } catch (error) {
    return error;
  }
}
