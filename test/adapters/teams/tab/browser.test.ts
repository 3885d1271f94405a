import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxePuppeteer } from '@axe-core/puppeteer';
import nock from 'nock';
import type { Browser, ElementHandle } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { teamsAdapter } from '../../../../adapters/teams/index.ts';
import type { Card } from '../../../../src/chat/card.ts';
import type { ChatAdapter } from '../../../../src/chat/chat-adapter.ts';
import type { Core } from '../../../../src/chat/core-interface.ts';
import type { Form } from '../../../../src/chat/form.ts';
import type { Interaction } from '../../../../src/chat/interaction.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { launchBrowser } from '../../../support/browser.ts';
import { silent } from '../../../support/conversation.ts';
import { quietCore } from '../../../support/core.ts';
import { publishEntraKeys, tabToken } from '../auth/tab-issuer.ts';
import { APP_ID, NOW, publishKeys, TENANT } from '../issuer.ts';
import { allowTokens } from '../stand-in.ts';
import { openTab, PUBLIC_URL, type TeamsWindow } from './teams-window.ts';

const CREDENTIALS = { appId: APP_ID, appType: 'SingleTenant', tenantId: TENANT, password: 'a-password' } as const;

const home = (title: string): Card => ({
  title,
  blocks: [
    {
      kind: 'item',
      title: [{ bold: 'CISM' }, ' · 12 days behind'],
      detail: 'Cycle ends 31 Dec 2026.',
      action: { label: 'Log', command: 'log', args: { text: 'for CISM' }, opensForm: true },
    },
    { kind: 'progress', label: '104 of 120 CPE', done: 10400, goal: 12000, due: 11000, tone: 'late' },
    {
      kind: 'item',
      title: 'Last change',
      action: { label: 'Undo', command: 'undo', args: { act: 'a1' }, confirm: 'Undo the last change?' },
    },
  ],
  actions: [{ label: 'All', command: 'pace', args: {} }],
  language: 'en',
});
const form: Form = {
  command: 'log',
  title: 'Log a credit',
  submit: 'Save',
  parts: [
    { kind: 'line', name: 'title', label: 'Title', maxLength: 100 },
    { kind: 'people', name: 'who', label: 'With', max: 2, options: [{ value: 'B-1', label: 'Ben' }], optional: true },
    { kind: 'file', name: 'proof', label: 'Proof', max: 2, options: [], optional: true },
  ],
  state: 'state-1',
  language: 'en',
};
const receipt: Card = { title: 'Logged: SANS webcast', blocks: [], language: 'en' };

let browser: Browser;
let adapter: ChatAdapter;
let opened: TeamsWindow;
let requests: Interaction[];
let reply: (interaction: Interaction) => Reply;
let revision: string | undefined;
let token: string | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  nock.disableNetConnect();
  allowTokens();
  publishKeys();
  publishEntraKeys();
  requests = [];
  revision = '1';
  token = await tabToken();
  reply = ({ command }) => ({
    kind: 'card',
    to: 'sender',
    card: command === 'home' ? home('CISM: 16 CPE left') : receipt,
  });
  adapter = teamsAdapter({
    credentials: CREDENTIALS,
    tenantIds: [TENANT],
    publicUrl: PUBLIC_URL,
    log: silent,
    clock: { now: () => NOW },
  });
  const core: Core = {
    ...quietCore,
    revision: async () => revision,
    dispatch: async (interaction) => {
      requests.push(interaction);
      return reply(interaction);
    },
  };
  await adapter.start(core);
});
afterEach(async () => {
  await opened.close();
  await adapter.stop();
  nock.cleanAll();
});

const open = async (options: Partial<Parameters<typeof openTab>[1]> = {}) => {
  const handle = (request: Request) => (adapter.pages as NonNullable<typeof adapter.pages>).handle(request);
  opened = await openTab(browser, { handle, token: async () => token, ...options });
  return opened.tab;
};
const text = (selector: string) => opened.tab.$eval(selector, (node) => String(Reflect.get(node, 'innerText')).trim());
const click = async (selector: string) => (await opened.tab.waitForSelector(selector))?.click();

