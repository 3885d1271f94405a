import type { Catalogue } from '../../catalogue/index.ts';
import { decimalOf } from '../../domain/credit.ts';
import { type CsvLine, recordsTable } from '../../reports/export-csv.ts';
import type { RecordLine } from '../../store/records/records.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';

/** Returns all records of a member as CSV, with the number of rows. */
export async function personalRecordsCsv(
  personId: string,
  { data, words, catalogue }: { readonly data: WorkspaceData; readonly words: Words; readonly catalogue: Catalogue },
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const lines = await data.records.all(personId);
  const cells = lines.map((line) => ({ ...recordCells(line, { words, catalogue }), member: null }));
  const table = recordsTable(words.export, ['member']);
  table.add(cells);
  return { bytes: table.bytes(), rows: cells.length };
}

/** Returns a record as the cells of a CSV line, without the member's name. */
export function recordCells(
  line: RecordLine,
  { words, catalogue }: { readonly words: Pick<Words, 'export'>; readonly catalogue: Catalogue },
): Omit<CsvLine, 'member'> {
  const { activityId: id, personId: _member, certification, credits, planned, ...rest } = line;
  const { done, deleted, planned: isPlan } = words.export.statuses;
  return {
    ...rest,
    id,
    certification: certification && (catalogue.get(certification)?.short ?? certification),
    status: line.takenBackAt !== null ? deleted : planned ? isPlan : done,
    credits: credits === null ? null : decimalOf(credits),
  };
}
