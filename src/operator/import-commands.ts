import { readFileSync } from 'node:fs';
import { loadCatalogue } from '../catalogue/index.ts';
import { isZip } from '../services/portability/read-archive.ts';
import { wordsFor } from '../strings/index.ts';
import { importArchiveFile } from './import-archive.ts';
import { importOpportunityFile } from './import-opportunities.ts';
import { importOptionsFrom, importRecords } from './import-records.ts';
import { inWorkspace, needFiles, openFileStore } from './open-workspace.ts';
import { subcommand } from './subcommand.ts';
import { importTeams } from './teams.ts';
import { findMember } from './workspace.ts';

/** `import`: a member's records, from a table or from another recert. */
const importCommand = subcommand({
  name: 'import',
  args: ['FILE'],
  summary:
    'A member’s records from a table, or what “export mine” wrote elsewhere; all of it or nothing, see docs/import.md.',
  options: {
    as: { value: 'WHO', isRequired: true, help: 'Whose records they are.' },
    cert: { value: 'CODE', help: 'What rows are for that name no certification.' },
    order: { value: 'ORDER', help: 'How to read 3/4/2026: day-first or month-first.' },
    set: {
      value: 'FIELD=COLUMN',
      isRepeatable: true,
      help: 'Which column has a field, where it is not found by its name.',
    },
    'dry-run': { help: 'Reads it and says what would be added.' },
  },
  async run(invocation) {
    const { args, options, context } = invocation;
    needFiles(args.FILE);
    const bytes = readFileSync(args.FILE);
    const catalogue = loadCatalogue();
    const now = context.clock.now();
    if (isZip(bytes)) {
      const fileStore = await openFileStore(context);
      const claimed = await inWorkspace(invocation, async (data) => {
        const { personId } = await findMember(options.as, data);
        return importArchiveFile(data, { path: args.FILE, personId }, { catalogue, now, fileStore });
      });
      context.print(wordsFor('en-GB').import.over.done(claimed));
      return true;
    }
    const stated = importOptionsFrom(options);
    const dryRun = options['dry-run'];
    const { reading, records, already, fresh } = await inWorkspace(invocation, async (data) => {
      const { personId } = await findMember(options.as, data);
      return importRecords(data, { personId, bytes, said: stated, dryRun }, { catalogue, now });
    });
    for (const line of reading) context.note(line);
    const added = dryRun ? `${fresh.length} would be added; nothing was` : `${fresh.length} added`;
    context.print(`${records} records, ${already} there already, ${added}.`);
    return true;
  },
});

const sourcesImport = subcommand({
  name: 'sources import',
  args: ['FILE'],
  summary: 'Opportunities from a CSV table, a feed, a calendar, or JSON-LD, see docs/opportunities.md.',
  options: {},
  async run(invocation) {
    const { args, context } = invocation;
    needFiles(args.FILE);
    const { taken: claimed, rejects } = await inWorkspace(invocation, (data) =>
      importOpportunityFile(data, args.FILE, context.clock.now()),
    );
    for (const line of rejects) context.note(line);
    context.print(`${claimed.added} added, ${claimed.changed} changed, ${claimed.vanished} not in it any more.`);
    return true;
  },
});

const teamsImport = subcommand({
  name: 'teams import',
  args: ['FILE'],
  summary:
    'Members of teams from a CSV table with the columns team, user, name and role (member or manager); a team it names has exactly these members then.',
  options: {},
  async run(invocation) {
    const { args, context } = invocation;
    needFiles(args.FILE);
    const { teams, joined, changed } = await inWorkspace(invocation, (data, named) =>
      importTeams(data, args.FILE, named, context.clock.now()),
    );
    context.print(`${teams} teams, ${changed} memberships changed, ${joined} people added.`);
    return true;
  },
});

/** What comes into a workspace from files. */
export const importCommands = [sourcesImport, importCommand, teamsImport] as const;
