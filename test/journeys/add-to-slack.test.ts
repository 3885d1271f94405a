import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';
import { type InstalledRecert, installedRecert, type Sender, startedBy } from './installed-recert.ts';
import { type SlackWorkspaces, slackWorkspaces } from './slack-workspaces.ts';

const opened = openStore();
const key = randomBytes(32);
const HOUR_MS = 3_600_000;
let time = Date.parse('2026-03-31T12:00:00Z');
const now = () => new Date(time);
const logged: string[] = [];
let slack: SlackWorkspaces;
let recert: InstalledRecert;
let processes: InstalledRecert[];

const start = async () => {
  const started = await installedRecert({ store: opened.store, slack, key, now, logged });
  processes.push(started);
  return started;
};
const uninstalledEvent = (team: string, at: number) => ({
  ...{ team_id: team, event_time: Math.floor(at / 1000), event: { type: 'app_uninstalled' } },
});
const post = (tenant: string, by = recert) =>
  by.adapter.post({ platform: 'slack', tenant, address: 'C1' }, { title: 'Hello', blocks: [] });
const callsOf = (tenant: string) => slack.calls.filter((call) => call.tenant === tenant);

beforeAll(async () => {
  slack = await slackWorkspaces(now);
});
afterAll(() => slack.close());
beforeEach(async () => {
  processes = [];
  recert = await start();
  slack.calls.length = 0;
});
afterEach(async () => {
  for (const one of processes) await one.stop();
});

/** A workspace that has just installed the app. */
async function aTenant(): Promise<Sender> {
  const team = `T${newTenant()}`;
  await recert.install({ team, user: `U-${team}-admin` });
  return { team, user: `U-${team}-anna` };
}

