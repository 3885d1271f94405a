import type { Catalogue } from '../../catalogue/index.ts';
import { type Day, dayIn } from '../../domain/calendar.ts';
import type { Preferences } from '../../store/notifications/preferences.ts';
import type { HistoricalRecord } from '../../store/reports/historical-records.ts';
import type { ReportFile } from '../../store/reports/report-entities.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Words } from '../../strings/index.ts';
import { ARCHIVE_FORMAT } from './personal-archive-json.ts';
import { personalRecordsCsv } from './personal-records-csv.ts';

/** Everything of one person: records as CSV, everything as JSON for another recert, and the proof files. */
export interface PersonalArchive {
  readonly on: Day;
  readonly csv: Uint8Array;
  readonly json: string;
  readonly records: number;
  readonly certifications: number;
  readonly proofs: readonly ReportFile[];
}

/** Builds the archive of a person. Credits are in hundredths; `cycle` is the first day of a cycle. Throws when there is no such person. */
export async function buildPersonalArchive(
  personId: string,
  { data, catalogue, words, now }: { data: WorkspaceData; catalogue: Catalogue; words: Words; now: Date },
): Promise<PersonalArchive> {
  const { history, people, preferences, teams } = data;
  const person = await people.get(personId);
  if (person === null) throw new Error("The person to export doesn't exist.");
  const { name, role, zone, locale } = person;
  const on = dayIn(zone ?? data.workspace.zone, now);
  const mark = await history.markBefore(new Date(now.getTime() + 1));
  const holdings = mark === undefined ? [] : await history.holdings([personId], mark);
  const records = mark === undefined ? [] : await history.records([personId], mark);
  const teamNames = new Map((await teams.all()).map((team) => [team.teamId, team.name]));
  const codes = new Map(holdings.map(({ holding }) => [holding.holdingId, holding.certification]));
  const cycleStarts = new Map(
    holdings.flatMap(({ cycles }) => cycles.map((one) => [one.cycleId, one.starts] as const)),
  );
  const content = {
    ...{
      format: ARCHIVE_FORMAT,
      on,
      person: { name, role, zone, locale },
      preferences: archivedPreferences(await preferences.of(personId)),
    },
    teams: (await teams.of(personId)).map(({ teamId, isManager }) => ({
      name: teamNames.get(teamId) ?? '',
      isManager,
    })),
    certifications: holdings.map(({ holding, cycles, openings }) => ({
      ...{ certification: holding.certification, number: holding.number, certifiedOn: holding.certifiedOn },
      periods: holding.periods,
      cycles: cycles.map(({ cycleId, starts, ends, conditions, actsDone, carryOver, cured }) => ({
        ...{ starts, ends, conditions, actsDone, carryOver, cured },
        openings: openings
          .filter((one) => one.cycleId === cycleId)
          .map(({ statedFor: on, parts, accepted }) => ({ on, parts, accepted })),
      })),
    })),
    records: [...records]
      .sort((a, b) => a.order - b.order)
      .map((record) => toArchivedRecord(record, { codes, cycleStarts })),
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

/** Returns the preferences without the columns of the database. */
function archivedPreferences(preferences: Preferences) {
  const { zone, locale, isoDates, dateOrder, tableNames, workDays, contactFrom, contactUntil } = preferences;
  const { isNamed, wantsNudges, wantsSummary, tellsManager, awayUntil, leftOn, leftBy, decidedOn } = preferences;
  const contact = { zone, locale, isoDates, dateOrder, tableNames, workDays, contactFrom, contactUntil };
  const archived = {
    ...contact,
    isNamed,
    wantsNudges,
    wantsSummary,
    tellsManager,
    awayUntil,
    leftOn,
    leftBy,
    decidedOn,
  };
  return archived satisfies Record<Extract<keyof Preferences, string>, unknown>;
}

/** Certification codes by holding id, and first days by cycle id. */
interface ArchivedKeys {
  readonly codes: ReadonlyMap<string, string>;
  readonly cycleStarts: ReadonlyMap<string, Day>;
}

function toArchivedRecord(record: HistoricalRecord, { codes, cycleStarts }: ArchivedKeys) {
  const { personId, order, claims, proofs, portal, enteredAt, ...fields } = record;
  return {
    ...fields,
    enteredAt: enteredAt.toISOString(),
    claims: claims.map(({ holdingId, cycleId, overClaimReason, parts }) => ({
      ...{ certification: codes.get(holdingId), cycle: cycleStarts.get(cycleId), overClaimReason, parts },
    })),
    proofs: proofs.map(({ file, attestedBy, ...proof }) => ({
      ...proof,
      isAttested: attestedBy !== undefined,
      ...(file === undefined ? {} : { name: file.name, sha256: file.sha256 }),
    })),
    portal: portal.map(({ holdingId, ...entry }) => ({ ...entry, certification: codes.get(holdingId) })),
  };
}
