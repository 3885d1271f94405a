import { recordsTable } from '../../reports/export-csv.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import type { PackRequest } from '../reports/pack-scope.ts';
import { memberPages } from '../teams/member-pages.ts';
import { findTeamOrRefuse } from '../teams/visibility.ts';
import { personalRecordsCsv, recordCells } from './personal-records-csv.ts';

/** A stored file of records. */
interface ExportedRecords {
  readonly fileId: string;
  readonly rows: number;
  /** The name of the team whose records they are; undefined for the person's own. */
  readonly team: string | undefined;
}

/** Stores the records of the person as a file, and notes the export. Throws `Refusal` if there are none. */
export async function exportOwnRecords({ request, data }: Scope): Promise<ExportedRecords> {
  const { person, words, today } = request;
  const { bytes, rows } = await personalRecordsCsv(person.personId, { data, words, catalogue: data.catalogue });
  if (rows === 0) throw new Refusal(words.export.nothing);
  data.audit.record('export', { kind: 'person', subject: person.personId });
  const fileId = await storeTable(bytes, `recert-records-${today}.csv`, { request, data });
  return { fileId, rows, team: undefined };
}

/** Stores the records of a team as a file, without deleted ones and plans, which are private. Each member can see that their record was exported. */
export async function exportTeamRecords(named: string, { request, data }: Scope): Promise<ExportedRecords> {
  const { person, words, today } = request;
  const team = await findTeamOrRefuse(named, { request, data });
  const personIds = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
  const table = recordsTable(words.export, ['takenBackAt', 'status']);
  let rows = 0;
  for await (const page of memberPages(await data.people.some({ personIds }), data)) {
    const lines = await data.records.ofMany(page.map(({ personId }) => personId));
    const linesOf = Map.groupBy(lines, ({ personId }) => personId);
    for (const { personId, name: member } of page) {
      const stored =
        linesOf.get(personId)?.filter(({ takenBackAt, planned }) => takenBackAt === null && !planned) ?? [];
      table.add(stored.map((line) => ({ ...recordCells(line, { words, catalogue: data.catalogue }), member })));
      rows += stored.length;
      if (personId !== person.personId)
        data.audit.record('look', { kind: 'person', subject: personId, reason: 'export' });
    }
  }
  if (rows === 0) throw new Refusal(words.export.teamNothing(team.name));
  data.audit.record('export', { kind: 'team', subject: team.teamId });
  const fileId = await storeTable(table.bytes(), `recert-team-${today}.csv`, { request, data });
  return { fileId, rows, team: team.name };
}

/** Stores a table as a file to deliver to the person; `export` delivers it again. */
export function storeTable(
  bytes: Uint8Array,
  name: string,
  { request: { person, now }, data }: Scope,
): Promise<string> {
  const about = { personId: person.personId, command: 'export', name, type: 'text/csv; charset=utf-8' };
  return data.files.add({ ...about, bytes }, now);
}

/** Returns the request of an archive of everything about the person, and notes the export. */
export function requestPersonalArchive({ request: { person }, data }: Scope): PackRequest {
  data.audit.record('export', { kind: 'person', subject: person.personId, reason: 'everything' });
  return { of: 'everything' };
}
