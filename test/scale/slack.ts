import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** Slack's Web API for a load: takes every message, and remembers when. */
export interface ScaleSlack {
  readonly url: string;
  /** When each message to a channel was taken, details in threads apart, in milliseconds since 1970. */
  readonly posted: readonly number[];
  /** Resolves to the text of the answer that is sent to the response_url of this id. */
  lateAnswer(id: string): Promise<string>;
  close(): Promise<void>;
}

/** The answers to the bot of a workspace, whose token names it. */
function answersOf(team: string): Readonly<Record<string, object>> {
  const user = { id: 'U', team_id: team, tz: 'UTC', locale: 'en-GB', profile: { real_name: 'Anna Ngata' } };
  return {
    'auth.test': { team_id: team, team, user_id: 'U0BOT', bot_id: 'B0BOT', url: 'https://scale.slack.com/' },
    'users.info': { user },
    'conversations.info': { channel: { id: 'C' } },
    'conversations.open': { channel: { id: 'D' } },
  };
}

export async function startScaleSlack(): Promise<ScaleSlack> {
  const posted: number[] = [];
  let sent = 0;
  const late = new Map<string, PromiseWithResolvers<string>>();
  const answerTo = (id: string): PromiseWithResolvers<string> => {
    const known = late.get(id) ?? Promise.withResolvers<string>();
    late.set(id, known);
    return known;
  };
  const server = createServer(async (request, response) => {
    const content = await text(request);
    const body = new URLSearchParams(content);
    const [, team = ''] = /^bearer xoxb-(.+)$/iu.exec(request.headers.authorization ?? '') ?? [];
    const [method = '', id = ''] = (request.url ?? '').split('/').slice(2);
    if (method === 'response_url') answerTo(id).resolve(content);
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-oauth-scopes', 'commands,chat:write,users:read,files:write');
    if (method === 'chat.postMessage') {
      const channel = body.get('channel') ?? '';
      if (!body.has('thread_ts')) posted.push(Date.now());
      sent += 1;
      response.end(
        JSON.stringify({
          ok: true,
          channel,
          ts: `${Math.floor(Date.now() / 1000)}.${sent.toString().padStart(6, '0')}`,
        }),
      );
      return;
    }
    response.end(JSON.stringify({ ok: true, ...answersOf(team)[method] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`,
    posted,
    lateAnswer: async (id) => {
      const answer = await answerTo(id).promise;
      late.delete(id);
      return answer;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
