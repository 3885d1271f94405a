import { createHmac, randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { SlackApi } from './slack-api.ts';

/** What a server did with slash commands for a while. */
export interface LoadResult {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds until each answer, sorted. */
  readonly times: readonly number[];
  /** Answers that don't contain the expected text. */
  readonly wrong: number;
  /** Answers that came after an empty acknowledgement. */
  readonly late: number;
}

export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

interface Load {
  readonly url: string;
  readonly api: SlackApi;
  readonly text: string;
  readonly expected: string;
  readonly connections: number;
  readonly seconds: number;
}

/** Sends a slash command again and again over so many connections. */
export async function sendSlashCommands(load: Load): Promise<LoadResult> {
  const pool = new Pool(load.url, { connections: load.connections });
  const times: number[] = [];
  let wrong = 0;
  let late = 0;
  const began = performance.now();
  const until = began + load.seconds * 1000;
  const sendUntilEnd = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      const id = randomUUID();
      const { body } = await pool.request({ path: '/slack/events', method: 'POST', ...signedCommand(id, load) });
      const acknowledged = await body.text();
      if (acknowledged === '') late += 1;
      const answer = acknowledged === '' ? await load.api.lateAnswer(id) : acknowledged;
      if (!answer.includes(load.expected)) wrong += 1;
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, sendUntilEnd));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  return { answers: times.length, seconds, times: times.sort((a, b) => a - b), wrong, late };
}

function signedCommand(id: string, { text, api }: Load) {
  const command = { team_id: 'T0HOME', user_id: 'U0ANNA', channel_id: 'C0TEAM', command: '/recert', api_app_id: 'A0' };
  const address = { trigger_id: id, response_url: `${api.url}response_url/${id}` };
  const body = new URLSearchParams({ ...command, ...address, text }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
  return { body, headers };
}
