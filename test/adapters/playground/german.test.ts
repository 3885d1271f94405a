import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { replyInLanguage } from '../../../src/chat/reply-language.ts';
import { commands } from '../../../src/commands/index.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { launchBrowser } from '../../support/browser.ts';
import { englishIn, GERMAN } from '../../support/phrases.ts';
import { type Stage, stage } from './fake-core.ts';

const commandsIn = (locale: string) => commands.map(({ name }) => ({ name, ...wordsFor(locale).commands[name] }));
const person = (user: string, locale: string) => ({ user, name: `${user} Y`, detail: '', zone: 'UTC', locale });
const workspace = {
  tenant: 'alpha',
  name: { en: 'Sample team', de: 'Beispielteam' },
  note: { en: 'Sample people and records.', de: 'Erfundene Personen.' },
  start: [{ en: 'log 1h webinar', de: 'log 1h Webinar' }],
};
const german = {
  workspaces: [{ ...workspace, people: [person('Lena', 'de-DE'), person('Ann', 'en-GB')] }],
  commands: { en: commandsIn('en-GB'), de: commandsIn('de-DE') },
};

let browser: Browser;
let server: Server;
let played: Stage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

beforeEach(async () => {
  played = await stage(({ command }) => {
    const card = { title: 'Tempo', blocks: [] };
    if (command !== 'log') return replyInLanguage({ kind: 'card', to: 'sender', card }, 'de');
    const form = { command, title: 'Nachweis', submit: 'Speichern', parts: [] };
    return replyInLanguage({ kind: 'form', form: { ...form, errors: { title: 'Fehlt.' } } }, 'de');
  }, german);
  server = createAdaptorServer({ fetch: (request) => played.handle(request) }) as Server;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width: 1280, height: 860 });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterEach(async () => {
  await page.browserContext().close();
  await new Promise((closed) => server.close(closed));
});

/** Everything the page shows or tells a screen reader. */
const shown = () =>
  page.evaluate(`[document.title, document.body.innerText,
    ...[...document.querySelectorAll('body *')].flatMap((node) =>
      ['placeholder', 'aria-label', 'title'].map((name) => node.getAttribute(name) ?? ''))].join('\\n')`) as Promise<string>;
const languageOf = () => page.$eval('html', (node) => node.getAttribute('lang'));

async function say(line: string, selector: string): Promise<void> {
  await page.type('#line', line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.waitForSelector(selector);
}

describe('the page of somebody who reads German', () => {
  it('says nothing in English, with a form, a closed one, commands and an answer', async () => {
    await say('log', '.log:not([hidden]) .form');
    const form = await shown();
    await page.click('[data-cancel]');
    await say('pace', '.log:not([hidden]) .message');
    await page.type('#line', '/');

    const rest = await shown();

    expect(await languageOf()).toBe('de');
    expect(form).toContain('Abbrechen');
    expect(rest).toContain('„Nachweis“ wurde geschlossen.');
    expect(rest).toContain(wordsFor('de-DE').commands.pace.summary);
    expect([form, rest].flatMap(englishIn)).toEqual([]);
    expect(form).toContain('Erfundene Personen.');
  });

  it('says in German that recert is out of reach', async () => {
    await page.setOfflineMode(true);

    await say('pace', '.problem button');

    expect(await shown()).toContain(GERMAN.page.problems.unreachable);
  });
});

it('the page of somebody who reads English turns German with the first German answer', async () => {
  await page.click('[data-user=Ann]');
  expect(await shown()).toContain('Sample people and records.');
  expect([await languageOf(), await page.evaluate('document.getElementById("line").placeholder')]).toEqual([
    'en',
    'Message recert as Ann Y',
  ]);

  await say('pace', '.log:not([hidden]) .message');

  expect(await languageOf()).toBe('de');
  expect(englishIn(await shown())).toEqual([]);
  expect(await shown()).toContain('Beispielteam');
  expect(await shown()).not.toContain('Sample');
});
