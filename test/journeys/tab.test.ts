import type { Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { PERSON, publishEntraKeys, tabToken } from '../adapters/teams/auth/tab-issuer.ts';
import { NOW, TENANT } from '../adapters/teams/issuer.ts';
import { openTab, type TeamsWindow } from '../adapters/teams/tab/teams-window.ts';
import { launchBrowser } from '../support/browser.ts';
import { silent } from '../support/conversation.ts';
import { patientCore } from '../support/core.ts';
import { lazyAdapter } from '../support/lazy-adapter.ts';
import { openBothPlatforms } from './both-platforms.ts';
import type { SlackAnna } from './slack-anna.ts';
import type { TeamsAna } from './teams-ana.ts';

let atSlack: SlackAnna;
let atTeams: TeamsAna;
let browser: Browser;
let opened: TeamsWindow | undefined;
const world = openBothPlatforms({
  adapters: [lazyAdapter('slack', () => atSlack.adapter), lazyAdapter('teams', () => atTeams.adapter)],
});

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
afterEach(() => opened?.close());

const AHEAD = { timeout: 20_000 };
const headed = (words: string) =>
  opened?.tab.waitForFunction(
    `document.querySelector('#home h2')?.textContent.includes(${JSON.stringify(words)})`,
    AHEAD,
  );
const shows = (words: string) =>
  opened?.tab.waitForFunction(`document.querySelector('#home').textContent.includes(${JSON.stringify(words)})`, AHEAD);

it('the tab in Teams shows what was done in a form in Slack, in a dialog in Teams, at a terminal, and in the tab itself', async () => {
  const { slack, teams } = await world.start();
  atSlack = slack;
  atTeams = teams;
  publishEntraKeys();
  await slack.send(await slack.send(await slack.form('add cissp'), { start: '2025-01-01' }));
  const shown = await slack.say('link');
  const [code = ''] = /[A-Z0-9]{5}-[A-Z0-9]{5}/u.exec(JSON.stringify(shown)) ?? [];
  await teams.send(await teams.form(`link ${code}`));
  await slack.press(shown, 'Confirm');
  const handle = (request: Request) => teams.adapter.pages(request);
  opened = await openTab(browser, { handle, token: () => tabToken() });
  await headed('CISSP: 120 CPE left by 31 Dec 2027');

  await slack.send(await slack.form('log 1h ISSA chapter meeting on 2026-03-03 for cissp'));
  await shows('ISSA chapter meeting');

  const answers = { title: 'SANS webcast', kind: 'course', duration: '2h', start: '2026-03-01', counts: ['cissp'] };
  await teams.send(await teams.form('log'), answers);
  await shows('SANS webcast');

  // Another process on the same database, which knows no adapter.
  const terminal = patientCore({
    store: world.store,
    catalogue: loadCatalogue(),
    clock: { now: () => NOW },
    log: silent,
  });
  const from = {
    platform: 'teams',
    tenant: TENANT,
    user: PERSON,
  } as const;
  await terminal.dispatch({
    command: 'log',
    args: {},
    answers: { ...answers, title: 'OWASP meetup', start: '2026-03-02' },
    from,
    place: { platform: 'teams', tenant: from.tenant, address: '{}' },
    key: 'terminal-0001',
  });
  await shows('OWASP meetup');

  const undo = await opened.tab.waitForSelector('#home [data-press=undo]');
  await undo?.click();
  await opened.tab.waitForSelector('#answer .card');
  await opened.tab.waitForFunction("!document.querySelector('#home').textContent.includes('OWASP meetup')", AHEAD);
  expect(opened.foreign).toEqual([]);
});