describe('Add to Slack', () => {
  it('says before what recert may do, and after what to type first', async () => {
    const before = await recert.get('/slack/install');
    const cookie = before.headers.get('set-cookie') ?? '';
    const html = await before.text();

    for (const scope of ['commands', 'chat:write', 'files:read', 'users:read']) expect(html).toContain(`<dt>${scope}`);
    expect(html).toContain('https://slack.com/oauth/v2/authorize?client_id=123.456&#38;scope=commands');
    expect(html).toContain('redirect_uri=https%3A%2F%2Frecert.example%2Fslack%2Foauth');
    expect(cookie).toMatch(/^__Host-recert-install=\S+; Path=\/; Max-Age=900; HttpOnly; Secure; SameSite=Lax$/u);

    const after = await recert.install({ team: 'T0PAGE', user: 'U-T0PAGE-admin' });
    expect(after).toContain('recert is installed in Name of T0PAGE');
    expect(after).toContain('<code>/recert add cissp</code>');
  });

  it('makes the person who installed it the first admin and tells them three things', async () => {
    const { team } = await aTenant();

    const [message, ...others] = callsOf(team).filter(({ method }) => method === 'chat.postMessage');
    expect(others).toEqual([]);
    expect(message?.args.channel).toBe(`D-${team}-U-${team}-admin`);
    const text = JSON.stringify(message?.args.blocks);
    expect(text).toContain('Add the certifications you hold');
    expect(text).toContain('/recert team Security add @ana');
    expect(text).toContain('/recert settings');
    const buttons = message?.args.blocks.find(({ type }: { type: string }) => type === 'actions');
    expect(buttons.elements.map(({ text: label }: { text: { text: string } }) => label.text)).toEqual([
      'Add a certification',
      'Sources',
    ]);

    slack.calls.length = 0;
    await recert.install({ team, user: `U-${team}-second` });
    expect(callsOf(team).filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('answers each workspace with its own token', async () => {
    const [one, other] = [await aTenant(), await aTenant()];
    slack.calls.length = 0;

    expect(await recert.type(one, 'help')).toContain('More commands');
    expect(await post(other.team)).toMatchObject({ kind: 'sent' });

    expect(callsOf(one.team).map(({ method }) => method)).toEqual(['users.info']);
    expect(callsOf(other.team).map(({ method }) => method)).toEqual(['chat.postMessage']);
    expect(slack.calls.filter(({ tenant, method }) => tenant === undefined && method !== 'api.test')).toEqual([]);
  });

  it('replaces tokens before they expire, once for all processes', async () => {
    await opened.store.orm.em.fork().execute('delete from bot_installation');
    const [{ team }] = [await aTenant(), await aTenant()];
    await recert.stop();
    time += 11 * HOUR_MS;
    const before = slack.refreshed();

    const [first, second] = await Promise.all([start(), start()]);

    expect(slack.refreshed() - before).toBe(2);
    time += 3 * HOUR_MS;
    expect(await post(team, first)).toMatchObject({ kind: 'sent' });
    expect(await post(team, second)).toMatchObject({ kind: 'sent' });
  });

  it('replaces a token that has expired before it is used', async () => {
    const sender = await aTenant();
    time += 13 * HOUR_MS;

    expect(await post(sender.team)).toMatchObject({ kind: 'sent' });
    expect(await recert.type(sender, 'help')).toContain('More commands');
  });

  it('forgets the token when it is uninstalled, and works at once when it is installed again', async () => {
    const sender = await aTenant();
    const other = await start();
    expect(await post(sender.team, other)).toMatchObject({ kind: 'sent' });
    time += 5000;
    slack.uninstall(sender.team);
    await recert.event(uninstalledEvent(sender.team, time));
    slack.calls.length = 0;

    const rows = 'select 1 from bot_installation where tenant = ?';
    expect(await opened.store.orm.em.fork().execute(rows, [sender.team])).toEqual([]);
    expect(await post(sender.team)).toEqual({ kind: 'refused', reason: 'not_installed' });
    expect(await post(sender.team, other)).toEqual({ kind: 'refused', reason: 'not_installed' });
    expect(await recert.type(sender, 'help')).toContain('recert has no access to this workspace any more');
    expect(callsOf(sender.team)).toEqual([]);

    const uninstalledAt = time;
    time += 5000;
    await recert.install({ team: sender.team, user: `U-${sender.team}-admin` });
    // Slack repeats an event whose answer was lost.
    await recert.event(uninstalledEvent(sender.team, uninstalledAt));
    expect(await recert.type(sender, 'help')).toContain('More commands');
    expect(await post(sender.team, other)).toMatchObject({ kind: 'sent' });
  });

  it('serves an organisation as one, beside a workspace of it that installed recert itself', async () => {
    const [enterprise, own] = [`E${newTenant()}`, `T${newTenant()}`];
    await recert.install({ enterprise, isOrgWide: true, user: `U-${enterprise}-admin` });
    await recert.install({ enterprise, team: own, user: `U-${own}-admin` });
    slack.calls.length = 0;

    for (const team of ['T0ONE', 'T0TWO']) {
      const sender = { team, enterprise, isOrgWide: true, user: `U-${enterprise}-${team}` };
      expect(await recert.type(sender, 'help')).toContain('More commands');
    }
    expect(await recert.type({ team: own, enterprise, user: `U-${own}-anna` }, 'help')).toContain('More commands');
    expect(await recert.type({ team: 'T0ONE', enterprise, user: 'U-T0ONE-anna' }, 'help')).toContain('has no access');

    expect([callsOf(enterprise).length, callsOf(own).length]).toEqual([2, 1]);
    const authorizations = [{ team_id: 'T0ONE', enterprise_id: enterprise, is_enterprise_install: true }];
    const event = { ...uninstalledEvent('T0ONE', time + 1000), enterprise_id: enterprise, authorizations };
    await recert.event(event);
    expect(await post(enterprise)).toEqual({ kind: 'refused', reason: 'not_installed' });
    expect(await post(own)).toMatchObject({ kind: 'sent' });
  });

  it('writes no token into the log, a page or the database', async () => {
    const { team } = await aTenant();
    const pages = [await recert.install({ team, user: `U-${team}-admin` })];
    time += 13 * HOUR_MS;
    slack.uninstall(team);
    await post(team);
    const page = await recert.get('/slack/install');
    const { cookie, state } = startedBy(page);
    pages.push(await (await recert.get(`/slack/oauth?code=wrong&state=${await state}`, cookie)).text());

    const em = opened.store.orm.em.fork();
    const tables = await em.execute(
      `select table_name as name from information_schema.tables where table_schema = current_schema()`,
    );
    const dump: string[] = [];
    for (const { name } of tables) dump.push(JSON.stringify(await em.execute(`select * from "${name}"`)));

    const everything = [...logged, ...pages, ...dump].join('\n');
    expect(slack.tokens.length).toBeGreaterThan(2);
    for (const secret of [...slack.tokens, slack.app.clientSecret, key.toString('hex'), key.toString('base64')]) {
      expect(everything.includes(secret)).toBe(false);
    }
    expect(everything).toContain('could not be replaced');
  });
});

describe('an installation that fails', () => {
  const finish = async (query: string, cookie?: string) => {
    const answer = await recert.get(`/slack/oauth?${query}`, cookie);
    return { status: answer.status, html: await answer.text() };
  };
  const started = async () => {
    const { cookie, state } = startedBy(await recert.get('/slack/install'));
    return { cookie, state: await state, code: slack.approve({ team: 'T0NEVER', user: 'U1' }) };
  };
  const isInstalled = async () => (await post('T0NEVER')).kind !== 'refused';

  it.each([
    ['in another browser', 0, () => ''],
    ['with a changed cookie', 0, (cookie: string) => cookie.replace(/.$/u, '_')],
    ['too late', 15 * 60_000, (cookie: string) => cookie],
  ])('is refused %s', async (_name, afterMs, sent) => {
    const { cookie, state, code } = await started();
    time += afterMs;

    const { status, html } = await finish(`code=${code}&state=${state}`, sent(cookie));

    expect([status, await isInstalled()]).toEqual([403, false]);
    expect(html).toContain('This installation can’t be continued');
    expect(html).toContain('href="https://recert.example/slack/install"');
  });

  it('is refused with the state of another one', async () => {
    const [one, other] = [await started(), await started()];

    expect((await finish(`code=${one.code}&state=${other.state}`, one.cookie)).status).toBe(403);
    expect(await isInstalled()).toBe(false);
  });

  it('can’t use a state twice', async () => {
    const { cookie, state } = await started();
    expect((await finish(`error=access_denied&state=${state}`, cookie)).html).toContain('recert wasn’t installed');

    const code = slack.approve({ team: 'T0NEVER', user: 'U1' });
    expect((await finish(`code=${code}&state=${state}`, cookie)).html).toContain('was used already');
    expect(await isInstalled()).toBe(false);
  });

  it.each([
    ['code=wrong', 'Slack’s confirmation is valid once', 'invalid_code'],
    ['error=access_not_allowed', 'Ask an admin of your Slack workspace', 'access_not_allowed'],
    ['error=%3Cscript%3E', 'Ask an admin of your Slack workspace', undefined],
  ])('says why: %s', async (query, words, code) => {
    const { cookie, state } = await started();

    const { html } = await finish(`${query}&state=${state}`, cookie);

    expect(html).toContain(words);
    expect(html.includes('Slack’s answer:')).toBe(code !== undefined);
    if (code !== undefined) expect(html).toContain(code);
    expect(html).not.toContain('<script>');
  });

  it('answers in the language of the browser', async () => {
    const request = new Request('https://recert.example/slack/install', { headers: { 'accept-language': 'de-AT,en' } });

    const answer = await recert.adapter.route?.handle(request);

    expect(await answer?.text()).toContain('Was recert darf und wofür');
  });
});
