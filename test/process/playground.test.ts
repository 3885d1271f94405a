import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { migratedDataFolder } from '../support/data-folder.ts';
import { freePort, type Recert, refusedRecert, startRecert } from '../support/process.ts';

const PICTURES = join(import.meta.dirname, '..', 'screenshots');
const A_YEAR_AGO = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);
let folder: string;
let browser: Browser;
let recert: Recert;

beforeAll(async () => {
  folder = await migratedDataFolder('recert-process-');
  await mkdir(PICTURES, { recursive: true });
  browser = await launchBrowser();
  recert = await startRecert({ RECERT_DATA_DIR: folder });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await recert?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The page, as the person of the empty workspace. */
async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(recert.url);
  await page.locator('label ::-p-text(No certifications yet)').click();
  return page;
}

async function say(page: Page, line: string, shows: string): Promise<void> {
  await page.locator('#line').fill(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await seen(page, shows);
}

async function press(page: Page, label: string, shows: string): Promise<void> {
  const buttons = await page.$$(`.log:not([hidden]) button ::-p-text(${label})`);
  // A click by coordinates may miss what is just being scrolled.
  await buttons.at(-1)?.evaluate((node) => (node as unknown as { click(): void }).click());
  await seen(page, shows);
}

/** Waits until the last message shows a text, or the one before it: a reminder may come at any time. */
async function seen(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    `[...document.querySelectorAll('.log:not([hidden]) .message')].slice(-2).some((one) => one.textContent.includes(${JSON.stringify(text)}))`,
  );
}

describe('a newcomer in the playground', () => {
  it('adds, logs, asks for the pace and takes back, and finds all of it after a kill -9', async () => {
    const page = await openPage();
    await say(page, 'add cissp', 'Certified on');
    await page.locator('.log:not([hidden]) input[name="start"]').fill(A_YEAR_AGO);
    await press(page, 'Next', 'Is this your cycle?');
    await press(page, 'Add', 'CISSP added');
    await say(page, 'log 1h30 webinar on zero trust today for cissp', 'Activity');
    await press(page, 'Save', 'Logged');
    await say(page, 'pace', '1.5 of 120 CPE');
    await page.screenshot({ path: join(PICTURES, 'process-pace.png') });

    await recert.end('SIGKILL');
    recert = await startRecert({ RECERT_DATA_DIR: folder });
    const again = await openPage();
    await say(again, 'pace', '1.5 of 120 CPE');
    await say(again, 'undo', 'Undo: log entry');
    await press(again, 'Undo', 'Undone');
    await press(again, 'Restore', 'Restored');
    await press(again, 'Slack', 'Restored');

    expect(await again.waitForSelector('iframe')).not.toBeNull();
  }, 120_000);
});

describe('the process', () => {
  it('refuses a port that is taken, and data that is in use, in words', async () => {
    const other = mkdtempSync(join(tmpdir(), 'recert-other-'));
    const { port } = new URL(recert.url);

    const claimed = await refusedRecert({ PORT: port, RECERT_DATA_DIR: other });
    const inUse = await refusedRecert({ PORT: String(await freePort()), RECERT_DATA_DIR: folder });
    const misread = await refusedRecert({ PORT: 'http', SLACK_SIGNING_SECRET: 'x' });
    rmSync(other, { recursive: true, force: true });

    expect(claimed).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${port} is already in use`) });
    expect(inUse).toMatchObject({ code: 1, said: expect.stringContaining('is using the data in') });
    expect(misread).toMatchObject({
      code: 1,
      said: expect.stringMatching(/PORT '[^']*' isn't valid[\s\S]*SLACK_BOT_TOKEN is missing/),
    });
  }, 120_000);

  it('serves the playground to this machine alone', async () => {
    const stranger = await fetch(recert.url, { headers: { host: 'example.org' } }).catch(() => undefined);
    const forged = await fetch(`${recert.url}/playground/say`, {
      method: 'POST',
      headers: { origin: 'https://example.org', 'content-type': 'application/json' },
      body: '{}',
    });

    expect([403, 200]).toContain(stranger?.status);
    expect(forged.status).toBe(403);
    expect(await (await fetch(`${recert.url}/healthz`)).text()).toBe('ok\n');
  });

  it('stops cleanly when asked to, and gives the data back', async () => {
    const code = await recert.end('SIGTERM');
    recert = await startRecert({ RECERT_DATA_DIR: folder });

    expect(code).toBe(0);
  }, 120_000);
});
