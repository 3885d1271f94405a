import puppeteer, { type Browser } from 'puppeteer';
import { findBrowser } from '../../src/printer/browser.ts';
import { fontsFor, fontsOfMachine } from '../../src/printer/fonts.ts';
import { BROWSER_FOLDER } from '../support/browser.ts';

const DPI = 150;
const CSS_DPI = 96;

/** How a page was scanned. */
export interface ScanOptions {
  /** Degrees, clockwise. */
  readonly turned?: number;
  /** Grey noise over the page. */
  readonly hasNoise?: boolean;
  /** A fold across the page, in millimetres from the top. */
  readonly foldAtMm?: number;
  readonly type?: 'png' | 'jpeg';
}

/** Reads how a page was scanned from the words of a sample. */
export function scanOptions(words: string): ScanOptions {
  const [, degrees = '0', side = ''] = /turned (\d+)° to the (left|right)/u.exec(words) ?? [];
  const turned = words.includes('upside down') ? 180 : Number(degrees) * (side === 'left' ? -1 : 1);
  return { turned, hasNoise: words.includes('noise'), ...(words.includes('fold') ? { foldAtMm: 69 } : {}) };
}

/** A browser with the fonts of the printer. */
export async function launchScanner(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findBrowser({ named: process.env.PUPPETEER_EXECUTABLE_PATH, folder: BROWSER_FOLDER }),
    headless: 'shell',
    pipe: true,
    env: { FONTCONFIG_FILE: await fontsOfMachine(BROWSER_FOLDER), HOME: BROWSER_FOLDER, TZ: 'UTC' },
    args: ['--disable-gpu', '--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** The picture of a page as a scanner makes it: letter paper, grey, 150 dpi, PNG. */
export async function scan(
  browser: Browser,
  html: string,
  { turned = 0, hasNoise = false, foldAtMm, type = 'png' }: ScanOptions,
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 816, height: 1056, deviceScaleFactor: DPI / CSS_DPI });
    const { faces, families } = fontsFor(html);
    const noise = hasNoise
      ? '<svg style="position:fixed;inset:0;opacity:.12;z-index:9" width="816" height="1056"><filter id="n"><feTurbulence baseFrequency=".8" numOctaves="3"/><feColorMatrix type="saturate" values="0"/></filter><rect width="100%" height="100%" filter="url(#n)"/></svg>'
      : '';
    const fold =
      foldAtMm === undefined
        ? ''
        : `<div style="position:fixed;left:0;right:0;top:${foldAtMm}mm;height:1px;background:#999;box-shadow:0 0 3px #bbb"></div>`;
    const style = `<style>${faces}:root{--fonts:${families}}html{background:#fff;filter:grayscale(1)}body{transform:rotate(${turned}deg);transform-origin:center}</style>`;
    await page.setContent(
      html.replace('<head>', () => `<head>${style}`).replace('</body>', () => `${fold}</body>${noise}`),
    );
    await page.evaluate('Promise.allSettled([...document.fonts].map((font) => font.load()))');
    return await page.screenshot({ type });
  } finally {
    await page.close();
  }
}
