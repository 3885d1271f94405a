import { AxePuppeteer } from '@axe-core/puppeteer';
import { describe, expect, it } from 'vitest';
import { complaints, installPage, PICTURES, page, played } from './browser-setup.ts';
import { preview } from './fake-core.ts';

const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 740 };

installPage(WIDE, { previews: [preview] });

const type = (text: string) => page.keyboard.type(text);
const press = async (
  ...keys: readonly ('Enter' | 'Tab' | 'ArrowDown' | 'ArrowUp' | 'ArrowRight' | 'Space' | 'Escape')[]
) => {
  for (const key of keys) await page.keyboard.press(key);
};
const typedIn = (selector: string) => page.$eval(selector, (node) => (node as unknown as { value: string }).value);
const focused = () =>
  page.evaluate('document.activeElement.id || document.activeElement.textContent') as Promise<string>;

describe('with the keyboard alone', () => {
  it('completes a command, sends it and brings it back', async () => {
    await type('pa');
    await press('ArrowDown', 'Enter');
    expect(await typedIn('#line')).toBe('pace ');

    await type('cissp');
    await press('Enter');
    await page.waitForSelector('.message');
    await press('ArrowUp');

    expect(played.heard[0]).toMatchObject({ command: 'pace', args: { text: 'cissp' } });
    expect(await typedIn('#line')).toBe('pace cissp');
    expect(complaints).toEqual([]);
  });

  it('fills in a form, is led to what is wrong, and sends it', async () => {
    await type('log');
    await press('Enter');
    await page.waitForSelector('.form');
    expect(await focused()).toMatch(/-title$/u);

    await press('Tab');
    await type('cis');
    await page.waitForSelector('.search [role=option]');
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Tab');
    while (!/^Save/u.test(await focused())) await press('Tab');
    await press('Enter');
    await page.waitForSelector('.form [aria-invalid=true]');
    expect(await focused()).toMatch(/-title$/u);
    expect(await typedIn('.form [name=certification]')).toBe('cism');

    await type('SANS webcast on zero trust');
    await press('Enter');
    await page.waitForSelector('.mine.sent');

    expect(played.heard.at(-1)).toMatchObject({
      command: 'log',
      state: 'line-1',
      answers: { title: 'SANS webcast on zero trust', certification: 'cism', kind: 'webinar', start: '2026-11-22' },
    });
    expect(new Set(played.heard.map(({ key }) => key)).size).toBe(3);
    expect(await page.$('.form')).toBeNull();
    expect(await focused()).toBe('line');
    expect(complaints).toEqual([]);
  });
});

it('takes two quick presses for one', async () => {
  await type('pace');
  await press('Enter');
  const button = await page.waitForSelector('[data-press=certs]');

  await button?.evaluate((node) => {
    (node as unknown as { click(): void }).click();
    (node as unknown as { click(): void }).click();
  });
  await page.waitForFunction('document.querySelectorAll(".message").length === 2');

  expect(played.heard.map(({ command }) => command)).toEqual(['pace', 'certs']);
});

it('sends a line again with the same key when it did not get through', async () => {
  const sent: unknown[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(JSON.parse(request.postData() ?? '')));
  await page.setOfflineMode(true);
  await type('pace');
  await press('Enter');
  const again = await page.waitForSelector('.problem button');

  await page.setOfflineMode(false);
  await again?.click();
  await page.waitForSelector('.message');

  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(played.heard).toHaveLength(1);
});

it('keeps a conversation for each person and remembers who you are', async () => {
  await type('pace');
  await press('Enter');
  await page.waitForSelector('.message');

  await page.click('[data-user=you]');
  const chips = await page.evaluate(
    '[...document.querySelectorAll(".log:not([hidden]) .chip")].map((chip) => chip.textContent)',
  );
  await page.click('.log:not([hidden]) .chip');
  await page.waitForSelector('.log:not([hidden]) .message');
  await page.reload();

  expect(chips).toEqual(['help', 'add cissp']);
  expect(played.heard[1]).toMatchObject({ command: 'help', from: { tenant: 'empty', user: 'you' } });
  expect(await page.$eval('.greeting h2', (node) => node.textContent)).toBe('Hello, Alex');
});

it('lists every command for a slash, and keeps the theme that was chosen', async () => {
  await type('/');
  const suggested = await page.$$eval('#commands [role=option]:not([hidden])', (options) => options.length);
  await press('Escape');
  await page.click('#theme');
  await page.click('#theme');
  await page.reload();

  expect(suggested).toBe(6);
  expect(await page.$eval('html', (node) => node.getAttribute('data-theme'))).toBe('dark');
  expect(await page.evaluate('document.getElementById("theme").textContent')).toBe('Theme: dark');
});

it('shows the answer as another platform would, and as JSON', async () => {
  await type('pace');
  await press('Enter');
  await page.waitForSelector('[role=tab]');

  await page.focus('[role=tab]');
  await press('ArrowRight');
  const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
  await frame?.waitForSelector('p');
  await page.waitForFunction('document.querySelector("iframe").clientHeight < 100');
  await page.screenshot({ path: `${PICTURES}playground-slack.png` });
  await press('ArrowRight');

  expect(await frame?.$eval('body', ({ textContent }) => textContent)).toBe('drawn: card');
  expect(await page.$eval('pre', ({ textContent }) => JSON.parse(textContent ?? ''))).toEqual({
    blocks: [{ type: 'card' }],
  });
  expect(complaints).toEqual([]);
});

describe.each([
  ['light', 'wide', WIDE],
  ['dark', 'wide', WIDE],
  ['light', 'phone', PHONE],
  ['dark', 'phone', PHONE],
] as const)('in %s on a %s screen', (theme, size, viewport) => {
  const picture = (name: string) => page.screenshot({ path: `${PICTURES}playground-${name}-${theme}-${size}.png` });

  it('is accessible and never wider than the screen', { timeout: 60_000 }, async () => {
    await page.setViewport(viewport);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await expectSound();
    await picture('start');

    await page.focus('#line');
    await type('/');
    await picture('commands');
    await type('pace');
    await press('Enter');
    await page.waitForSelector('.message');
    await expectSound();
    await picture('card');

    await page.focus('#line');
    await type('log 1h30 webinar on zero trust yesterday');
    await press('Enter');
    await page.waitForSelector('.form');
    await page.focus('.form [role=combobox]');
    await type('c');
    await page.waitForSelector('.search [role=option]');
    await expectSound();
    await picture('form');

    await page.$eval('.form [type=submit]', (node) => (node as unknown as { click(): void }).click());
    await page.waitForSelector('.form [aria-invalid=true]');
    await expectSound();
    await picture('refused');
    expect(complaints).toEqual([]);
  });
});

async function expectSound(): Promise<void> {
  const { violations } = await new AxePuppeteer(page).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html, any[0]?.message])])).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(
    await page.evaluate(
      'document.getElementById("scroll").scrollWidth <= document.getElementById("scroll").clientWidth',
    ),
  ).toBe(true);
}
