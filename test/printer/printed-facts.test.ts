import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontsFor } from '../../src/printer/fonts.ts';
import { namesOfScripts } from '../../src/printer/missing-scripts.ts';
import { withMetadata } from '../../src/printer/pdf-metadata.ts';
import { createPrinter, type Printer } from '../../src/printer/printer.ts';
import { BROWSER_FOLDER } from '../support/browser.ts';
import { silent } from '../support/conversation.ts';
import { readPdf } from '../support/pdf.ts';

const page = (body: string, title = 'A page', language = 'en') =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>body{font:10pt var(--fonts)} .next{break-before:page}</style></head><body>${body}</body></html>`;

let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ folder: BROWSER_FOLDER, log: silent });
});
afterAll(() => printer.close());

describe('the numbers of pages', () => {
  it('are those on which the chapters begin', async () => {
    const entries = ['one', 'two', 'three'].map((id) => `<a href="#${id}">${id}</a> <i data-page-of="${id}"></i>`);
    const chapters = ['one', 'two', 'three'].map(
      (id) => `<h2 class="next" id="${id}">${id}</h2>${'<p>x</p>'.repeat(80)}`,
    );
    const pdf = await printer.print(page(`<p>${entries.join(', ')}</p>${chapters.join('')}`));
    const { texts } = await readPdf(pdf);
    const begins = ['one', 'two', 'three'].map(
      (id) => texts.findIndex((text, at) => at > 0 && text.startsWith(id)) + 1,
    );

    expect(begins.every((number) => number > 1)).toBe(true);
    expect(texts[0]?.replace(/\s+/gu, ' ')).toContain(`one ${begins[0]}, two ${begins[1]}, three ${begins[2]}`);
  });
});

describe('letters without a font', () => {
  const note = '<p id="missing-letters" hidden>Missing: <span></span></p>';

  it('are named by their script', async () => {
    const { texts } = await readPdf(await printer.print(page(`${note}<p>བོད་ ᠮᠣᠩᠭᠣᠯ</p>`, 'A page', 'de')));

    expect(texts[0]).toContain('Missing: Tibetisch, Mongolisch');
  });

  it.each(['សុខ', 'မင်း', 'ሰላም', 'අමර', 'ଗୀତ', 'Ana', '陈', 'محمد', '🚀 ✓ — “x”'])('are none in %s', async (text) => {
    expect(fontsFor(text).missing).toEqual([]);
    expect((await readPdf(await printer.print(page(`${note}<p>${text}</p>`)))).texts[0]).not.toContain('Missing');
  });

  it('of an unknown script are named by their code', () => {
    expect(namesOfScripts(['ཀ', 'ཁ', '𐌰'], 'en')).toBe('Tibetan, U+10330');
  });
});

describe('the metadata of a printed document', () => {
  it('has title and language, which no markup escapes from, and an id; the print before it is unchanged', async () => {
    const title = 'A & B <b>“x”</b>';
    const pdf = await printer.print(page('<h1>x</h1>', title.replace('<b>', '&lt;b>'), 'de'));
    const text = Buffer.from(pdf).toString('latin1');
    const read = await readPdf(pdf);

    expect(read).toMatchObject({ title, isTagged: true, pages: 1 });
    expect(Buffer.from(pdf).toString('utf8')).toContain(
      '<rdf:li xml:lang="x-default">A &#38; B &#60;b&#62;“x”&#60;/b&#62;</rdf:li>',
    );
    expect(text).toContain('<dc:language><rdf:Bag><rdf:li>de</rdf:li></rdf:Bag></dc:language>');
    expect(text).toMatch(/\/Metadata \d+ 0 R>>\nendobj/u);
    expect(text).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/u);
    expect(text).not.toMatch(/pdfaid|pdfuaid/u);
  });

  it('is refused for a file that is no PDF of Chromium', () => {
    const facts = { title: 'x', language: 'en', madeAt: new Date('2026-03-01T00:00:00Z') };

    expect(() => withMetadata(new TextEncoder().encode('%PDF-1.7 nothing'), facts)).toThrow('cross-reference table');
  });
});
