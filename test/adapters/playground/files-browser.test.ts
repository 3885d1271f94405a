import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxePuppeteer } from '@axe-core/puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaints, installPage, PICTURES, page, played } from './browser-setup.ts';

interface FileInput {
  uploadFile(...paths: readonly string[]): Promise<void>;
}

let folder: string;
let pdf: string;
let large: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-files-'));
  [pdf, large] = [join(folder, 'badge.pdf'), join(folder, 'recording.mp4')];
  writeFileSync(pdf, '%PDF');
  writeFileSync(large, '');
  truncateSync(large, 10 * 1024 * 1024 + 1);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

installPage({ width: 1280, height: 1000 });

const choose = async (selector: string, ...paths: readonly string[]) =>
  ((await page.waitForSelector(selector)) as unknown as FileInput).uploadFile(...paths);
const textOf = (selector: string) => page.$eval(selector, ({ textContent }) => textContent);
const press = (selector: string) => page.$eval(selector, (node) => (node as unknown as { click(): void }).click());
const filesOf = async () =>
  Promise.all(
    (played.heard.at(-1)?.files ?? []).map(async ({ field, name, read }) => [
      field,
      name,
      Buffer.from(await read(100)).toString(),
    ]),
  );

async function openForm(title: string): Promise<void> {
  await page.type('#line', 'log');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.form');
  await page.type('.form [name=title]', title);
}

describe('in a form', () => {
  it('goes with what was filled in, beside what is kept', async () => {
    await openForm('Zero trust');
    await choose('.form [data-files]', pdf);

    await press('.form [type=submit]');
    await page.waitForSelector('.mine.sent');

    expect(played.heard.at(-1)?.answers).toMatchObject({ title: 'Zero trust', 'proof.files': ['kept-1'] });
    expect(await filesOf()).toEqual([['proof.files', 'badge.pdf', '%PDF']]);
    expect(complaints).toEqual([]);
  });

  it('that is kept can be let go', async () => {
    await openForm('Zero trust');
    await press('.form [value=kept-1]');

    await press('.form [type=submit]');
    await page.waitForSelector('.mine.sent');

    expect(played.heard.at(-1)?.answers).toMatchObject({ 'proof.files': [] });
    expect(played.heard.at(-1)).not.toHaveProperty('files');
  });

  it('that is too large says so beside its field, and everything else stays', { timeout: 60_000 }, async () => {
    await openForm('Zero trust');
    await choose('.form [data-files]', pdf, large);

    await press('.form [type=submit]');
    await page.waitForSelector('.form [role=alert]');

    expect(await textOf('.form .error')).toBe('▲ recording.mp4: This file is too large. The limit is 10 MB.');
    expect(await page.$('.form [data-files][aria-invalid=true]')).not.toBeNull();
    expect(await page.evaluate('document.querySelector(".form [data-files]").files.length')).toBe(2);
    expect(await page.$eval('.form [name=title]', ({ value }: { value?: string }) => value)).toBe('Zero trust');
    expect((await new AxePuppeteer(page).analyze()).violations).toEqual([]);
    await page.screenshot({ path: `${PICTURES}playground-files-refused.png` });

    await choose('.form [data-files]', pdf);
    expect(await page.$('.form [role=alert]')).toBeNull();
    await press('.form [type=submit]');
    await page.waitForSelector('.mine.sent');
    expect(await filesOf()).toEqual([['proof.files', 'badge.pdf', '%PDF']]);
  });

  it('that the server refuses says so, too, and can be sent again', async () => {
    await openForm('Zero trust');
    await choose('.form [data-files]', pdf);
    await page.setOfflineMode(true);

    await press('.form [type=submit]');
    await page.waitForSelector('.form [role=alert]');
    expect(await textOf('.form .error')).toContain('badge.pdf: Can’t reach recert.');

    await page.setOfflineMode(false);
    await press('.form [type=submit]');
    await page.waitForSelector('.mine.sent');
    expect(await filesOf()).toEqual([['proof.files', 'badge.pdf', '%PDF']]);
  });
});

describe('beside the line', () => {
  it('is chosen, left out again and sent with the keyboard, with a line or without', { timeout: 60_000 }, async () => {
    await choose('#files', pdf);
    await choose('#files', large);
    await page.focus('#attached li:last-child button');
    await page.keyboard.press('Enter');
    expect(await page.$$eval('#attached li', (items) => items.length)).toBe(1);
    await page.type('#line', 'log 2h');
    expect((await new AxePuppeteer(page).analyze()).violations).toEqual([]);
    await page.screenshot({ path: `${PICTURES}playground-files-line.png` });
    await page.keyboard.press('Enter');
    await page.waitForSelector('.form');

    expect(played.heard[0]).toMatchObject({ command: 'log', args: { text: '2h' } });
    expect(await filesOf()).toEqual([[undefined, 'badge.pdf', '%PDF']]);
    expect(await textOf('.mine')).toContain('badge.pdf');
    expect(await page.$('#attached:not([hidden])')).toBeNull();

    await choose('#files', pdf);
    await press('.send');
    await page.waitForSelector('.message .facts');
    expect(played.heard[1]).toMatchObject({ command: 'attach', args: {} });
    expect(complaints).toEqual([]);
  });

  it('that is too large stays with the line, and says so', async () => {
    await choose('#files', large);
    await page.type('#line', 'log 2h');
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.getElementById("attached-problem").textContent !== ""');

    expect(await textOf('#attached-problem')).toContain('recording.mp4: This file is too large');
    expect(await page.$eval('#line', ({ value }: { value?: string }) => value)).toBe('log 2h');
    expect(await page.$$eval('#attached li', (items) => items.length)).toBe(1);
    expect(played.heard).toEqual([]);
  });
});
