import { Parser } from 'htmlparser2';
import type { GridRow } from './grid.ts';

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** The cells whose value is that of a formula, as it was stored; a formula is never evaluated. */
  readonly formulas: number;
}

/** Maximum rows with something in them that are read from a workbook, more than an import accepts. */
export const MAX_WORKBOOK_ROWS = 25_000;

const CHUNK_BYTES = 64 * 1024;

/** What a part of a workbook calls while it is read. Names are without their namespace prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads a part of a workbook as a stream of tags. Entities other than the five of XML are not expanded. */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handlers.open(localName(name), attributes),
      ontext: (text) => handlers.text?.(text),
      onclosetag: (name) => handlers.close?.(localName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
    parser.write(decoder.decode(bytes.subarray(from, from + CHUNK_BYTES), { stream: true }));
  parser.end(decoder.decode());
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Returns a number without the noise of floating point: `6.5`. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Returns a length of time in days as `h:mm:ss`. */
export function lengthText(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
