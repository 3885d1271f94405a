import { createHmac, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { migratedDataFolder } from '../../support/data-folder.ts';
import { type Recert, startRecert } from '../../support/process.ts';
import { checkBlockKit } from './block-kit.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const A_YEAR_AGO = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);

interface Call {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads that the test itself looks into.
  readonly args: Record<string, any>;
}

let folder: string;
let api: Server;
let recert: Recert;
let apiUrl: string;
const calls: Call[] = [];

/** A stand-in for Slack's Web API over real HTTP; it knows one workspace, and keeps what it is sent. */
function standIn(): Server {
  const answers: Readonly<Record<string, object>> = {
    'auth.test': { team_id: 'T0HOME', team: 'Home', user_id: 'U0BOT', bot_id: 'B0BOT' },
    'conversations.open': { channel: { id: 'D0ANNA' } },
    'users.info': {
      user: { id: 'U0ANNA', tz: 'Europe/Lisbon', locale: 'en-GB', profile: { real_name: 'Anna Ngata' } },
    },
  };
  return createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const args = body.startsWith('{')
      ? JSON.parse(body)
      : Object.fromEntries(
          [...new URLSearchParams(body)].map(([name, value]) => [
            name,
            /^[[{]/.test(value) ? JSON.parse(value) : value,
          ]),
        );
    calls.push({ method, args });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...answers[method] }));
  });
}

