import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue/index.ts';
import { overlay } from '../../catalogue/overlay.ts';
import {
  EXCEPTION_KINDS,
  type ReportedPerson,
  type ReportedRecord,
  type ReportSection,
  reportPerson,
} from '../../domain/audit-report.ts';
import { addDays, type Day, dayIn, startIn } from '../../domain/calendar.ts';
import { figuresOf } from '../../domain/evaluate.ts';
import { courseOf, type Entry } from '../../domain/holding.ts';
import type { Role } from '../../domain/roles.ts';
import { canonical } from '../../store/audit-hash.ts';
import type { HistoricalRecord } from '../../store/reports/historical-records.ts';
import type { HistoricalAction, LogMark } from '../../store/reports/historical-state.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { toHoldingCycle } from '../certifications/holdings.ts';
import type { MemberHolding } from '../certifications/member-holding.ts';
import { withSharedTotals } from '../certifications/shared-totals.ts';
import type { ReportRequest } from './report-request.ts';

/** A record of the past with what a report asks of it. */
export interface RecordAsOf extends ReportedRecord {
  readonly past: HistoricalRecord;
  /** Who entered it: a person's id, `operator` or `recert`. */
  readonly enteredBy: string;
}

export type SectionAsOf = ReportSection<MemberHolding, RecordAsOf>;

/** Somebody as a report shows them. */
export interface PersonAsOf extends ReportedPerson<MemberHolding, RecordAsOf> {
  readonly personId: string;
  readonly role: Role | undefined;
  readonly isManager: boolean;
  /** Records that claim for nothing. */
  readonly unclaimed: number;
}

/** Everything a report says, without anybody's name. */
export interface ReportData {
  readonly request: ReportRequest;
  readonly on: Day;
  readonly mark: LogMark;
  /** The team's name then; nothing for one person's own. */
  readonly team: string | undefined;
  readonly people: readonly PersonAsOf[];
  /** The rules that were in force, and the codes of those that were the workspace's own. */
  readonly catalogue: Catalogue;
  readonly customRules: ReadonlySet<string>;
  readonly tolerance: number;
  readonly zone: string;
  /** SHA-256 over everything above but the place in the log and what a team is called. */
  readonly contentHash: string;
}

const CHANGES: ReadonlySet<string> = new Set(['edit', 'attach', 'detach', 'attest', 'delete', 'restore', 'both-real']);

/** Where the log was at the end of a day on the workspace's clock, or is now; nothing where it had not begun. */
export async function findLogMark(
  on: Day,
  { history: past, workspace }: WorkspaceData,
  now: Date,
): Promise<LogMark | undefined> {
  const end = startIn(workspace.zone, addDays(on, 1));
  return past.markBefore(end < now ? end : new Date(now.getTime() + 1));
}

/** What a report says, read from the log as it was at the end of its day. Throws where `findLogMark` finds nothing, or no such team. */
export async function loadReportData(
  request: ReportRequest,
  { personId, data, base, now }: { personId: string; data: WorkspaceData; base: Catalogue; now: Date },
): Promise<ReportData> {
  const { history: past, workspace } = data;
  const { zone, tolerance } = workspace;
  const on = request.on ?? dayIn(zone, now);
  const mark = await findLogMark(on, data, now);
  if (mark === undefined) throw new Error(`The log has no entries up to ${on}.`);
  const { scope } = request;
  const team = scope.kind === 'team' ? await past.team(scope.teamId, mark) : undefined;
  if (scope.kind === 'team' && team === undefined) throw new Error(`The team didn't exist on ${on}.`);
  const members = team?.members ?? [{ personId, isManager: false }];
  const ids = members.map((member) => member.personId);
  const own = await past.rules(mark);
  const { catalogue } = overlay(base, own);
  const roles = await past.roles(ids, mark);
  const records = await past.records(ids, mark);
  const acts = Map.groupBy(
    await past.actsOn(
      records.map(({ id }) => id),
      mark,
    ),
    ({ subject }) => subject,
  );
  const then = records.map((record) => recordAsOf(record, acts.get(record.id) ?? [], zone));
  const holdings = holdingsAsOf(await past.holdings(ids, mark), records, catalogue);
  const question = { on, tolerance, period: request.period };
  const people = members.map(({ personId: id, isManager }): PersonAsOf => {
    const held = holdings.filter(
      (holding) =>
        holding.personId === id &&
        holding.carriedBy === undefined &&
        (request.certification === undefined || holding.certification.code === request.certification),
    );
    const logged = then.filter(({ past: { personId: owner } }) => owner === id);
    const unclaimed = logged.filter(({ past: { claims } }) => claims.length === 0).length;
    return { personId: id, role: roles.get(id), isManager, unclaimed, ...reportPerson(held, logged, question) };
  });
  const stated = { request, on, mark, team: team?.name, people, catalogue, tolerance, zone };
  return { ...stated, customRules: new Set(own.map(({ code }) => code)), contentHash: contentHashOf(stated) };
}

