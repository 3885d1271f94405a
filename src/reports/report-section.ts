import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { sum } from '../domain/credit.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import { explain } from '../domain/explain.ts';
import type { Pace } from '../domain/pace.ts';
import type { ReportClaim, ReportSection } from '../domain/report-sections.ts';
import { shownPaces } from '../domain/shown-paces.ts';
import { creditsWithMark, markedParts } from '../domain/split-by-mark.ts';
import type { CreditStanding, Standing } from '../domain/standing.ts';
import type { Words } from '../strings/index.ts';
import { missedTexts } from '../views/pace/missed-requirement-item.ts';
import { headlineOf, notCheckedText, undatedRenewalTexts } from '../views/pace-words.ts';
import { capitalised, requirementName } from '../views/requirement-words.ts';
import { burnUp } from './burn-up.ts';
import type { PrintContext, PrintedHolding, PrintedRecord } from './printed-record.ts';
import { recordPage, statementPage } from './record-page.ts';

/** Returns the section of one certification in one cycle. */
export function sectionPage(section: ReportSection<PrintedHolding, PrintedRecord>, printing: PrintContext) {
  const { holding, standing, claims, statements, growth } = section;
  const { words, on } = printing;
  const phrases = words.report.print;
  const { certification, number, certifiedOn } = holding;
  const { version, isOwn } = printing.rulesOf(certification.code);
  const about = [
    `${certification.name} (${certification.body})`,
    ...(number === '' ? [] : [phrases.number(number)]),
    ...(certifiedOn === undefined ? [] : [phrases.certifiedOn(certifiedOn)]),
    ...(standing.kind === 'never-expires'
      ? [phrases.never]
      : [phrases.cycle(standing.cycle.start, standing.cycle.end)]),
    phrases.rules(version, isOwn),
  ];
  const { columns } = phrases;
  return {
    heading: certification.short,
    about,
    requirementColumns: [
      ...[columns.requirement, columns.window, columns.required, columns.claimed, columns.counted],
      ...[columns.cut, columns.status, columns.delta],
    ],
    requirements:
      standing.kind === 'credits' && standing.renewedBy === undefined ? requirementRows(section, standing, words) : [],
    notes: notesOf({ certification, standing }, on, words),
    chart:
      growth === undefined || (standing.kind === 'credits' && standing.renewedBy !== undefined)
        ? ''
        : burnUp(growth, on, words),
    recordColumns: [columns.activity, columns.credits, columns.proof],
    records: [
      ...statements.map((statement) => statementPage(statement, section, words)),
      ...claims.map((claim) => recordPage(claim, section, printing)),
    ],
    noRecords: phrases.noRecords,
  };
}

function requirementRows(
  { claims, holding }: ReportSection<PrintedHolding, PrintedRecord>,
  standing: CreditStanding,
  words: Words,
) {
  const { binding, renewal } = standing;
  const phrases = words.report.print;
  return shownPaces(standing).map((pace) => {
    const { requirement, counted, status, delta } = pace;
    const { window, required, severity } = requirement;
    const concerned = claims.filter((claim) => concerns(claim, pace, renewal));
    const { stated } = explain(standing, holding.entries, pace);
    const claimed = stated + sum(concerned.map((claim) => claimedTowards(claim, pace, renewal)));
    const isAdvice = severity === 'suggested';
    return {
      name: capitalised(requirementName(requirement, renewal, words)),
      note: pace === binding ? phrases.decides : '',
      window: words.span(window.start, window.end),
      required: words.amount(required),
      claimed: words.amount(claimed),
      counted: words.amount(counted),
      cut: words.amount(Math.max(0, claimed - counted)),
      statusKind: isAdvice ? 'quiet' : status,
      status: isAdvice ? phrases.suggested : phrases.status(status),
      delta: !isAdvice && pace.hasBegun && status !== 'met' && status !== 'missed' ? phrases.offBy(delta) : '',
    };
  });
}

/** Whether a claim could help a requirement: it ended in its window and has something in its category or its mark. */
function concerns({ entry }: ReportClaim<PrintedRecord>, { requirement }: Pace, renewal: CreditRenewal): boolean {
  const { window, mark, lastDay, year } = requirement;
  if (mark !== undefined && creditsWithMark(markedParts(entry, renewal), mark) === 0) return false;
  const until = year === undefined ? lastDay : window.end;
  return entry.end <= until && (year === undefined || entry.end >= window.start);
}

function claimedTowards({ entry }: ReportClaim<PrintedRecord>, { requirement }: Pace, renewal: CreditRenewal): number {
  const { category, mark } = requirement;
  const parts = markedParts(entry, renewal);
  if (mark !== undefined) return creditsWithMark(parts, mark);
  const isInside = (code: string): boolean => {
    if (category === undefined || code === category) return true;
    const parent = renewal.categories.find((one) => one.code === code)?.parent;
    return parent !== undefined && isInside(parent);
  };
  return sum(parts.filter((part) => isInside(part.category)).map(({ credits }) => credits));
}

function notesOf(
  { certification, standing }: { readonly certification: Certification; readonly standing: Standing },
  on: Day,
  words: Words,
): readonly string[] {
  const { print } = words.report;
  if (standing.kind !== 'credits') return [headlineOf(standing, words, on)];
  const { terms, renewal, acts, notChecked, renewedBy } = standing;
  if (renewedBy !== undefined) return [headlineOf(standing, words, on), words.relation.nothingDue];
  const carried = sum((terms.holding.carryOver ?? []).map(({ credits }) => credits));
  return [
    capitalised(headlineOf(standing, words, on)),
    ...standing.missed.map((one) => {
      const { line, after } = missedTexts(one, { certification, standing }, words);
      return `${line} ${after}`;
    }),
    ...undatedRenewalTexts(standing, words),
    ...(carried === 0 ? [] : [print.carried(words.credits(carried, renewal.unit))]),
    ...acts.map(
      ({ act, year, doneOn }) =>
        `${words.rules.alsoNeeded}: ${words.pace.act(words.catalogueText(act.name), year, doneOn).slice(2)}`,
    ),
    ...notChecked.map((one) => notCheckedText(one, renewal, words)),
  ];
}
