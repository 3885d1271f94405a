import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer';
import { findBrowser } from '../../src/printer/browser.ts';

/** Where the browser of the tests is unpacked, once for every run. */
export const BROWSER_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/recert-browser/', import.meta.url));

/** A headless Chromium of this machine; it ends with the process that started it. */
export async function launchBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findBrowser({ named: process.env.PUPPETEER_EXECUTABLE_PATH, folder: BROWSER_FOLDER }),
    headless: 'shell',
    pipe: true,
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      // Chromium refuses to start its sandbox as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}
