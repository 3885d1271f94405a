import { createHash } from 'node:crypto';
import type { Catalogue } from '../../catalogue/index.ts';
import { overlay } from '../../catalogue/overlay.ts';
import { providerWords } from '../../catalogue/provider-words.ts';
import { addDays, type Day, dayIn, startIn } from '../../domain/calendar.ts';
import { figuresOf } from '../../domain/evaluate.ts';
import { EXCEPTION_KINDS, type ReportException } from '../../domain/report-exceptions.ts';
import { type ReportedPerson, reportPerson } from '../../domain/report-person.ts';
import type { ReportedRecord } from '../../domain/report-sections.ts';
import type { Role } from '../../domain/roles.ts';
import { canonical } from '../../store/audit-hash.ts';
import type { HistoricalRecord } from '../../store/reports/historical-records.ts';
import type { HistoricalAction, LogMark } from '../../store/reports/historical-state.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { holdingsAsOf } from '../certifications/holdings-as-of.ts';
import type { MemberHolding } from '../certifications/member-holding.ts';
import { proofFacts } from '../records/record-details.ts';
import type { ReportRequest } from './report-scope.ts';

/** A record as of a day, in the form a report shows it. */
interface RecordAsOf extends ReportedRecord {
  readonly past: HistoricalRecord;
  /** Who entered it: a person's id, `operator` or `recert`. */
  readonly enteredBy: string;
}

/** A person as a report shows them. */
interface PersonAsOf extends ReportedPerson<MemberHolding, RecordAsOf> {
  readonly personId: string;
  readonly role: Role | undefined;
  readonly isManager: boolean;
  /** The number of records without a claim. */
  readonly unclaimed: number;
}

/** The content of a report. It has ids instead of people's names. */
export interface ReportData {
  readonly request: ReportRequest;
  readonly on: Day;
  readonly mark: LogMark;
  /** The team's name on that day; undefined for a person's own report. */
  readonly team: string | undefined;
  readonly people: readonly PersonAsOf[];
  /** The rules in force on that day, and the codes of the workspace's custom rules. */
  readonly catalogue: Catalogue;
  readonly customRules: ReadonlySet<string>;
  readonly tolerance: number;
  readonly zone: string;
  /** SHA-256 of everything above except the log position and the team's name. */
  readonly contentHash: string;
}

const CHANGES: ReadonlySet<string> = new Set(['edit', 'attach', 'detach', 'attest', 'delete', 'restore', 'both-real']);

/** Returns the log position at the end of a day in the workspace's time zone, or now; undefined before the first entry. */
export async function findLogMark(
  on: Day,
  { history, workspace }: WorkspaceData,
  now: Date,
): Promise<LogMark | undefined> {
  const end = startIn(workspace.zone, addDays(on, 1));
  return history.markBefore(end < now ? end : new Date(now.getTime() + 1));
}

/** Loads the content of a report from the log as of the end of its day. Throws when the log or the team didn't exist then. */
export async function loadReportData(
  request: ReportRequest,
  { personId, data, base, now }: { personId: string; data: WorkspaceData; base: Catalogue; now: Date },
): Promise<ReportData> {
  const { history, workspace } = data;
  const { zone, tolerance } = workspace;
  const on = request.on ?? dayIn(zone, now);
  const mark = await findLogMark(on, data, now);
  if (mark === undefined) throw new Error(`The log has no entries up to ${on}.`);
  const { scope } = request;
  const team = scope.kind === 'team' ? await history.team(scope.teamId, mark) : undefined;
  if (scope.kind === 'team' && team === undefined) throw new Error(`The team didn't exist on ${on}.`);
  const members = team?.members ?? [{ personId, isManager: false }];
  const ids = members.map((member) => member.personId);
  const customRules = await history.rules(mark);
  const { catalogue } = overlay(base, customRules);
  const roles = await history.roles(ids, mark);
  const records = await history.records(ids, mark);
  const recordIds = records.map(({ id }) => id);
  const actions = Map.groupBy(await history.actsOn(recordIds, mark), ({ subject }) => subject);
  const recordsAsOf = records.map((record) => toRecordAsOf(record, actions.get(record.id) ?? [], zone));
  const holdings = holdingsAsOf(await history.holdings(ids, mark), records, catalogue);
  const terms = { on, tolerance, period: request.period, providerWords: providerWords() };
  const people = members.map(({ personId: id, isManager }): PersonAsOf => {
    const ownHoldings = holdings.filter(
      (holding) =>
        holding.personId === id &&
        holding.carriedBy === undefined &&
        (request.certification === undefined || holding.certification.code === request.certification),
    );
    const logged = recordsAsOf.filter(({ past: { personId: owner } }) => owner === id);
    const unclaimed = logged.filter(({ past: { claims } }) => claims.length === 0).length;
    return { personId: id, role: roles.get(id), isManager, unclaimed, ...reportPerson(ownHoldings, logged, terms) };
  });
  const content = { request, on, mark, team: team?.name, people, catalogue, tolerance, zone };
  return { ...content, customRules: new Set(customRules.map(({ code }) => code)), contentHash: contentHashOf(content) };
}

function toRecordAsOf(past: HistoricalRecord, actions: readonly HistoricalAction[], zone: string): RecordAsOf {
  const { id, title, provider, description, kind, minutes, starts, ends, proofs, distinctFrom, enteredAt } = past;
  const changes = actions.filter(({ what }) => CHANGES.has(what)).map(({ at }) => dayIn(zone, at));
  return {
    ...{ past, id, title, provider, description, kind, minutes, start: starts, end: ends },
    proofs: proofs.map(proofFacts),
    files: proofs.flatMap(({ file }) => file?.sha256 ?? []),
    distinctFrom: new Set(distinctFrom),
    overClaimReasons: new Map(
      past.claims.flatMap(({ holdingId, overClaimReason = '' }) =>
        overClaimReason === '' ? [] : [[holdingId, overClaimReason] as const],
      ),
    ),
    enteredBy: actions.find(({ what }) => what === 'create')?.actor ?? '',
    enteredOn: dayIn(zone, enteredAt),
    changedOn: changes,
  };
}

/** Reports of the same state on the same day have the same hash, in every language and at any time. */
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
      sections: sections.map(({ holding, cycle, standing, claims, statements }) => ({
        ...{ holding: holding.holdingId, certification: holding.certification.code, number: holding.number, cycle },
        figures: standing.kind === 'credits' ? figuresOf(standing) : standing.kind,
        statements: statements.map(({ opening, covered, counted }) => ({ opening, covered, counted })),
        claims: claims.map(({ record, parts, claimed, counted, state }) => ({
          ...{ record: hash(record.past), parts, claimed, counted, state, enteredBy: record.enteredBy },
        })),
      })),
      exceptions: EXCEPTION_KINDS.map((kind) => exceptions.filter((one) => one.kind === kind).map(exceptionKey)),
    })),
  });
}

/** What an exception is about: one record or two, or a statement. */
function exceptionKey(one: ReportException<RecordAsOf>): readonly string[] {
  if (one.kind === 'stated') return [one.certification.code, one.statement.opening.on];
  return [one.record.id, one.kind === 'double' ? one.other.id : ''];
}

/** Returns the version of a certification's rules: the first 12 digits of their hash. */
export function ruleVersion(code: string, catalogue: Catalogue): string {
  return hash(catalogue.fileOf(code)).slice(0, 12);
}

function hash(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}
