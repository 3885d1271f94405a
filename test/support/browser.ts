import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import puppeteer, { type Browser } from 'puppeteer';

const PACKED = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/bin/chromium.br', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/recert-browser/', import.meta.url));
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A headless Chromium of this machine; it ends with the process that started it. */
export async function launchBrowser(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findBrowser(),
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

/** The executable to use: the one named by PUPPETEER_EXECUTABLE_PATH, else the one from npm, else the system's. */
export async function findBrowser(): Promise<string> {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`PUPPETEER_EXECUTABLE_PATH names '${named}', and there is no such file.`);
  }
  const found = (await unpacked()) ?? (await installed());
  if (found !== undefined) return found;
  throw new Error(
    'No browser was found. Set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium; or, on 64-bit Linux, let npm (run by Node 22.17 ' +
      `or newer) install the optional package @sparticuz/chromium; or install Chrome, or Chromium at ${SYSTEM[0]}.`,
  );
}

/** The Chromium that comes by npm, unpacked once to a place nobody else can write to. */
async function unpacked(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const browser = `${CACHE}chromium`;
  if (existsSync(browser)) return browser;
  if (!existsSync(PACKED)) return undefined;

  const unfinished = `${browser}.${randomUUID()}`;
  await mkdir(CACHE, { recursive: true, mode: 0o700 });
  try {
    await pipeline(createReadStream(PACKED), createBrotliDecompress(), createWriteStream(unfinished, { mode: 0o700 }));
    await rename(unfinished, browser);
  } finally {
    await rm(unfinished, { force: true });
  }
  return browser;
}

/** Chrome where puppeteer looks for it, or Chromium where Linux keeps it. */
async function installed(): Promise<string | undefined> {
  const own = await puppeteer.executablePath().catch(() => undefined);
  const chrome = await puppeteer.executablePath('chrome').catch(() => undefined);
  return [own, chrome, ...SYSTEM].find((path) => path !== undefined && existsSync(path));
}
