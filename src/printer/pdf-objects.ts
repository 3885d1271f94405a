/**
 * The objects of a PDF as Chromium writes it: one cross-reference table, no object streams. Text is latin1, so that its offsets are those of the
 * bytes.
 */
export interface PdfObjects {
  /** The first number that no object has. */
  readonly size: number;
  readonly root: number;
  readonly info: number | undefined;
  /** Where the cross-reference table begins. */
  readonly tableAt: number;
  /** Returns the text between `N 0 obj` and `endobj`. Throws if there is no such object. */
  textOf(number: number): string;
}

/** Reads the objects of a PDF. Throws when it isn't written as Chromium writes it. */
export function readPdfObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(-64))?.[1]);
  const table = text.slice(tableAt);
  const [head = '', size] = /^xref\s+0 (\d+)\s+/u.exec(table) ?? [];
  const trailer = table.slice(table.lastIndexOf('trailer'));
  const root = /\/Root (\d+) 0 R/u.exec(trailer)?.[1];
  if (size === undefined || root === undefined) throw new Error('The PDF has no cross-reference table.');
  const info = /\/Info (\d+) 0 R/u.exec(trailer)?.[1];
  return {
    size: Number(size),
    root: Number(root),
    info: info === undefined ? undefined : Number(info),
    tableAt,
    textOf(number) {
      // Each entry of the table has 20 bytes.
      const at = Number(table.slice(head.length + number * 20, head.length + number * 20 + 10));
      const begin = `${number} 0 obj`;
      if (!text.startsWith(begin, at)) throw new Error(`The PDF has no object ${number}.`);
      return text.slice(at + begin.length, text.indexOf('endobj', at)).trim();
    },
  };
}

/** Returns the number of the object that a key of a dictionary refers to, or undefined. */
export function referenceIn(dictionary: string, key: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}
