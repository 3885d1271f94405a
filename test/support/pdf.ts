import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What can be read in a PDF, as a program or a screen reader does. */
export interface ReadPdf {
  readonly pages: number;
  /** The words of each page, as they stand in it. */
  readonly texts: readonly string[];
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly isTagged: boolean;
  /** The roles of its structure, each once. */
  readonly roles: ReadonlySet<string>;
  readonly bookmarks: readonly string[];
}

/** Reads a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  try {
    const texts: string[] = [];
    const roles = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      rolesIn(await page.getStructTree(), roles);
    }
    const { info } = await pdf.getMetadata();
    const about = info as { Title?: string; Language?: string };
    const marked = await pdf.getMarkInfo();
    return {
      pages: pdf.numPages,
      texts,
      language: about.Language,
      title: about.Title,
      isTagged: (marked as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
      roles,
      bookmarks: flat(await pdf.getOutline()),
    };
  } finally {
    await task.destroy();
  }
}

interface Outline {
  readonly title: string;
  readonly items: readonly Outline[];
}

function flat(outline: readonly Outline[] | null): readonly string[] {
  return (outline ?? []).flatMap(({ title, items }) => [title, ...flat(items)]);
}

function rolesIn(node: unknown, roles: Set<string>): void {
  if (typeof node !== 'object' || node === null || !('role' in node)) return;
  roles.add(String(node.role));
  for (const child of (node as { children?: readonly unknown[] }).children ?? []) rolesIn(child, roles);
}
