import { getDocument, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { actualTexts, type SpanTexts } from './actual-text.ts';
import { joinRuns, type PlacedText } from './join-runs.ts';
import type { PageText } from './page-text.ts';

/** Pages that are read; what a certificate says stands on its first ones. */
const MAX_PAGES = 4;
const MAX_ITEMS = 20_000;

/** The pages of a PDF as text, and how many it has. */
export interface PdfText {
  readonly pages: readonly PageText[];
  readonly pageCount: number;
}

/** Reads the text of a PDF. Throws pdf.js' `PasswordException` if it is encrypted, and its other errors if it is broken. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
  const pdf = await task.promise;
  try {
    const pages: PageText[] = [];
    const spans = [...actualTexts(bytes)];
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number += 1)
      pages.push(await readPage(await pdf.getPage(number), spans));
    return { pages, pageCount: pdf.numPages };
  } finally {
    await task.destroy();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** Reads a page. The texts of its spans are taken out of `spans`, which begins with those of the pages before. */
async function readPage(page: Page, spans: SpanTexts[]): Promise<PageText> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const count = items.filter((item) => 'tag' in item && item.tag === 'Span').length;
  const at = count === 0 ? -1 : spans.findIndex((one) => one.length === count);
  const [texts = []] = at < 0 ? [] : spans.splice(at, 1);
  const placed: PlacedText[] = [];
  const open: (string | undefined)[] = [];
  let span = 0;
  for (const item of items.slice(0, MAX_ITEMS)) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push('tag' in item && item.tag === 'Span' ? texts[span++] : undefined);
      continue;
    }
    const stated = open.at(-1);
    if (stated !== undefined && item.str.trim() === '') continue;
    const text = (stated ?? item.str).replace(/\p{Co}/gu, '\uFFFD');
    const [a = 1, b = 0, , , x = 0, y = 0] = Util.transform(transform, item.transform);
    placed.push({ text, x, y, width: item.width, size: Math.hypot(a, b), angle: (Math.atan2(b, a) * 180) / Math.PI });
    if (stated !== undefined) open[open.length - 1] = '';
  }
  return { width, height, runs: joinRuns(placed, { width, height }) };
}
