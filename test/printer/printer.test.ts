import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBrowser, NoBrowser } from '../../src/printer/browser.ts';
import { fontsFor } from '../../src/printer/fonts.ts';
import { createPrinter, type Printer, TooLong } from '../../src/printer/printer.ts';
import { BROWSER_FOLDER } from '../support/browser.ts';
import { silent } from '../support/conversation.ts';
import { readPdf } from '../support/pdf.ts';
import { payload } from './payloads.ts';

const page = (body: string, style = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>body{font:10pt var(--fonts)}${style}</style></head><body>${body}</body></html>`;

let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ folder: BROWSER_FOLDER, log: silent });
});
afterAll(() => printer.close());

describe('a printed page', () => {
  it('can be read aloud: it is tagged, has a language, a title, bookmarks and headed tables', async () => {
    const table =
      '<table><thead><tr><th scope="col">Credits</th></tr></thead><tbody><tr><td>1.5</td></tr></tbody></table>';
    const svg = '<svg viewBox="0 0 9 9" role="img" aria-label="A chart"><path d="M0 0L9 9"/></svg>';
    const pdf = await readPdf(await printer.print(page(`<h1>One</h1><h2>Two</h2><p>Text</p>${table}${svg}`)));

    expect(pdf).toMatchObject({ isTagged: true, language: 'en', title: 'A page', bookmarks: ['One', 'Two'] });
    expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']));
  });

  it.each([
    'Ana Duarte, Žółć Ångström, Ελένη, Иван',
    '陈大文',
    'やまだ太郎',
    'नमस्ते',
    'ปริญญา',
    'გიორგი',
    'Հայկ',
    'தமிழ்',
    '김철수',
    'గీత',
    'ഗീത',
    'ਗੀਤਾ',
    'ગીતા',
    'ສົມພອນ',
    'မင်း',
    'সরকার',
    'សុខ',
    'ଗୀତ',
    'අමර',
    'ሰላም',
  ])('has the letters of %s', async (name) => {
    const { texts } = await readPdf(await printer.print(page(`<p>${name}</p>`)));

    expect(texts.join('').normalize('NFC').replace(/\s/gu, '')).toContain(name.normalize('NFC').replace(/\s/gu, ''));
  });

  it.each([
    ['Arabic', 'محمد'],
    ['Hebrew', 'שרה'],
  ])('has %s', async (_name, text) => {
    const { texts } = await readPdf(await printer.print(page(`<p>${text}</p>`)));

    expect(texts.join('').normalize('NFKC')).toMatch(new RegExp(`[${text}]`, 'u'));
  });
});

describe('the fonts of a page', () => {
  it.each([
    ['김철수', 'Noto Sans KR Variable'],
    ['তানিয়া', 'Noto Sans Bengali Variable'],
    ['やまだ陳', 'Noto Sans JP Variable'],
    ['🚀', 'Noto Emoji Variable'],
  ])('bring those of %s along', (text, family) => {
    const { faces, families } = fontsFor(text);

    expect(families.split(', ')[1]).toBe(`'${family}'`);
    expect(faces).toContain('url(data:font/woff2;base64,');
  });

  it('are those of its own script alone for a name in one script', () => {
    expect(fontsFor('ปริญญา ไทย').families).toBe("Inter, 'Noto Sans Thai Variable', sans-serif");
    expect(fontsFor('שרה').families).toBe("Inter, 'Noto Sans Hebrew Variable', sans-serif");
  });

  it('are Inter alone for what Inter has', () => {
    expect(fontsFor('Żółć Ελένη Иван – “x” ≤ →')).toEqual({ missing: [], faces: '', families: 'Inter, sans-serif' });
  });
});

describe('the fonts of the machine', () => {
  it('are not used, whatever they are called and wherever the machine keeps them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recert-fonts-'));
    symlinkSync(await findBrowser({ folder: BROWSER_FOLDER }), join(folder, 'chromium'));
    for (const place of ['.fonts', '.local/share/fonts']) writeFont(join(folder, place), 'Evil!');
    writeFileSync(join(folder, 'evil.conf'), `<fontconfig><dir>${folder}/.fonts</dir></fontconfig>`);
    vi.stubEnv('FONTCONFIG_FILE', join(folder, 'evil.conf'));
    vi.stubEnv('XDG_DATA_HOME', join(folder, '.local/share'));
    const own = createPrinter({ folder, log: silent });

    const bytes = await own.print(page('<p>Ana</p><p>ปริญญา</p><p style="font-family:\'Evil!\'">Iva</p>'));
    await own.close();
    rmSync(folder, { recursive: true });

    expect(fontsIn(bytes)).toContain('Inter-Regular');
    expect(fontsIn(bytes).filter((name) => name.startsWith('Evil!'))).toEqual([]);
    expect((await readPdf(bytes)).texts.join('').replace(/\s/gu, '')).toBe('AnaปริญญาIva');
  });
});

/** Writes a copy of Inter that goes by another name of five letters. */
function writeFont(folder: string, name: string): void {
  const inter = createRequire(import.meta.url).resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf');
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1');
  const renamed = readFileSync(inter, 'latin1').replaceAll(utf16('Inter'), utf16(name)).replaceAll('Inter', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'font.ttf'), renamed, 'latin1');
}

/** The names of the fonts a PDF brings along. */
function fontsIn(bytes: Uint8Array): readonly string[] {
  const names = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/BaseFont\s*\/[A-Z]{6}\+([^\s/]+)/gu);
  return [...names].map((match) => match[1] ?? '');
}

describe('pages nobody means well with', () => {
  it('ask nobody for anything, read no file and run no script, one thousand of them', async () => {
    const requested: string[] = [];
    const server = createServer((request, response) => {
      requested.push(request.url ?? '');
      response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const folder = mkdtempSync(join(tmpdir(), 'recert-secret-'));
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'the bytes of a file');

    const texts: string[] = [];
    for (let from = 0; from < 1000; from += 50) {
      const bodies = Array.from({ length: 50 }, (_unused, at) => payload(from + at, origin, secret));
      texts.push(...(await readPdf(await printer.print(page(`<p>begin</p>${bodies.join('\n')}`)))).texts);
    }
    server.close();
    rmSync(folder, { recursive: true });

    expect(requested).toEqual([]);
    expect(texts.join('\n')).toContain('begin');
    expect(texts.join('\n')).not.toMatch(/SCRIPT\d+RAN|the bytes of a file/u);
  }, 60_000);
});

describe('the browser', () => {
  it('is another one when it was killed, and what was being printed is printed all the same', async () => {
    await printer.print(page('warm'));
    const before = await printer.processId();
    const long = printer.print(page('<p>word</p>'.repeat(4_000)));
    process.kill(before ?? 0, 'SIGKILL');
    const { texts } = await readPdf(await long);

    expect(texts[0]).toContain('word');
    expect(await printer.processId()).not.toBe(before);
  });

  it('is another one after large documents, which slow it down, and the same after small ones', async () => {
    const large = page(`<p>1</p><!--${'x'.repeat(1_600_000)}-->`);
    const own = createPrinter({ folder: BROWSER_FOLDER, log: silent });
    try {
      const used: unknown[] = [];
      for (const html of [page('1'), page('2'), large, page('3')]) {
        await own.print(html);
        used.push(await own.processId());
      }

      expect(used.slice(0, 3)).toEqual([used[0], used[0], used[0]]);
      expect(used[3]).not.toBe(used[0]);
    } finally {
      await own.close();
    }
  });

  it('prints many documents that come at once, two at a time', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, (_unused, n) => printer.print(page(`<p>number ${n}</p>`))));
    const texts = await Promise.all(all.map(async (bytes) => (await readPdf(bytes)).texts[0]?.trim()));

    expect(texts).toEqual(Array.from({ length: 8 }, (_unused, n) => `number ${n}`));
  });

  it('ends with what takes too long, and starts again', async () => {
    const hasty = createPrinter({ folder: BROWSER_FOLDER, log: silent, withinMs: 1500 });
    await hasty.print(page('warm'));
    const endless = page('<p>word</p>'.repeat(400_000));

    await expect(hasty.print(endless)).rejects.toBeInstanceOf(TooLong);
    expect((await readPdf(await hasty.print(page('after')))).texts[0]).toContain('after');
    await hasty.close();
  }, 60_000);

  it('that is named and is not there is said to be missing', async () => {
    const none = createPrinter({ folder: BROWSER_FOLDER, named: '/nowhere/chrome', log: silent });

    await expect(none.print(page('x'))).rejects.toThrow(NoBrowser);
    await expect(none.print(page('x'))).rejects.toThrow(
      /PUPPETEER_EXECUTABLE_PATH: there's no file at '\/nowhere\/chrome'/u,
    );
  });

  it('leaves nothing of itself behind when it is closed', async () => {
    const own = createPrinter({ folder: BROWSER_FOLDER, log: silent });
    await own.print(page('x'));
    const id = await own.processId();
    await own.close();

    expect(() => process.kill(id ?? 0, 0)).toThrow(/ESRCH/u);
  });
});
