import { readFileSync, writeFileSync } from 'node:fs';
import { loadCatalogue } from '../catalogue/index.ts';
import { isExportArchive } from '../services/portability/read-archive.ts';
import { restTable } from '../services/portability/rejected-rows.ts';
import type { WorkspaceData } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import { importArchiveFile, previewArchiveFile } from './import-archive.ts';
import { readOpportunityFile, saveOpportunityFile, unreadLines } from './import-opportunities.ts';
import { type ImportedRecords, importRecords, optionFor, previewRecords } from './import-records.ts';
import { findMember } from './named-workspace.ts';
import {
  inWorkspace,
  needFiles,
  type OpenedWorkspace,
  type Opening,
  openFileStore,
  withStore,
} from './open-workspace.ts';
import { importOptionsFrom } from './parse-import-options.ts';
import { subcommand } from './subcommand.ts';
import { importTeams } from './teams.ts';

/** `import`: imports a member's records from a table or an `export mine` archive. */
const importCommand = subcommand({
  name: 'import',
  args: ['FILE'],
  summary:
    'Imports a member’s records from a spreadsheet or an “export mine” archive; rows with a problem are left out and listed. See docs/import.md.',
  options: {
    as: { value: 'WHO', isRequired: true, help: 'The member whose records they are.' },
    cert: { value: 'CODE', help: 'Certification for rows without one.' },
    order: { value: 'ORDER', help: 'How to read dates like 3/4/2026: day-first or month-first.' },
    unit: { value: 'UNIT', help: 'How to read durations like 90: minutes or hours.' },
    length: { value: 'DURATION', help: 'Duration of rows with neither a duration nor credits.' },
    encoding: { value: 'ENCODING', help: 'Encoding of a text file, if it isn’t clear.' },
    sheet: { value: 'NAME', help: 'Sheet of a spreadsheet, if several have records.' },
    name: {
      value: 'NAME=CODE',
      isRepeatable: true,
      help: 'Certification that a name in the file means; no code for none.',
    },
    category: {
      value: 'CODE=CATEGORY',
      isRepeatable: true,
      help: 'Category of a certification for rows that name none.',
    },
    'balance-rows': {
      value: 'WHAT',
      help: 'What rows are whose title may be that of an opening balance: balance or activity.',
    },
    'balance-day': { value: 'DATE', help: 'Day of opening balances without a date.' },
    'balance-amounts': {
      value: 'WHAT',
      help: 'What several opening balances of a cycle state: each (since the one before) or running (since its start).',
    },
    'existing-balances': {
      value: 'WHAT',
      help: 'What happens to stated balances with other figures: replace or existing.',
    },
    distinct: { help: 'Rows that look alike are different activities.' },
    'existing-records': {
      value: 'WHAT',
      help: 'What rows are that look like records of the member: same (left out) or distinct (imported).',
    },
    rest: { value: 'FILE', help: 'Writes the rows that weren’t imported, with the reasons, to this CSV file.' },
    set: {
      value: 'FIELD=COLUMN',
      isRepeatable: true,
      help: 'Column of a field, if its name isn’t recognised.',
    },
    'dry-run': { help: 'Checks the file and shows what would be imported.' },
  },
  async run(invocation) {
    const { args, options, context } = invocation;
    needFiles(args.FILE);
    const bytes = readFileSync(args.FILE);
    const isDryRun = options['dry-run'];
    const deps = { catalogue: loadCatalogue(), now: context.clock.now() };
    if (await isExportArchive(bytes)) {
      const line = await importArchiveOf({ file: args.FILE, who: options.as, isDryRun }, invocation);
      context.print(line);
      return true;
    }
    const tableOptions = importOptionsFrom(options);
    const imported = await withMember({ who: options.as, isDryRun }, invocation, ({ opened, personId, data }) => {
      const table = { personId, bytes, options: tableOptions };
      return data === undefined ? importRecords(opened, table, deps) : previewRecords(data, table, deps);
    });
    const { records, already, fresh, rows, leftOut, balances } = imported;
    for (const line of notesOf(imported)) context.note(line);
    if (options.rest !== undefined) writeFileSync(options.rest, restTable(imported.table.sheet, leftOut, WORDS) ?? '');
    const added = isDryRun ? `${fresh.length} to import (dry run, nothing was imported)` : `${fresh.length} imported`;
    const stated =
      balances.length === 0
        ? ''
        : ` ${counted(balances.length, 'opening balance', 'opening balances')} ${isDryRun ? 'to state' : 'stated'}, not itemised.`;
    context.print(
      `${counted(records, 'record', 'records')}: ${added}, ${already} already there.${stated} ${counted(rows, 'row', 'rows')} read, ${leftOut.length} left out.`,
    );
    return true;
  },
});

