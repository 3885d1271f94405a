import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Slack's Web API for a load: what a bot asks at the start, and the answers that come after their acknowledgement. */
export interface SlackApi {
  readonly url: string;
  /** Resolves to the text of the answer that is sent to the response_url of this id. */
  lateAnswer(id: string): Promise<string>;
  close(): Promise<void>;
}

const ANSWERS: Readonly<Record<string, object>> = {
  'auth.test': { team_id: 'T0HOME', team: 'Home', user_id: 'U0BOT', bot_id: 'B0BOT' },
  'users.info': {
    user: { id: 'U0ANNA', tz: 'Europe/Lisbon', locale: 'en-GB', profile: { real_name: 'Anna Ngata' } },
  },
};

export async function startSlackApi(): Promise<SlackApi> {
  const late = new Map<string, PromiseWithResolvers<string>>();
  const answerOf = (id: string): PromiseWithResolvers<string> => {
    const known = late.get(id) ?? Promise.withResolvers<string>();
    late.set(id, known);
    return known;
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const [method = '', id = ''] = (request.url ?? '').split('/').slice(2);
    if (method === 'response_url') answerOf(id).resolve(body);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...ANSWERS[method] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/api/`,
    lateAnswer: async (id) => {
      const answer = await answerOf(id).promise;
      late.delete(id);
      return answer;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
