import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer';
import { withTimeLimit } from '../limits/with-time-limit.ts';
import type { Log, PrintPdf } from '../ports.ts';
import { type BrowserPlace, findBrowser, NoBrowser } from './browser.ts';
import { fontsFor, fontsOfMachine } from './fonts.ts';
import { namesOfScripts } from './missing-scripts.ts';
import { pageNumbersIn } from './page-numbers.ts';
import { withMetadata } from './pdf-metadata.ts';

/** Maximum pages printed at once; others wait. */
const MAX_AT_ONCE = 2;
/** A browser that has printed so much makes room for a fresh one. */
const MAX_PRINTED = 100;
/** Chromium prints each large document slower than the one before it, so a document counts once more for so many characters. */
const CHARACTERS_PER_COUNT = 15_000;
const WITHIN_MS = 90_000;

/** Where the browser is, and what becomes of it. */
export interface PrinterOptions extends BrowserPlace {
  readonly log: Log;
  /** Whether Chromium starts in its own sandbox, which it refuses as root. */
  readonly hasSandbox?: boolean;
  /** Time limit per document, in milliseconds. */
  readonly withinMs?: number;
}

/** Prints HTML as PDF, with one browser that stays warm. */
export interface Printer {
  /** Prints a document as a tagged PDF. Throws `NoBrowser` if there is none, `TooLong` after the time limit. */
  readonly print: PrintPdf;
  /** How many documents are being printed and wait. */
  figures(): { readonly running: number; readonly waiting: number };
  /** The number of the browser's process, while there is one. */
  processId(): Promise<number | undefined>;
  /** Ends the browser; what is being printed fails. */
  close(): Promise<void>;
}

/** A document took longer than one may. */
export class TooLong extends Error {
  override name = 'TooLong';
}

/** A printer; its browser starts with the first document, and again whenever it has died. */
export function createPrinter({ log, withinMs = WITHIN_MS, ...place }: PrinterOptions): Printer {
  let browser: Promise<Browser> | undefined;
  let printed = 0;
  let printing = 0;
  const waiting: (() => void)[] = [];

  async function warm(): Promise<Browser> {
    const is = await browser?.catch(() => undefined);
    const isWorn = printed >= MAX_PRINTED && printing <= 1;
    if (is?.connected && !isWorn) return is;
    if (is !== undefined) await end(is);
    printed = 0;
    // One that dies while it starts is started once more.
    browser = launch(place).catch(() => launch(place));
    return browser;
  }

  async function once(html: string): Promise<Uint8Array> {
    const running = await warm();
    printed += 1 + Math.floor(html.length / CHARACTERS_PER_COUNT);
    return withTimeLimit(printWith(running, html), withinMs, async () => {
      // Only ending the process stops a busy page.
      await end(running);
      throw new TooLong(`A document was not printed within ${withinMs} ms.`);
    });
  }

  return {
    async print(html) {
      while (printing >= MAX_AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
      printing += 1;
      try {
        return await once(html).catch(async (error) => {
          if (error instanceof TooLong || error instanceof NoBrowser) throw error;
          log.warn('PrintContext a document failed; retrying.', { error });
          const is = await browser?.catch(() => undefined);
          if (is !== undefined && !(await answers(is))) await end(is);
          return once(html);
        });
      } finally {
        printing -= 1;
        waiting.shift()?.();
      }
    },
    figures: () => ({ running: printing, waiting: waiting.length }),
    processId: async () => (await browser?.catch(() => undefined))?.process()?.pid,
    async close() {
      const is = await browser?.catch(() => undefined);
      browser = undefined;
      if (is !== undefined) await end(is);
    },
  };
}

async function launch({
  hasSandbox = true,
  ...place
}: BrowserPlace & Pick<PrinterOptions, 'hasSandbox'>): Promise<Browser> {
  const executablePath = await findBrowser(place);
  const fonts = await fontsOfMachine(place.folder);
  try {
    return await puppeteer.launch({
      executablePath,
      headless: 'shell',
      // It dies with this process, however that ends.
      pipe: true,
      // The browser doesn't need this process's environment.
      env: { FONTCONFIG_FILE: fonts, HOME: place.folder, TZ: 'UTC', LANG: 'C.UTF-8' },
      args: [
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        ...(process.getuid?.() === 0 || !hasSandbox ? ['--no-sandbox'] : []),
      ],
    });
  } catch (cause) {
    throw new NoBrowser(`The browser ${executablePath} didn't start.`, { cause });
  }
}

/** Whether a browser responds within a second, because a killed one still counts as connected for a while. */
async function answers(browser: Browser): Promise<boolean> {
  const answer = browser.version().then(
    () => true,
    () => false,
  );
  return browser.connected && (await withTimeLimit(answer, 1_000, () => false));
}

/** Closes a browser, or kills it if it doesn't respond. */
async function end(browser: Browser): Promise<void> {
  const child = browser.process();
  const removed = new Promise<void>((resolve) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const timer = setTimeout(() => child?.kill('SIGKILL'), 2_000);
  await browser.close().catch(() => child?.kill('SIGKILL'));
  await removed;
  clearTimeout(timer);
}

async function printWith(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await shutIn(page);
    const { document, missing } = prepared(html);
    await page.setContent(document, { timeout: 0 });
    await page.evaluate(SHOW_WITH_FONTS);
    const language = /<html[^>]* lang="([\w-]+)"/u.exec(html)?.[1] ?? 'en';
    if (missing.length > 0) await page.evaluate(showMissing(namesOfScripts(missing, language)));
    const pdf = await withPageNumbers(page, html);
    return withMetadata(pdf, { title: await page.title(), language, madeAt: new Date() });
  } finally {
    await page.close().catch(() => {});
  }
}

const PDF = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, timeout: 0 } as const;

