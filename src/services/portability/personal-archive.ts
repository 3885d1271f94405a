import type { Catalogue } from '../../catalogue/index.ts';
import { type Day, dayIn } from '../../domain/calendar.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../store/notifications/preferences.ts';
import type { HistoricalRecord } from '../../store/reports/historical-records.ts';
import type { ReportFile } from '../../store/reports/report-entities.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { ARCHIVE_FORMAT } from './personal-export.ts';
import { personalRecordsCsv } from './personal-records-csv.ts';

/** Everything of one person: as a table, as what another recert reads, and the files. */
export interface PersonalArchive {
  readonly on: Day;
  readonly csv: Uint8Array;
  readonly json: string;
  readonly records: number;
  readonly certifications: number;
  readonly proofs: readonly ReportFile[];
}

/** Reads everything of a person. Credits are whole hundredths, days are dates, `cycle` is the first day of the cycle. */
export async function buildPersonalArchive(
  personId: string,
  { data, catalogue, words, now }: { data: WorkspaceData; catalogue: Catalogue; words: Words; now: Date },
): Promise<PersonalArchive> {
  const { history: past, people, preferences, teams } = data;
  const person = await people.get(personId);
  if (person === null) throw new Error("The person to export doesn't exist.");
  const { name, role, zone, locale } = person;
  const on = dayIn(zone ?? data.workspace.zone, now);
  const mark = await past.markBefore(new Date(now.getTime() + 1));
  const holdings = mark === undefined ? [] : await past.holdings([personId], mark);
  const records = mark === undefined ? [] : await past.records([personId], mark);
  const wishes = await preferences.of(personId);
  const names = new Map((await teams.all()).map((team) => [team.teamId, team.name]));
  const code = new Map(holdings.map(({ holding }) => [holding.holdingId, holding.certification]));
  const cycles = new Map(holdings.flatMap(({ cycles }) => cycles.map((one) => [one.cycleId, one.starts] as const)));
  const content = {
    ...{ format: ARCHIVE_FORMAT, on, person: { name, role, zone, locale }, preferences: preferencesIn(wishes) },
    teams: (await teams.of(personId)).map(({ teamId, isManager }) => ({ name: names.get(teamId) ?? '', isManager })),
    certifications: holdings.map(({ holding, cycles }) => ({
      ...{ certification: holding.certification, number: holding.number, certifiedOn: holding.certifiedOn },
      periods: holding.periods,
      cycles: cycles.map(({ starts, ends, conditions, actsDone, carryOver }) => ({
        ...{ starts, ends, conditions, actsDone, carryOver },
      })),
    })),
    records: [...records].sort((a, b) => a.order - b.order).map((record) => archivedRecord(record, { code, cycles })),
    plans: (await data.activities.plannedBy(personId)).map(({ title, provider, kind, starts, ends, minutes }) => ({
      ...{ title, provider, kind, starts, ends, minutes },
    })),
  };
  return {
    on,
    csv: (await personalRecordsCsv(personId, { data, catalogue, words })).bytes,
    json: `${JSON.stringify(content, null, 2)}\n`,
    records: records.length,
    certifications: holdings.length,
    proofs: records.flatMap(({ id, proofs }) =>
      proofs.flatMap(({ file }) => (file === undefined ? [] : [{ ...file, record: id }])),
    ),
  };
}

/** What was wished, without what the database says of it. */
function preferencesIn(preferences: Preferences): unknown {
  return Object.fromEntries(
    Object.keys(DEFAULT_PREFERENCES).map((name) => [name, preferences[name as keyof Preferences]]),
  );
}

interface Names {
  readonly code: ReadonlyMap<string, string>;
  readonly cycles: ReadonlyMap<string, Day>;
}

function archivedRecord(record: HistoricalRecord, { code, cycles }: Names) {
  const { personId, order, claims, proofs, portal, enteredAt, ...stated } = record;
  return {
    ...stated,
    enteredAt: enteredAt.toISOString(),
    claims: claims.map(({ holdingId, cycleId, marks, parts }) => ({
      ...{ certification: code.get(holdingId), cycle: cycles.get(cycleId), marks, parts },
    })),
    proofs: proofs.map(({ file, attestedBy, ...proof }) => ({
      ...proof,
      isAttested: attestedBy !== undefined,
      ...(file === undefined ? {} : { name: file.name, sha256: file.sha256 }),
    })),
    portal: portal.map(({ holdingId, ...entry }) => ({ ...entry, certification: code.get(holdingId) })),
  };
}
