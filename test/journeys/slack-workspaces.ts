import { createHmac, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { argsOf } from '../adapters/slack/stand-in.ts';
import { acceptWebSockets, type OpenedSocket } from '../support/web-socket-server.ts';

const LIVES_S = 43_200;
const APP = { client_id: '123.456', client_secret: '0123456789abcdef0123456789abcdef' };
export const PUBLIC_URL = 'https://recert.example';
export const SIGNING_SECRET = 'a-signing-secret';

/** Who agrees to an installation, and where. */
export interface Approval {
  readonly team?: string;
  readonly enterprise?: string;
  readonly isOrgWide?: boolean;
  readonly user: string;
}

/** A call of the Web API, and whose token it came with. */
export interface WorkspaceCall {
  readonly method: string;
  readonly tenant: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: payloads that a test itself looks into.
  readonly args: Record<string, any>;
}

/** Slack with many workspaces: strict about `oauth.v2.access`, and about whose token a call comes with. */
export interface SlackWorkspaces {
  readonly apiUrl: string;
  readonly app: { readonly clientId: string; readonly clientSecret: string };
  readonly calls: WorkspaceCall[];
  /** Every token that was ever issued. */
  readonly tokens: string[];
  /** How many refresh tokens were exchanged. */
  refreshed(): number;
  /** A person agrees; returns the code that Slack sends back. */
  approve(approval: Approval): string;
  /** Answers messages of these tenants with status 429 and this Retry-After, until it is called again. */
  refuse(tenants: readonly string[], seconds: number): void;
  /** Sends a slash command over the socket of the app; resolves to the answer in the acknowledgement. */
  overSocket(payload: object): Promise<string>;
  /** Revokes the tokens of a tenant. */
  uninstall(tenant: string): void;
  close(): Promise<void>;
}

/** Starts Slack. `now` is Slack's time. */
export async function slackWorkspaces(now: () => Date): Promise<SlackWorkspaces> {
  const calls: WorkspaceCall[] = [];
  const tokens: string[] = [];
  const codes = new Map<string, Approval>();
  const access = new Map<string, { readonly tenant: string; readonly until: number }>();
  const refresh = new Map<string, Approval>();
  let refreshes = 0;
  let refused: { readonly tenants: readonly string[]; readonly seconds: number } = { tenants: [], seconds: 0 };
  const token = (prefix: string) => {
    const made = `${prefix}${randomBytes(12).toString('hex')}`;
    tokens.push(made);
    return made;
  };

  function issue(approval: Approval) {
    const made = { access_token: token('xoxe.xoxb-'), refresh_token: token('xoxe-1-'), expires_in: LIVES_S };
    access.set(made.access_token, { tenant: tenantOf(approval), until: now().getTime() + LIVES_S * 1000 });
    refresh.set(made.refresh_token, approval);
    const { team, enterprise, isOrgWide = false, user } = approval;
    return {
      ...{ ok: true, token_type: 'bot', app_id: 'A0RECERT', bot_user_id: 'U0BOT', ...made },
      scope: 'commands,chat:write,files:read,files:write,im:write,usergroups:read,users:read',
      team: isOrgWide ? null : { id: team, name: `Name of ${team}` },
      enterprise: enterprise === undefined ? null : { id: enterprise, name: `Name of ${enterprise}` },
      ...{ is_enterprise_install: isOrgWide, authed_user: { id: user } },
    };
  }

  // biome-ignore lint/suspicious/noExplicitAny: the form of a call.
  function exchange(args: Record<string, any>): object {
    const refused = (error: string) => ({ ok: false, error });
    if (String(args.client_id) !== APP.client_id) return refused('invalid_client_id');
    if (args.client_secret !== APP.client_secret) return refused('bad_client_secret');
    if (args.grant_type === 'refresh_token') {
      const approval = refresh.get(args.refresh_token);
      if (approval === undefined || args.code !== undefined) return refused('invalid_refresh_token');
      refresh.delete(args.refresh_token);
      refreshes += 1;
      return issue(approval);
    }
    if (args.redirect_uri !== `${PUBLIC_URL}/slack/oauth`) return refused('bad_redirect_uri');
    const approval = codes.get(args.code);
    if (approval === undefined) return refused('invalid_code');
    codes.delete(args.code);
    return issue(approval);
  }

  // biome-ignore lint/suspicious/noExplicitAny: the form of a call.
  function answerTo(method: string, args: Record<string, any>, tenant: string | undefined): object {
    if (method === 'oauth.v2.access') return exchange(args);
    if (method === 'apps.connections.open') return { ok: true, url: socketUrl() };
    if (method === 'api.test' || method.startsWith('hook')) return { ok: true };
    if (tenant === undefined) return { ok: false, error: 'invalid_auth' };
    if (method === 'conversations.open') return { ok: true, channel: { id: `D-${tenant}-${args.users}` } };
    if (method !== 'users.info') return { ok: true, ts: '1774000000.000100', view: { hash: 'h1' } };
    const named = { real_name: `Person of ${tenant}` };
    const [, home = tenant] = /^U-(.+)-/u.exec(String(args.user)) ?? [];
    const enterprise = tenant.startsWith('E') ? { enterprise_user: { enterprise_id: tenant } } : {};
    return {
      ok: true,
      user: { id: args.user, team_id: home, tz: 'Europe/Lisbon', locale: 'en-GB', profile: named, ...enterprise },
    };
  }

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const method = (request.url ?? '').split('/')[2] ?? '';
    const args = argsOf(body);
    const sent = access.get((request.headers.authorization ?? '').replace(/^Bearer /u, ''));
    const tenant = sent !== undefined && sent.until > now().getTime() ? sent.tenant : undefined;
    calls.push({ method, tenant, args });
    response.setHeader('content-type', 'application/json');
    if (method === 'chat.postMessage' && refused.tenants.includes(tenant ?? '')) {
      response.writeHead(429, { 'retry-after': String(refused.seconds) });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return;
    }
    response.end(JSON.stringify(answerTo(method, args, tenant)));
  });
  const sockets: OpenedSocket[] = [];
  const acknowledged = new Map<string, (answer: string) => void>();
  acceptWebSockets(server, {
    opened: (socket) => {
      sockets.push(socket);
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0RECERT' } }));
    },
    received: (text) => {
      const { envelope_id: id, payload } = JSON.parse(text);
      acknowledged.get(id)?.(JSON.stringify(payload ?? ''));
    },
  });
  const socketUrl = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    app: { clientId: APP.client_id, clientSecret: APP.client_secret },
    ...{ calls, tokens, refreshed: () => refreshes },
    approve: (approval) => {
      const code = randomBytes(8).toString('hex');
      codes.set(code, approval);
      return code;
    },
    refuse: (tenants, seconds) => {
      refused = { tenants, seconds };
    },
    overSocket: (payload) => {
      const { promise, resolve } = Promise.withResolvers<string>();
      const envelope_id = randomBytes(8).toString('hex');
      acknowledged.set(envelope_id, resolve);
      sockets
        .at(-1)
        ?.send(JSON.stringify({ envelope_id, type: 'slash_commands', accepts_response_payload: true, payload }));
      return promise;
    },
    uninstall: (tenant) => {
      for (const [sent, { tenant: owner }] of access) if (owner === tenant) access.delete(sent);
      for (const [sent, approval] of refresh) if (tenantOf(approval) === tenant) refresh.delete(sent);
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.close();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A request as Slack signs it. */
export function signedRequest(body: string, type: 'json' | 'form', at: Date): Request {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return new Request(`${PUBLIC_URL}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
  });
}

function tenantOf({ team, enterprise, isOrgWide }: Approval): string {
  return (isOrgWide ? enterprise : team) ?? '';
}
