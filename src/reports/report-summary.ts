import type { Day } from '../domain/calendar.ts';
import { sum } from '../domain/credit.ts';
import { memberStatusOf } from '../domain/digest-content.ts';
import type { PaceStatus } from '../domain/pace.ts';
import type { ReportSection } from '../domain/report-sections.ts';
import type { CreditStanding } from '../domain/standing.ts';
import type { Words } from '../strings/index.ts';
import { requirementName } from '../views/requirement-words.ts';
import { statusBar } from './burn-up.ts';
import type { PrintedHolding, PrintedRecord } from './printed-record.ts';

type Section = ReportSection<PrintedHolding, PrintedRecord>;

/** What the summary of a report is made of. */
interface SummarisedReport {
  readonly words: Words;
  readonly people: readonly {
    readonly personId: string;
    readonly sections: readonly Section[];
    readonly exceptions: readonly unknown[];
  }[];
  nameOf(personId: string): string;
}

/** A certification in the summary; the most urgent one has the lowest rank and the earliest deadline. */
interface SummaryRow {
  readonly person: string;
  readonly certification: string;
  readonly rank: number;
  readonly day: Day | undefined;
  readonly status: string;
  readonly statusKind: string;
  readonly delta: string;
  readonly deadline: string;
  readonly remaining: string;
  readonly counted: string;
  readonly debt: string;
}

/** Maximum people named above the table, which has all of them. */
const MAX_NAMED = 40;

/** The statuses in the order of the summary; a certification without one comes last. */
const URGENCY: readonly string[] = ['missed', 'behind', 'unknown', 'on-track', 'ahead', 'not-started', 'met'];

/** Returns the summary of a report: a row per certification, the most urgent first, and whose proof is missing. */
export function summaryPage({ people, words, nameOf }: SummarisedReport) {
  const phrases = words.report.print;
  const { columns } = phrases;
  const sections = people.flatMap(({ personId, sections }) => sections.map((section) => ({ personId, section })));
  const records = new Set(sections.flatMap(({ section }) => section.claims.map(({ record }) => record.id))).size;
  const exceptions = people.flatMap(({ exceptions }) => exceptions).length;
  const rows = sections.map(({ personId, section }) => summaryRow(section, nameOf(personId), words));
  return {
    heading: phrases.summary,
    counts: words.report.counts(people.length, sections.length, records, exceptions),
    chart:
      statusBar(
        sections.flatMap(({ section }) => statusOf(section) ?? []),
        words,
      ) ?? '',
    proof: proofText(people, words, nameOf),
    columns: [
      ...[columns.person, columns.certification, columns.status, columns.deadline],
      ...[columns.remaining, columns.counted, columns.debt],
    ],
    rows: rows.sort((a, b) => byUrgency(a, b, words)),
    nothing: phrases.nothingIn,
  };
}

function byUrgency(a: SummaryRow, b: SummaryRow, { language }: Words): number {
  const last = '9999-12-31';
  const days = (a.day ?? last).localeCompare(b.day ?? last);
  return a.rank - b.rank || days || a.person.localeCompare(b.person, language);
}

/** Whose counted credits have no accepted proof, those with most records first. */
function proofText(
  people: SummarisedReport['people'],
  words: Words,
  nameOf: SummarisedReport['nameOf'],
): { readonly label: string; readonly people: readonly string[]; readonly more: string } {
  const phrases = words.report.print;
  const missing = people.flatMap(({ personId, sections }) => {
    const unproved = sections.flatMap(({ claims }) =>
      claims.filter(({ counted, state }) => counted > 0 && state.kind !== 'ready'),
    );
    const count = new Set(unproved.map(({ record }) => record.id)).size;
    return count === 0 ? [] : [{ name: nameOf(personId), count }];
  });
  const sorted = missing.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, words.language));
  return {
    label: phrases.proofMissing(sorted.length, people.length),
    people: sorted.slice(0, MAX_NAMED).map(({ name, count }) => phrases.proofMissingOf(name, count)),
    more: sorted.length > MAX_NAMED ? phrases.proofMissingMore(sorted.length - MAX_NAMED) : '',
  };
}

function statusOf({ standing }: Section): PaceStatus | undefined {
  if (standing.kind !== 'credits' || standing.status === 'unknown') return undefined;
  return standing.status;
}

function summaryRow(section: Section, person: string, words: Words): SummaryRow {
  const { holding, standing } = section;
  const phrases = words.report.print;
  const about = { person, certification: holding.certification.short };
  const blank = { ...about, delta: '', remaining: '', counted: '', debt: '', statusKind: 'unknown' };
  if (standing.kind === 'never-expires')
    return { ...blank, day: undefined, deadline: '', rank: URGENCY.length, status: phrases.never };
  const { renewedBy, cycle } = standing;
  const ends = { day: cycle.end, deadline: words.date(cycle.end) };
  const met = { statusKind: 'met', rank: URGENCY.indexOf('met') };
  if (renewedBy !== undefined) return { ...blank, ...ends, ...met, status: phrases.renewedBy(renewedBy.short) };
  if (standing.kind === 'exam') {
    const day = standing.expiry;
    const statusKind = memberStatusOf(standing);
    const rank = URGENCY.indexOf(statusKind);
    return { ...blank, day, deadline: words.date(day), rank, statusKind, status: phrases.byExam };
  }
  return { ...blank, ...ends, ...creditCells(section, standing, words) };
}

/** The cells of a certification renewed by credits; the deadline is that of the requirement that the status is based on. */
function creditCells({ claims, statements, growth }: Section, standing: CreditStanding, words: Words) {
  const phrases = words.report.print;
  const { binding, renewal, status } = standing;
  const unaccepted = statements.filter(({ opening }) => opening.accepted !== true);
  const unproved = claims.filter(({ state }) => state.kind !== 'ready');
  const debt = sum([...unproved, ...unaccepted].map(({ counted }) => counted));
  const cells = {
    counted:
      growth === undefined
        ? ''
        : `${words.amount(growth.pace.counted)} / ${words.amount(growth.pace.requirement.required)}`,
    debt: debt === 0 ? '' : words.amount(debt),
    rank: URGENCY.indexOf(status),
    statusKind: status,
    status: status === 'unknown' ? phrases.unchecked : phrases.status(status),
  };
  if (binding === undefined || binding.remaining === 0) return cells;
  const { requirement, remaining, delta } = binding;
  const name = requirementName(requirement, renewal, words);
  const credits = words.credits(remaining, renewal.unit);
  return {
    ...cells,
    day: requirement.lastDay,
    deadline: words.date(requirement.lastDay),
    remaining: words.pace.ofRequirement(credits, name),
    delta: binding.status === 'missed' || !binding.hasBegun ? '' : phrases.offBy(delta),
  };
}