/** A request as Slack signs it. */
async function send(payload: Record<string, string>): Promise<{ status: number; body: string }> {
  const body = new URLSearchParams(payload).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${digest}`,
  };
  const response = await fetch(`${recert.url}/slack/events`, { method: 'POST', headers, body });
  return { status: response.status, body: await response.text() };
}

function type(text: string) {
  const where = { team_id: 'T0HOME', user_id: 'U0ANNA', channel_id: 'C0TEAM', command: '/recert' };
  return send({ ...where, text, trigger_id: randomUUID(), response_url: `${apiUrl}response_url`, api_app_id: 'A0' });
}

/** Types a line and returns the message that answers it, which a busy process sends after it has acknowledged the line. */
async function answerTo(line: string) {
  const before = calls.length;
  const { body } = await type(line);
  if (body !== '') return JSON.parse(body);
  return vi.waitFor(
    () => {
      const answer = calls.slice(before).find(({ method }) => method === 'response_url');
      if (answer === undefined) throw new Error(`No answer: ${line}`);
      const { replace_original: _, unfurl_links: __, ...message } = answer.args;
      return message;
    },
    { timeout: 20_000 },
  );
}

/** Types a line and waits for its form, which a busy process opens after it has answered. */
async function openForm(line: string) {
  const before = calls.length;
  expect((await type(line)).status).toBe(200);
  return vi.waitFor(
    () => {
      const views = calls.slice(before).filter(({ method }) => /^views\.(?:open|update)$/u.test(method));
      const view = views.at(-1)?.args.view;
      if (!view?.blocks.some((block: { type: string }) => block.type === 'input')) throw new Error(`No form: ${line}`);
      return view;
    },
    { timeout: 20_000 },
  );
}

/** Sends a view as somebody filled it in: what it showed, and changes by block. */
// biome-ignore lint/suspicious/noExplicitAny: a view as Slack would send it back.
function submit(view: any, changes: Readonly<Record<string, object>>, id = `V${randomUUID()}`) {
  const values: Record<string, Record<string, object>> = {};
  for (const block of view.blocks) {
    if (block.type !== 'input') continue;
    const { element } = block;
    values[block.block_id] = {
      [element.action_id]: { type: element.type, ...shownIn(element), ...changes[block.block_id] },
    };
  }
  const payload = {
    type: 'view_submission',
    team: { id: 'T0HOME' },
    user: { id: 'U0ANNA', team_id: 'T0HOME' },
    trigger_id: randomUUID(),
    view: { ...view, id, team_id: 'T0HOME', previous_view_id: null, state: { values } },
  };
  return send({ payload: JSON.stringify(payload) });
}

/** The words of the receipt that takes the place of a sent form. */
function receiptIn({ body }: { readonly body: string }): string {
  const { response_action, view } = JSON.parse(body);
  expect([response_action, view.callback_id, checkBlockKit(view)]).toEqual(['update', 'card', []]);
  return JSON.stringify(view);
}

function shownIn(element: Record<string, unknown>): object {
  const { initial_value: value, initial_date: date, initial_option: option, initial_options: options } = element;
  return { value, selected_date: date, selected_option: option, selected_options: options ?? [] };
}

/** Adds a certification through its two forms. */
async function add(code: string): Promise<void> {
  const first = await openForm(`add ${code}`);
  expect(checkBlockKit(first)).toEqual([]);
  const next = JSON.parse((await submit(first, { start: { selected_date: A_YEAR_AGO } })).body);
  expect(checkBlockKit(next.view)).toEqual([]);
  expect(next).toMatchObject({ response_action: 'update', view: { title: { text: 'Is this your cycle?' } } });
  expect(receiptIn(await submit(next.view, {}))).toContain(' added');
}

beforeAll(async () => {
  folder = await migratedDataFolder('recert-slack-');
  api = standIn();
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  const { port } = api.address() as AddressInfo;
  apiUrl = `http://127.0.0.1:${port}/api/`;
  recert = await startRecert({
    RECERT_DATA_DIR: folder,
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: apiUrl,
  });
}, 120_000);
afterAll(async () => {
  await recert?.end('SIGKILL');
  await new Promise((resolve) => api.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

describe('the first path, in Slack', () => {
  it('goes from the command to the form, a refusal, the record and the pace, and saves once', async () => {
    await add('cissp');

    const form = await openForm('log 1h webinar on zero trust today for cissp');
    expect(checkBlockKit(form)).toEqual([]);
    const refused = JSON.parse((await submit(form, { 'credits.cissp': { value: '0.1' } })).body);
    expect(refused).toEqual({
      response_action: 'errors',
      errors: { 'credits.cissp': 'ISC2 accepts credits in steps of 0.25.' },
    });
    calls.length = 0;
    const twice = await Promise.all([submit(form, {}, 'V1'), submit(form, {}, 'V1')]);
    for (const answer of twice) expect(receiptIn(answer)).toContain('webinar on zero trust');

    const pace = await answerTo('pace');
    const { response_type, ...message } = pace;
    expect(checkBlockKit(message)).toEqual([]);
    expect(response_type).toBe('ephemeral');
    expect(message.text).toContain('1 of 120 CPE');
    expect(calls.map(({ method }) => method)).not.toContain('chat.postMessage');
  }, 60_000);

  it('explains, supposes, plans, edits and shows the rules', async () => {
    const requested = async (line: string) => {
      const { response_type, ...message } = await answerTo(line);
      expect(checkBlockKit(message)).toEqual([]);
      return { ...message, response_type };
    };

    await add('ccsp');
    expect((await requested('why ccsp')).text).toContain('CCSP: how the pace is calculated');
    expect((await requested('rules ccsp')).text).toContain('Rules of CCSP');
    const supposed = await requested('whatif +2h Conference on 2099-01-01 for ccsp; pause 2099-02..2099-03');
    expect(supposed.text).toContain('This is a preview. Nothing was saved.');
    expect((await requested('plan')).text).toContain('No activities planned');
    expect((await requested('plan 2h Conference on 2099-01-01 for ccsp')).text).toContain('Conference');
    expect((await requested('certs')).text).toContain('earn by');
    expect((await requested('renew ccsp')).text).toContain('from 180 days before its cycle ends');

    const form = await openForm('edit ccsp');
    expect(checkBlockKit(form)).toEqual([]);
    const wrong = JSON.parse((await submit(form, { cycleEnd: { selected_date: '1999-01-01' } })).body);
    expect(wrong).toMatchObject({ response_action: 'errors', errors: { cycleEnd: expect.any(String) } });
    expect(receiptIn(await submit(form, { number: { value: 'N-7' } }))).toContain('CCSP updated');
    expect((await requested('certs')).text).toContain('No. N-7');
  }, 60_000);

  it('has no playground, and answers who signs wrongly with nothing', async () => {
    expect((await fetch(recert.url)).status).toBe(404);
    const forged = await fetch(`${recert.url}/slack/events`, { method: 'POST', body: 'payload=null' });
    expect([forged.status >= 400 && forged.status < 500, await forged.text()]).toEqual([true, '']);
    expect((await fetch(`${recert.url}/readyz`)).status).toBe(200);
  });
});
