import type { JWTVerifyGetKey } from 'jose';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { Identity } from '../../../src/chat/identity.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { isShared, type McpMessage, refuse } from '../messages.ts';
import type { McpSettings } from '../settings.ts';
import { checkBearerToken } from './bearer-token.ts';
import { issuerKeys } from './issuer-keys.ts';
import { challenge } from './resource-metadata.ts';
import { slackIdentities } from './slack-identity.ts';
import { claimsSlack, SlackSignatures } from './slack-signature.ts';

/** An authenticated request, before it is known for whom: Slack names the person in the message, a token names them itself. */
export type Caller =
  /** `key`: the signature, by which a repeated request is recognised. */
  | { readonly kind: 'slack'; readonly key: string }
  | { readonly kind: 'token'; readonly key?: undefined; readonly from: Identity };

interface ReceivedRequest {
  readonly headers: Headers;
  readonly body: Buffer;
  /** `undefined` if the body is no message. */
  readonly message: McpMessage | undefined;
}

/** Returns the caller of a request, or the refusal. */
export type Authenticate = (request: ReceivedRequest) => Promise<Caller | Response>;

interface AuthenticateDeps extends McpSettings {
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: typeof fetch;
}

/** Accepts requests signed by the Slack app, and access tokens of the issuer, each only if it is set up. */
export function authenticator({ slackSecret, tokens, publicUrl, ...deps }: AuthenticateDeps): Authenticate {
  const slack = slackSecret === undefined ? undefined : new SlackSignatures(slackSecret, deps.clock);
  const keys = tokens && issuerKeys({ ...deps, url: tokens.keysUrl });
  const unauthorised = (error?: 'invalid_token') =>
    refuse(401, 'Sign in first.', tokens && { 'www-authenticate': challenge(publicUrl, tokens.scope, error) });
  const byToken = async (header: string, keysOfIssuer: JWTVerifyGetKey): Promise<Caller | Response> => {
    if (tokens === undefined) return unauthorised();
    const checked = await checkBearerToken(header, tokens, { keys: keysOfIssuer, clock: deps.clock });
    switch (checked.kind) {
      case 'person':
        return { kind: 'token', from: checked.from };
      case 'invalid':
        return unauthorised('invalid_token');
      case 'insufficient-scope':
        return refuse(403, `The token lacks the scope ${tokens.scope}.`, {
          'www-authenticate': challenge(publicUrl, tokens.scope, 'insufficient_scope'),
        });
    }
  };
  return async ({ headers, body, message }) => {
    const header = headers.get('authorization');
    if (!claimsSlack(headers)) return header === null || keys === undefined ? unauthorised() : byToken(header, keys);
    // Two proofs could name two people.
    const signature = header === null ? slack?.check(headers, body) : undefined;
    if (slack === undefined || signature === undefined || message === undefined) return unauthorised();
    if (slack.isReplay(signature, headers, { isShared: isShared(message) })) return unauthorised();
    return { kind: 'slack', key: signature };
  };
}

/** Returns whom a call is made for; `undefined` if Slack doesn't name a person and their workspace. */
export async function callerOf(caller: Caller, message: McpMessage, core: Core): Promise<Identity | undefined> {
  if (caller.kind === 'token') return caller.from;
  const [own, ofEnterprise] = slackIdentities(message.params?._meta?.slack) ?? [];
  if (own === undefined || ofEnterprise === undefined) return own;
  return (await core.isKnown(own)) ? own : ofEnterprise;
}