describe('the tab in Teams', () => {
  it('shows everything at a glance to the person whom the token names, and loads nothing of others', async () => {
    const tab = await open();
    await tab.waitForSelector('#home .card');

    expect(await text('#home h2')).toBe('CISM: 16 CPE left');
    expect(requests[0]).toMatchObject({
      command: 'home',
      from: { platform: 'teams', tenant: TENANT, user: '33333333-3333-4333-8333-333333333333' },
      profile: { name: 'Ana Costa', locale: 'en-GB' },
    });
    expect(opened.foreign).toEqual([]);
    expect(await opened.page.browserContext().cookies()).toEqual([]);
    expect(await opened.page.evaluate('window.heard')).toEqual(expect.arrayContaining(['appInitialization.success']));
  });

  it('draws itself again when something changed in another place', async () => {
    const tab = await open();
    await tab.waitForSelector('#home .card');

    reply = () => ({ kind: 'card', to: 'sender', card: home('CISM: 14 CPE left') });
    revision = '2';

    await tab.waitForFunction('document.querySelector("#home h2").textContent === "CISM: 14 CPE left"');
    expect(requests).toHaveLength(2);
  });

  it('opens, refuses, takes and answers a form through the core', async () => {
    const tab = await open();
    reply = ({ command, answers }) => {
      if (command === 'home') return { kind: 'card', to: 'sender', card: home('CISM: 14 CPE left') };
      if (answers === undefined) return { kind: 'form', form };
      if (answers.title === '')
        return { kind: 'form', form: { ...form, answers, errors: { title: 'Enter a title.' } } };
      return { kind: 'card', to: 'sender', card: receipt };
    };

    await click('#home [data-press=log]');
    await tab.waitForSelector('#answer form');
    expect(await tab.$eval('#home', (node) => Reflect.get(node, 'hidden'))).toBe(true);
    await click('#answer [type=submit]');
    await tab.waitForSelector('#answer [aria-invalid=true]');
    await tab.type('#answer [name=title]', 'SANS webcast');
    await click('#answer input[type=checkbox]');
    await click('#answer [type=submit]');
    await tab.waitForFunction('document.querySelector("#answer h2").textContent === "Logged: SANS webcast"');

    const sent = requests.filter(({ answers }) => answers !== undefined);
    expect(sent.at(-1)).toMatchObject({
      command: 'log',
      state: 'state-1',
      answers: { title: 'SANS webcast', who: ['b-1'] },
      users: ['b-1'],
    });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
    await click('[data-back]');
    expect(await tab.$eval('#home', (node) => Reflect.get(node, 'hidden'))).toBe(false);
    expect(opened.complaints.filter((line) => !line.includes('Content Security Policy'))).toEqual([]);
  });

  it('sends files with a form, and says beside the field which one is too large', async () => {
    const tab = await open();
    reply = ({ command, answers }) => {
      if (command === 'home') return { kind: 'card', to: 'sender', card: home('CISM: 14 CPE left') };
      return answers === undefined ? { kind: 'form', form } : { kind: 'card', to: 'sender', card: receipt };
    };
    const folder = await mkdtemp(join(tmpdir(), 'recert-tab-'));
    const [proof, large] = [join(folder, 'proof.txt'), join(folder, 'large.txt')];
    await writeFile(proof, 'Ana Costa attended for 2 hours');
    await writeFile(large, new Uint8Array(10_000_001));

    await click('#home [data-press=log]');
    const input = await tab.waitForSelector('#answer input[type=file]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(large);
    await click('#answer [type=submit]');
    await tab.waitForSelector('#answer .error');
    expect(await text('#answer .error')).toMatch(/large\.txt: A file can have up to 10 MB/u);
    expect(requests.filter(({ answers }) => answers !== undefined)).toEqual([]);
    await (input as ElementHandle<HTMLInputElement>).uploadFile(proof);
    await click('#answer [type=submit]');
    await tab.waitForFunction('document.querySelector("#answer h2").textContent === "Logged: SANS webcast"');

    const sent = requests.filter(({ answers }) => answers !== undefined);
    const files = sent.flatMap(({ files = [] }) => files);
    expect(sent).toMatchObject([{ command: 'log', state: 'state-1', profile: { locale: 'en-GB' } }]);
    expect(files).toMatchObject([{ field: 'proof', name: 'proof.txt', size: 30 }]);
    expect(new TextDecoder().decode(await files[0]?.read(100))).toBe('Ana Costa attended for 2 hours');
    await rm(folder, { recursive: true });
  });

  it('lets people be chosen from Teams’ own list, and keeps them in a form that is refused', async () => {
    const chosen = { objectId: '44444444-4444-4444-8444-444444444444', displayName: 'Grace Kim' };
    const tab = await open({ people: [chosen] });
    reply = ({ command, answers }) => {
      if (command === 'home') return { kind: 'card', to: 'sender', card: home('CISM: 14 CPE left') };
      if (answers === undefined) return { kind: 'form', form };
      if (answers.title === '')
        return { kind: 'form', form: { ...form, answers, errors: { title: 'Enter a title.' } } };
      return { kind: 'card', to: 'sender', card: receipt };
    };

    await click('#home [data-press=log]');
    await click('#answer fieldset[data-people] button');
    await tab.waitForFunction('document.querySelectorAll("#answer [data-people] input:checked").length === 1');
    await click('#answer [type=submit]');
    await tab.waitForSelector('#answer [aria-invalid=true]');
    expect(await text('#answer fieldset[data-people]')).toMatch(/Ben\s+Grace Kim\s+Choose people/u);
    await tab.type('#answer [name=title]', 'SANS webcast');
    await click('#answer [type=submit]');
    await tab.waitForFunction('document.querySelector("#answer h2").textContent === "Logged: SANS webcast"');

    const sent = requests.filter(({ answers }) => answers !== undefined);
    expect(sent.map(({ users }) => users)).toEqual([[chosen.objectId], [chosen.objectId]]);
  });

  it('asks before a button does what it asks about', async () => {
    const tab = await open();

    await click('#home [data-press=undo]');
    await tab.waitForSelector('dialog[open]');
    expect(await text('#question-text')).toBe('Undo the last change?');
    await click('#question-no');
    expect(requests.filter(({ command }) => command === 'undo')).toEqual([]);
    await click('#home [data-press=undo]');
    await click('#question-yes');
    await tab.waitForSelector('#answer h2');

    expect(requests.filter(({ command }) => command === 'undo')).toMatchObject([{ args: { act: 'a1' } }]);
  });

  it('speaks the language of Teams where it shows no answer', async () => {
    token = undefined;
    const tab = await open({ locale: 'de-de' });

    await tab.waitForSelector('.problem');

    expect(await text('.problem p')).toMatch(/^Teams konnte dich nicht bei recert anmelden/u);
    expect(requests).toEqual([]);
    token = await tabToken();
    await click('.problem button');
    await tab.waitForSelector('#home .card');
    expect(await tab.$('.problem')).toBeNull();
  });

  it.each([
    ['another person’s page', { token: async () => tabToken({ payload: { aud: 'another' } }) }, /didn’t accept/u],
    ['a guest', { token: async () => tabToken({ payload: { acct: 1 } }) }, /account in its organisation/u],
  ])('shows nothing to %s', async (_name, options, words) => {
    const tab = await open(options);

    await tab.waitForSelector('.problem');

    expect(await text('.problem p')).toMatch(words);
    expect(requests).toEqual([]);
  });

  it('is shown by no other page', async () => {
    await open({ host: 'https://evil.example.org' });
    await opened.page.waitForFunction('document.querySelector("iframe") !== null');

    expect(opened.complaints.join()).toMatch(/frame-ancestors/u);
    expect(requests).toEqual([]);
  });

  it.each([
    ['default', { width: 1100, height: 900 }],
    ['dark', { width: 1100, height: 900 }],
    ['contrast', { width: 1100, height: 900 }],
    ['default', { width: 360, height: 740 }],
    ['dark', { width: 320, height: 640 }],
  ] as const)('has nothing that keeps people out, in the theme %s at %j', async (theme, viewport) => {
    const tab = await open({ theme, viewport });
    await tab.waitForSelector('#home .card');
    const check = async () =>
      (await new AxePuppeteer(opened.page).include({ fromFrames: ['iframe', 'html'] }).analyze()).violations.map(
        ({ id, nodes }) => [id, nodes.map(({ html }) => html)],
      );
    const width = () => tab.evaluate('document.documentElement.scrollWidth <= innerWidth');

    expect([await check(), await width()]).toEqual([[], true]);
    reply = () => ({ kind: 'form', form: { ...form, errors: { title: 'Enter a title.' } } });
    await click('#home [data-press=log]');
    await tab.waitForSelector('#answer form');
    expect([await check(), await width()]).toEqual([[], true]);
  });

  it('follows the theme of Teams', async () => {
    const tab = await open();
    await tab.waitForSelector('#home .card');

    await opened.changeTheme('contrast');

    await tab.waitForFunction('document.documentElement.dataset.theme === "contrast"');
  });
});
