import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

const SECRET = '0123456789abcdef0123456789abcdef';

/** A call of the Web API, or a message to a `response_url`. */
export interface SlackCall {
  readonly method: string;
  /** The command a message to a `response_url` answers. */
  readonly answers?: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads that a test itself looks into.
  readonly args: Record<string, any>;
}

const ANSWERS: Readonly<Record<string, object>> = {
  'auth.test': { team_id: 'T0HOME', team: 'Home', user_id: 'U0BOT', bot_id: 'B0BOT' },
  'conversations.open': { channel: { id: 'D0ANNA' } },
  'users.info': {
    user: { id: 'U0ANNA', tz: 'Europe/Lisbon', locale: 'en-GB', profile: { real_name: 'Anna Ngata' } },
  },
};

/** Slack's side of a recert that runs as a process of its own: its Web API, and what Anna sends. */
export interface SlackOverHttp {
  readonly calls: SlackCall[];
  /** The settings with which recert reaches it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Sends what Slack would send, signed. */
  send(payload: Record<string, string>): Promise<{ status: number; body: string }>;
  /** Types a slash command. */
  type(text: string): Promise<{ status: number; body: string }>;
  /** Types a slash command and returns the message that answers it, which a busy process sends after it has acknowledged the line. */
  answerTo(line: string): Promise<SlackCall['args']>;
  close(): Promise<void>;
}

/** Starts Slack's Web API; `recertUrl` says where recert listens by now. */
export async function slackOverHttp(recertUrl: () => string): Promise<SlackOverHttp> {
  const calls: SlackCall[] = [];
  const api = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const [method = '', answers = ''] = (request.url ?? '').split('/').slice(2);
    calls.push({ method, answers, args: argsOf(body) });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...ANSWERS[method] }));
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}/api/`;
  const send: SlackOverHttp['send'] = async (payload) => {
    const body = new URLSearchParams(payload).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const digest = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    };
    const response = await fetch(`${recertUrl()}/slack/events`, { method: 'POST', headers, body });
    return { status: response.status, body: await response.text() };
  };
  const typeAs = (id: string, text: string) => {
    const where = { team_id: 'T0HOME', user_id: 'U0ANNA', channel_id: 'C0TEAM', command: '/recert' };
    return send({
      ...{ ...where, text, trigger_id: id, api_app_id: 'A0' },
      response_url: `${apiUrl}response_url/${id}`,
    });
  };
  return {
    calls,
    settings: { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: apiUrl },
    send,
    type: (text) => typeAs(randomUUID(), text),
    answerTo: async (line) => {
      const id = randomUUID();
      const { body } = await typeAs(id, line);
      if (body !== '') return JSON.parse(body);
      return vi.waitFor(
        () => {
          const answer = calls.find(({ method, answers }) => method === 'response_url' && answers === id);
          if (answer === undefined) throw new Error(`No answer: ${line}`);
          const { replace_original: _, unfurl_links: __, ...message } = answer.args;
          return message;
        },
        { timeout: 20_000 },
      );
    },
    close: async () => {
      api.closeAllConnections();
      await new Promise((resolve) => api.close(resolve));
    },
  };
}

// The Web API takes forms whose structured values are JSON; a response_url takes JSON.
function argsOf(body: string): SlackCall['args'] {
  if (body.startsWith('{')) return JSON.parse(body);
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
}
