import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinter, type Printer } from '../../src/printer/printer.ts';
import { BROWSER_FOLDER } from '../support/browser.ts';
import { addCertification, logCredits, silent, talk } from '../support/conversation.ts';
import { Shelf } from '../support/file-shelf.ts';
import { type ReadPdf, readPdf } from '../support/pdf.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
let printer: Printer;
beforeAll(() => {
  printer = createPrinter({ folder: BROWSER_FOLDER, log: silent });
});
afterAll(() => printer.close());

const NAME = 'María del Carmen Fernández-Kowalczyk 陈大文 محمد 🚀';

async function aReport(locale: string, line: string): Promise<{ readonly pdf: ReadPdf; readonly bytes: Uint8Array }> {
  const shelf = new Shelf();
  const adapters = [shelf.adapter];
  const person = talk({ store: world.store, profile: { name: NAME, locale }, adapters, print: printer.print });
  await addCertification(person, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  for (let month = 1; month <= 9; month += 1)
    await logCredits(person, `2026-0${month}-10`, { cissp: '2' }, { title: `零信任 part ${month}`, provider: 'SANS' });
  await person.say(line);
  await person.core.idle();
  const { bytes } = shelf.last('.pdf');
  return { pdf: await readPdf(bytes), bytes };
}

describe('a report as a PDF', () => {
  it.each([
    ['en-GB', 'Audit report of', 'Page 2 of', ['Summary', 'Exceptions', 'Method', 'Authenticity']],
    ['de-DE', 'Prüfbericht:', 'Seite 2 von', ['Überblick', 'Auffälligkeiten', 'Methodik', 'Echtheit']],
  ] as const)('can be read by eye, ear and program: %s', async (locale, title, numbered, chapters) => {
    const { pdf } = await aReport(locale, 'report mine');
    const [cover = '', second = ''] = pdf.texts;
    const all = pdf.texts.join('\n');

    expect(pdf).toMatchObject({ isTagged: true, language: locale.slice(0, 2) });
    expect(pdf.title).toMatch(new RegExp(`^${title}`, 'u'));
    expect(pdf.bookmarks).toEqual(expect.arrayContaining([...chapters, 'CISSP']));
    expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH', 'Figure', 'Link']));
    expect(cover).toContain('María del Carmen Fernández-Kowalczyk 陈大文');
    expect(cover).not.toContain(numbered);
    expect(second).toContain(`${numbered} ${pdf.pages}`);
    for (let month = 1; month <= 9; month += 1) expect(all).toContain(`零信任 part ${month}`);
  });

  it('is on the paper that was asked for', async () => {
    const { bytes } = await aReport('en-US', 'report mine --paper letter');

    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/MediaBox \[0 0 612 792\]/u);
  });
});
