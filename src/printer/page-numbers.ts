import { type PdfObjects, readPdfObjects, referenceIn } from './pdf-objects.ts';

/** Returns the page on which each linked element of a printed document begins, counted from 1, by the id of the element. */
export function pageNumbersIn(pdf: Uint8Array): Readonly<Record<string, number>> {
  const objects = readPdfObjects(pdf);
  const catalog = objects.textOf(objects.root);
  const [pages, destinations] = [referenceIn(catalog, 'Pages'), referenceIn(catalog, 'Dests')];
  if (pages === undefined || destinations === undefined) return {};
  const numbers = new Map(pagesBelow(pages, objects).map((page, index) => [page, index + 1]));
  const found = objects.textOf(destinations).matchAll(/\/([\w-]+) \[(\d+) 0 R/gu);
  return Object.fromEntries(
    [...found].flatMap(([, id = '', page]) => {
      const number = numbers.get(Number(page));
      return number === undefined ? [] : [[id, number] as const];
    }),
  );
}

/** Returns the pages of a tree of pages, in order. */
function pagesBelow(node: number, objects: PdfObjects): readonly number[] {
  const children = /\/Kids \[([^\]]*)\]/u.exec(objects.textOf(node))?.[1];
  if (children === undefined) return [node];
  return [...children.matchAll(/(\d+) 0 R/gu)].flatMap(([, child]) => pagesBelow(Number(child), objects));
}
