import { type DateRange, dayIn } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { ReportedPerson } from '../domain/report-person.ts';
import type { Role } from '../domain/roles.ts';
import { codeOf } from '../views/reports/report-card.ts';
import { cssString } from './css-string.ts';
import { exceptionsPage } from './exceptions-page.ts';
import type { PrintContext, PrintedHolding, PrintedRecord } from './printed-record.ts';
import { sectionPage } from './report-section.ts';
import { summaryPage } from './report-summary.ts';
import { volumesOf } from './report-volumes.ts';
import { rulesPage } from './rules-page.ts';
import { rendered } from './templates.ts';

/** A person in a report. */
interface PrintedPerson extends ReportedPerson<PrintedHolding, PrintedRecord> {
  readonly personId: string;
  readonly role: Role | undefined;
  readonly isManager: boolean;
  readonly unclaimed: number;
}

/** The printed content of a report. */
export interface PrintedReport extends PrintContext {
  /** The team's name; undefined for a personal report. */
  readonly team: string | undefined;
  readonly people: readonly PrintedPerson[];
  readonly period: DateRange | undefined;
  /** The only certification it is about. */
  readonly certification: Certification | undefined;
  readonly paper: 'a4' | 'letter';
  /** `summary` has no chapters of people and rules, and counts of exceptions only. */
  readonly content: 'full' | 'summary';
  readonly requestedBy: string;
  readonly madeAt: Date;
  readonly zone: string;
  readonly tolerance: number;
  /** Returns the short name of a certification code. */
  shortOf(code: string): string;
  readonly mark: { readonly seq: number; readonly hash: string };
  readonly contentHash: string;
  readonly csvHash: string;
  /** The id of the signing key. */
  readonly keyId: string;
}

/**
 * Returns an audit report as HTML documents to print: one, or several volumes if it has more records than one document can hold.
 * The same content in the same language gives the same documents, except for who requested them and when.
 */
export function auditReportPages(report: PrintedReport): readonly string[] {
  const { words, on, paper, people, content } = report;
  const isSummary = content === 'summary';
  const phrases = words.report.print;
  const scope = scopeOf(report);
  const [page, of] = phrases.page;
  const exceptions = exceptionsPage(report);
  const volumes = isSummary
    ? [{ people: [], groups: exceptions.groups }]
    : volumesOf({ people: people.map((person, at) => personPage(person, at, report)), groups: exceptions.groups });
  const isOne = volumes.length === 1;
  const whole = { summary: summaryPage(report), method: methodPage(report), authenticity: authenticityPage(report) };
  return volumes.map((volume, at) => {
    const part = isOne ? '' : phrases.part(at + 1, volumes.length);
    const isFirst = at === 0;
    const chapters = [
      ...volume.people.map(({ name, anchor }) => ({ label: name, anchor })),
      ...(isOne || volume.groups.length > 0 ? [{ label: phrases.exceptions, anchor: 'exceptions' }] : []),
      ...(isFirst
        ? [
            { label: phrases.method, anchor: 'method' },
            { label: phrases.authenticity, anchor: 'authenticity' },
          ]
        : []),
    ];
    return rendered('audit-report', {
      language: words.language,
      title: [`${words.report.of(scope)}, ${words.report.asOf(on)}`, part].filter((one) => one !== '').join(', '),
      paper: paper === 'letter' ? 'letter' : 'A4',
      footer: cssString([words.report.title, phrases.footer(scope, on), part].filter((one) => one !== '').join(' · ')),
      pageNumber: `${cssString(page)} counter(page) ${cssString(of)} counter(pages)`,
      kind: [words.report.title, part].filter((one) => one !== '').join(' · '),
      scope,
      cover: coverOf(report),
      missingLetters: phrases.missingLetters,
      isSummary,
      contents: { heading: phrases.contents, entries: chapters },
      summary: isFirst ? whole.summary : undefined,
      people: volume.people,
      exceptions: isOne || volume.groups.length > 0 ? { ...exceptions, groups: volume.groups } : undefined,
      method: isFirst ? whole.method : undefined,
      authenticity: isFirst ? whole.authenticity : undefined,
    });
  });
}

function scopeOf({ team, people, words, nameOf }: PrintedReport): string {
  return team === undefined ? nameOf(people[0]?.personId ?? '') : words.report.print.teamScope(team);
}

function coverOf(report: PrintedReport) {
  const { words, on, zone, period, certification, content, requestedBy, madeAt, contentHash } = report;
  const phrases = words.report.print;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [phrases.asOf, on < dayIn(zone, madeAt) ? phrases.endOf(on, zone) : words.moment(madeAt, zone)],
    [phrases.period, period === undefined ? phrases.cycleInForce : words.span(period.start, period.end)],
    [phrases.certification, certification?.name ?? phrases.allCertifications],
    ...(content === 'full' ? [] : [[phrases.content, phrases.summaryOnly] as const]),
    [phrases.requestedBy, requestedBy],
    [phrases.madeAt, words.moment(madeAt, zone)],
  ];
  return [
    ...facts.map(([label, value]) => ({ label, value, isCode: false })),
    { label: phrases.code, value: codeOf(contentHash), isCode: true },
  ];
}

function personPage(
  { personId, role, isManager, sections, unclaimed }: PrintedPerson,
  at: number,
  report: PrintedReport,
) {
  const phrases = report.words.report.print;
  const about = [...(role === undefined ? [] : [phrases.role[role]]), ...(isManager ? [phrases.leads] : [])];
  return {
    anchor: `person-${at + 1}`,
    name: report.nameOf(personId),
    about: about.join(' · '),
    sections: sections.map((section) => sectionPage(section, report)),
    notes: [
      ...(sections.length === 0 ? [phrases.noHoldings] : []),
      ...(unclaimed === 0 ? [] : [phrases.unclaimed(unclaimed)]),
    ],
  };
}

function methodPage(report: PrintedReport) {
  const { people, words, tolerance, content } = report;
  const phrases = words.report.print;
  const holdings = people.flatMap(({ sections }) => sections.map(({ holding }) => holding.certification));
  const certifications = [...new Map(holdings.map((one) => [one.code, one])).values()];
  const { certainty } = words;
  return {
    heading: phrases.method,
    texts: [
      ...phrases.methodText,
      phrases.tolerance(tolerance),
      ...(content === 'summary' ? [phrases.rulesInFull] : []),
    ],
    certaintyIntro: phrases.certainties,
    certainties: `${words.list((['O', 'Om', 'C', 'S', 'P', 'M'] as const).map((one) => certainty(one)))}.`,
    columns: [words.pace.source, phrases.columns.what],
    sources: phrases.sources,
    rules: content === 'summary' ? [] : certifications.map((certification) => rulesPage(certification, report)),
  };
}

function authenticityPage({ words, mark, contentHash, csvHash, keyId }: PrintedReport) {
  const phrases = words.report.print;
  return {
    heading: phrases.authenticity,
    texts: phrases.authenticityText,
    facts: [
      { label: phrases.head, value: String(mark.seq) },
      { label: phrases.headHash, value: mark.hash },
      { label: phrases.contentHash, value: contentHash, note: phrases.contentNote },
      { label: phrases.code, value: codeOf(contentHash) },
      { label: phrases.csvHash, value: csvHash },
      { label: phrases.files, value: phrases.filesNote },
      { label: phrases.key, value: keyId },
    ],
  };
}
