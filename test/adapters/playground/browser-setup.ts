import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, Page, Viewport } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { PlaygroundOptions } from '../../../adapters/playground/index.ts';
import { launchBrowser } from '../../support/browser.ts';
import { conversation, type Stage, stage } from './fake-core.ts';

/** The folder that screenshots are written to. */
export const PICTURES = fileURLToPath(new URL('../../screenshots/', import.meta.url));

/** The playground of the current test, after `installPage`. */
export let played: Stage;

/** The page of the current test, which shows the playground. */
export let page: Page;

/** What went wrong on the page of the current test. */
export let complaints: string[];

/** Opens the playground for each test on a page of its own, without animations. */
export function installPage(viewport: Viewport, options: Partial<PlaygroundOptions> = {}): void {
  let browser: Browser | undefined;
  let server: Server;
  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    played = await stage(conversation, options);
    server = createAdaptorServer({ fetch: (request) => played.handle(request) }) as Server;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    page = await (await (browser as Browser).createBrowserContext()).newPage();
    complaints = [];
    page.on('console', (stated) => stated.type() === 'error' && complaints.push(stated.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.setViewport(viewport);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterEach(async () => {
    await page.browserContext().close();
    await new Promise((closed) => server.close(closed));
  });
}
