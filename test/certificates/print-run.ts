import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdfText } from '../../src/certificates/pdf-text.ts';
import { createPrinter } from '../../src/printer/printer.ts';
import { BROWSER_FOLDER } from '../support/browser.ts';
import { silent } from '../support/conversation.ts';
import { pageOf } from './layouts.ts';
import { samplesOf, TEXTS } from './samples.ts';

// Prints the samples and stores the text of their pages, which the tests of the reader begin from.
mkdirSync(TEXTS, { recursive: true });
const printer = createPrinter({ folder: BROWSER_FOLDER, log: silent });
for (const { id, layout, printed } of [...samplesOf('samples'), ...samplesOf('unseen')]) {
  if (layout === 'C12') continue; // Scans have no text of their own.
  const pdf = await printer.print(pageOf(layout, printed));
  if (process.env.RECERT_PDF_FOLDER) writeFileSync(join(process.env.RECERT_PDF_FOLDER, `${id}.pdf`), pdf);
  const { pages } = await readPdfText(pdf);
  writeFileSync(join(TEXTS, `${id}.json`), `${JSON.stringify(pages).replaceAll('},{', '},\n{')}\n`);
}
await printer.close();
