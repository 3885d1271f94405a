import type { FileType } from './file-type.ts';

const XLSX: FileType = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
};
const ODS: FileType = { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extension: 'ods' };

/** Where an OpenDocument names its type, uncompressed at its beginning. */
const ODS_HEAD_BYTES = 200;
const ARCHIVE = Buffer.from('PK\u0003\u0004');
const WORKBOOK_PART = Buffer.from('xl/workbook.xml');

/**
 * Returns the type of a spreadsheet by what the archive names, without unpacking anything; undefined for any other file. Accepted for imports,
 * not as proof: what is packed inside isn't checked.
 */
export function workbookTypeOf(bytes: Uint8Array): FileType | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.subarray(0, ARCHIVE.length).equals(ARCHIVE)) return undefined;
  if (view.subarray(0, ODS_HEAD_BYTES).includes(ODS.mediaType)) return ODS;
  return view.includes(WORKBOOK_PART) ? XLSX : undefined;
}
