import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { migratedDataFolder } from '../../support/data-folder.ts';
import { type Recert, startRecert } from '../../support/process.ts';
import { type SlackOverHttp, slackOverHttp } from '../../support/slack-over-http.ts';
import { checkBlockKit } from './block-kit.ts';

const A_YEAR_AGO = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);

let folder: string;
let slack: SlackOverHttp;
let recert: Recert;

/** Types a line and waits for its form, which a busy process opens after it has answered. */
async function openForm(line: string) {
  const before = slack.calls.length;
  expect((await slack.type(line)).status).toBe(200);
  return vi.waitFor(
    () => {
      const views = slack.calls.slice(before).filter(({ method }) => /^views\.(?:open|update)$/u.test(method));
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
  return slack.send({ payload: JSON.stringify(payload) });
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
  slack = await slackOverHttp(() => recert.url);
  recert = await startRecert({ RECERT_DATA_DIR: folder, ...slack.settings });
}, 120_000);
afterAll(async () => {
  await recert?.end('SIGKILL');
  await slack.close();
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
    slack.calls.length = 0;
    const twice = await Promise.all([submit(form, {}, 'V1'), submit(form, {}, 'V1')]);
    for (const answer of twice) expect(receiptIn(answer)).toContain('webinar on zero trust');

    const pace = await slack.answerTo('pace');
    const { response_type, ...message } = pace;
    expect(checkBlockKit(message)).toEqual([]);
    expect(response_type).toBe('ephemeral');
    expect(message.text).toContain('1 of 120 CPE');
    // A reminder may be posted at any time, but no receipt.
    const posted = slack.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(JSON.stringify(posted)).not.toContain('zero trust');
  }, 60_000);

  it('explains, supposes, plans, edits and shows the rules', async () => {
    const requested = async (line: string) => {
      const answer = await slack.answerTo(line);
      const { response_type: _, ...message } = answer;
      expect(checkBlockKit(message)).toEqual([]);
      return answer;
    };

    await add('ccsp');
    expect((await requested('why ccsp')).text).toContain('How the pace is calculated');
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
    expect(await (await fetch(recert.url)).text()).not.toContain('playground');
    const forged = await fetch(`${recert.url}/slack/events`, { method: 'POST', body: 'payload=null' });
    expect([forged.status >= 400 && forged.status < 500, await forged.text()]).toEqual([true, '']);
    expect((await fetch(`${recert.url}/readyz`)).status).toBe(200);
  });
});
