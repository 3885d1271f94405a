import type { Day } from '../../domain/calendar.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Words } from '../../strings/index.ts';
import { findKeyedRecords } from '../records/record-key.ts';
import { type PreparedRecords, type TableContents, withoutExisting } from './read-table.ts';
import { saveBalances } from './save-balances.ts';
import { saveImport } from './save-import.ts';
import { BATCH, type ImportRun, type ImportStep, runStagedImport } from './staged-import.ts';

interface TableSaving {
  readonly options: ImportOptions;
  readonly today: Day;
  readonly words: Words;
}

/**
 * Saves the records and opening balances of a table that the person doesn't have, in batches that are visible once all are saved. Returns what
 * the table gives, or undefined while another import of the person is running. Without anything new, nothing is saved.
 */
export async function stageTable(
  prepared: PreparedRecords,
  { options, today, words }: TableSaving,
  run: ImportRun,
): Promise<TableContents | undefined> {
  const { personId, now } = run;
  const imported = await runStagedImport(
    run,
    (data) => findKeyedRecords(personId, data),
    async ({ found: existing, save }) => {
      const contents = await withoutExisting(prepared, { existing, options, words });
      const { fresh, balances } = contents;
      const last: ImportStep = (data) => saveBalances(balances, { data, now });
      if (fresh.length + balances.length > 0) await save({ batches: recordSteps(contents, { today, now }), last });
      return contents;
    },
  );
  return imported?.result;
}

function* recordSteps(
  { fresh }: Pick<TableContents, 'fresh'>,
  { today, now }: { readonly today: Day; readonly now: Date },
): Generator<ImportStep> {
  for (let from = 0; from < fresh.length; from += BATCH) {
    const records = fresh.slice(from, from + BATCH);
    yield (data, importId) => saveImport(records, { data, now, today, importId });
  }
}