function recordAsOf(past: HistoricalRecord, acts: readonly HistoricalAction[], zone: string): RecordAsOf {
  const { id, title, provider, description, kind, minutes, starts, ends, proofs, besides: exceptId, enteredAt } = past;
  const changes = acts.filter(({ what }) => CHANGES.has(what)).map(({ at }) => dayIn(zone, at));
  return {
    ...{ past, id, title, provider, description, kind, minutes, start: starts, end: ends },
    proofs: proofs.map(({ form, shows, file, link, note }) => ({
      form: form === '' ? undefined : form,
      shows,
      hasFile: file !== undefined,
      hasLink: link !== '',
      hasNote: note !== '',
    })),
    files: proofs.flatMap(({ file }) => file?.sha256 ?? []),
    besides: new Set(exceptId),
    enteredBy: acts.find(({ what }) => what === 'create')?.actor ?? '',
    enteredOn: dayIn(zone, enteredAt),
    changedOn: changes,
  };
}

/** What was held, with everything logged for it, as `withEntries` reads it today. */
function holdingsAsOf(
  stored: Awaited<ReturnType<WorkspaceData['history']['holdings']>>,
  records: readonly HistoricalRecord[],
  catalogue: Catalogue,
): readonly MemberHolding[] {
  const starts = new Map(stored.flatMap(({ cycles }) => cycles.map((cycle) => [cycle.cycleId, cycle.starts] as const)));
  const entries = new Map<string, Entry[]>();
  for (const record of records)
    for (const { holdingId, cycleId, marks, parts } of record.claims) {
      const { id, kind, starts: start, ends: end, order, provider, title } = record;
      const cycle = starts.get(cycleId);
      if (cycle === undefined) continue;
      const entry = { id, kind, start, end, order, marks, cycle, course: courseOf(provider, title), parts };
      const logged = entries.get(holdingId) ?? [];
      logged.push(entry);
      entries.set(holdingId, logged);
    }
  return withSharedTotals(
    stored.flatMap(({ holding, cycles: ofHolding }): readonly MemberHolding[] => {
      const certification = catalogue.get(holding.certification);
      if (certification === undefined) return [];
      const { holdingId, personId, number, certifiedOn } = holding;
      const cycles = ofHolding.map((cycle) => toHoldingCycle(holding, cycle));
      const about = { holdingId, personId, number, certification, certifiedOn: certifiedOn ?? undefined };
      return [{ ...about, cycles, cycle: cycles.at(-1), entries: entries.get(holdingId) ?? [] }];
    }),
  );
}

/** The same for the same state on the same day, whenever and in whatever language it is asked for. */
function contentHashOf({
  request,
  on,
  people,
  catalogue,
  tolerance,
  zone,
}: Omit<ReportData, 'customRules' | 'contentHash'>): string {
  const { scope, period, certification } = request;
  const rules = new Set(people.flatMap(({ sections }) => sections.map(({ holding }) => holding.certification.code)));
  return hash({
    ...{ scope: scope.kind === 'team' ? scope : people[0]?.personId, on, period, certification, tolerance, zone },
    rules: Object.fromEntries([...rules].map((code) => [code, ruleVersion(code, catalogue)])),
    people: people.map(({ personId, role, isManager, sections, exceptions, unclaimed }) => ({
      ...{ personId, role, isManager, unclaimed },
      sections: sections.map(({ holding, cycle, standing, claims }) => ({
        ...{ holding: holding.holdingId, certification: holding.certification.code, number: holding.number, cycle },
        figures: standing.kind === 'credits' ? figuresOf(standing) : standing.kind,
        claims: claims.map(({ record, parts, claimed, counted, state }) => ({
          ...{ record: hash(record.past), parts, claimed, counted, state, enteredBy: record.enteredBy },
        })),
      })),
      exceptions: EXCEPTION_KINDS.map((kind) =>
        exceptions
          .filter((one) => one.kind === kind)
          .map((one) => [one.record.id, one.kind === 'double' ? one.other.id : '']),
      ),
    })),
  });
}

/** What a version of a certification's rules is known by: the beginning of its hash. */
export function ruleVersion(code: string, catalogue: Catalogue): string {
  return hash(catalogue.fileOf(code)).slice(0, 12);
}

function hash(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}