/**
 * Prints a page. Chromium can't tell on which page an element will be, so a document with `<span data-page-of="id">` is printed twice: the first
 * print says where the elements begin.
 */
async function withPageNumbers(page: Page, html: string): Promise<Uint8Array> {
  const pdf = await page.pdf(PDF);
  if (!html.includes('data-page-of')) return pdf;
  await page.evaluate(fillPageNumbers(pageNumbersIn(pdf)));
  return page.pdf(PDF);
}

/** Blocks all requests of a page; each of these measures alone has gaps. */
async function shutIn(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => void answer(request).catch(() => {}));
}

function answer(request: HTTPRequest): Promise<void> {
  return request.url().startsWith('data:') ? request.continue() : request.abort('aborted');
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * Run in the page: loads the fonts it brings along, then lays it out. Text laid out before its font is loaded keeps the glyphs of a fallback font,
 * which a search or a screen reader may find as NUL characters in the PDF.
 */
const SHOW_WITH_FONTS = `Promise.allSettled([...document.fonts].map((font) => font.load()))
  .then(() => document.getElementById('hidden-until-fonts-are-loaded')?.remove())`;
const HIDDEN = '<style id="hidden-until-fonts-are-loaded">html{display:none!important}</style>';

/** Run in the page: says which scripts have no font, in an element that is hidden otherwise. */
function showMissing(scripts: string): string {
  return `(() => {
    const note = document.getElementById('missing-letters');
    if (note === null) return;
    note.querySelector('span').textContent = ${JSON.stringify(scripts)};
    note.hidden = false;
  })()`;
}

/** Run in the page: writes the number of the page on which an element begins. */
function fillPageNumbers(numbers: Readonly<Record<string, number>>): string {
  return `(() => {
    const numbers = ${JSON.stringify(numbers)};
    for (const one of document.querySelectorAll('[data-page-of]'))
      one.textContent = numbers[one.getAttribute('data-page-of')] ?? '';
  })()`;
}

/** Returns a document with embedded fonts and a policy that blocks all requests, and what no font has; its style uses `var(--fonts)`. */
function prepared(html: string): { readonly document: string; readonly missing: readonly string[] } {
  const { faces, families, missing } = fontsFor(html);
  const fonts = `<style>${faces}\n:root{--fonts:${families}}</style>`;
  const head = `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}">${HIDDEN}${fonts}`;
  return { document: html.replace('<head>', () => head), missing };
}
