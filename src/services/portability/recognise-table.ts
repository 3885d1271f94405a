import type { ProofFileName } from '../../store/evidence/proofs.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { openRecordTable } from './open-table.ts';

/** Whether a text file is a table of records: it has rows, and columns for a title and a date. */
export async function isRecordTable(
  { fileId, type }: Pick<ProofFileName, 'fileId' | 'type'>,
  { request: { words }, data }: Scope,
): Promise<boolean> {
  if (type !== 'text/plain') return false;
  const bytes = await readFileBytes(fileId, data, data.fileStore);
  const table = bytes && (await openRecordTable(bytes, { columns: {} }, words));
  if (table === undefined || 'lines' in table) return false;
  return table.mapping.title !== undefined && table.mapping.start !== undefined;
}