const WORDS = wordsFor('en-GB');

/** A member's import. A dry run is done in a transaction that is rolled back. */
interface MemberImport {
  readonly opened: OpenedWorkspace;
  readonly personId: string;
  /** The data of a dry run. */
  readonly data: WorkspaceData | undefined;
}

/** Finds a member and runs an import for them, or a dry run of it. */
function withMember<T>(
  { who, isDryRun }: { readonly who: string; readonly isDryRun: boolean },
  opening: Opening,
  work: (memberImport: MemberImport) => Promise<T>,
): Promise<T> {
  return withStore(opening, async (store, { workspaceId }) => {
    const opened = { store, workspaceId };
    if (!isDryRun) {
      const { personId } = await store.inWorkspace(workspaceId, (data) => findMember(who, data));
      return work({ opened, personId, data: undefined });
    }
    const rehearse = async (data: WorkspaceData) =>
      work({ opened, personId: (await findMember(who, data)).personId, data });
    return store.inWorkspace(workspaceId, rehearse, { isDryRun });
  });
}

/** Imports an archive, or says what importing it would add. */
async function importArchiveOf(
  { file: path, who, isDryRun }: { readonly file: string; readonly who: string; readonly isDryRun: boolean },
  opening: Opening,
): Promise<string> {
  const { context } = opening;
  const deps = { catalogue: loadCatalogue(), now: context.clock.now(), fileStore: await openFileStore(context) };
  const { over } = WORDS.import;
  return withMember({ who, isDryRun }, opening, async ({ opened, personId, data }) =>
    data === undefined
      ? over.done(await importArchiveFile(opened, { path, personId }, deps))
      : `${over.would(await previewArchiveFile(data, { path, personId }, deps))} Dry run: nothing was imported.`,
  );
}

/** How a table was read, the rows that were left out, and the options that would answer what is open. */
function notesOf({ reading, leftOut, questions }: ImportedRecords): readonly string[] {
  return [
    ...reading,
    ...leftOut.map(({ number, text }) => WORDS.import.row(number, text)),
    ...questions.flatMap((question) => optionFor(question) ?? []),
  ];
}

const sourcesImport = subcommand({
  name: 'sources import',
  args: ['FILE'],
  summary:
    'Imports opportunities from a .csv, .xlsx or .ods table, feed, calendar or JSON-LD file. See docs/opportunities.md.',
  options: { 'dry-run': { help: 'Checks the file and shows what would be imported.' } },
  async run(invocation) {
    const { args, context, options } = invocation;
    needFiles(args.FILE);
    const path = args.FILE;
    const reading = await readOpportunityFile(path, context.clock.now());
    for (const line of unreadLines(reading)) context.note(line);
    if (options['dry-run']) {
      const count = counted(reading.opportunities.length, 'opportunity', 'opportunities');
      context.print(`${count} to import (dry run, nothing was imported).`);
      return true;
    }
    const { added, changed, vanished } = await inWorkspace(invocation, (data) =>
      saveOpportunityFile(data, { path, reading }, context.clock.now()),
    );
    context.print(`${added} added, ${changed} changed, ${vanished} no longer in the file.`);
    return true;
  },
});

const teamsImport = subcommand({
  name: 'teams import',
  args: ['FILE'],
  summary:
    'Sets team members from a CSV table with the columns team, user, name and role (member or manager); replaces all members of each team in the file.',
  options: {},
  async run(invocation) {
    const { args, context } = invocation;
    needFiles(args.FILE);
    const { teams, joined, changed } = await inWorkspace(invocation, (data, workspace) =>
      importTeams(data, args.FILE, { workspace, now: context.clock.now() }),
    );
    context.print(
      [
        counted(teams, 'team', 'teams'),
        `${counted(changed, 'membership', 'memberships')} changed`,
        `${counted(joined, 'person', 'people')} added.`,
      ].join(', '),
    );
    return true;
  },
});

/** The subcommands that import files into a workspace. */
export const importCommands = [sourcesImport, importCommand, teamsImport] as const;

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
