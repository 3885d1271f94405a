import type { Cut } from '../domain/count-credits.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import type { Part } from '../domain/holding.ts';
import type { Words } from '../strings/index.ts';
import { auditWords } from '../views/audit-words.ts';
import { cutText } from '../views/pace-words.ts';
import { bodyCategoryName } from '../views/requirement-words.ts';
import type { PrintedReport } from './audit-report.ts';
import { csvOf } from './csv.ts';
import { findingOf } from './exceptions-page.ts';
import { enteredBy, portalWords } from './printed-record.ts';

type Section = PrintedReport['people'][number]['sections'][number];
type Line = Readonly<Record<keyof Words['report']['csv'], string | number>>;

/** The records of a report as a table: a line for each category in which a record claims something. */
export function reportCsv(report: Omit<PrintedReport, 'csvHash'>): Uint8Array {
  const { csv } = report.words.report;
  return csvOf(csv, linesOf(report));
}

function linesOf(report: Omit<PrintedReport, 'csvHash'>): readonly Line[] {
  const { words, people, nameOf, on } = report;
  return people.flatMap(({ personId, sections, exceptions }) => {
    const findingsOf = findingsIn(exceptions, words);
    return sections.flatMap((section) => {
      const { holding, claims } = section;
      const { certification } = holding;
      const ofRecords = claims.flatMap(({ record, entry, parts, claimed, counted, cuts, state }) => {
        const { past } = record;
        const stated = past.portal?.find(({ holdingId }) => holdingId === holding.holdingId);
        const proofs = past.proofs;
        const lost = lossesOf(cuts, section, words);
        const about = {
          ...holdingCells(section, report),
          person: nameOf(personId),
          recordClaimed: words.amount(claimed),
          recordCounted: words.amount(counted),
          notCounted: [...lost, ...(entry.end > on ? [words.report.print.later] : [])].join('; '),
          state: auditWords(state, certification.body, words),
          portal: portalWords(stated, words),
          record: record.id,
          title: record.title,
          provider: record.provider,
          kind: words.kinds[record.kind],
          delivery: past.delivery === '' ? '' : words.deliveries[past.delivery],
          start: record.start,
          end: record.end,
          minutes: record.minutes ?? '',
          description: record.description,
          proofForms: joined(proofs.map(({ form }) => (form === '' ? '' : words.rules.evidenceForms[form]))),
          proofLinks: joined(proofs.map(({ link }) => link)),
          proofNotes: joined(proofs.map(({ note }) => note)),
          proofShows: joined(proofs.flatMap(({ shows }) => shows.map((fact) => words.rules.evidenceFacts[fact]))),
          proofFiles: joined(proofs.map(({ file }) => file?.name ?? '')),
          proofHashes: joined(proofs.map(({ file }) => file?.sha256 ?? '')),
          attestedBy: joined(proofs.map(({ attestedBy }) => (attestedBy === undefined ? '' : nameOf(attestedBy)))),
          enteredBy: enteredBy(record, words, nameOf),
          enteredAt: past.enteredAt.toISOString(),
          exceptions: findingsOf(section, record.id),
        };
        return parts.map((part): Line => ({ ...about, ...partCells(part, section, words) }));
      });
      const person = nameOf(personId);
      return [...statementLines(section, { person, findingsOf }, report), ...ofRecords];
    });
  });
}

type FindingsOf = (section: Section, subject: string) => string;

/** Returns a lookup of what was found about a record, or a statement by its day, in a section. */
function findingsIn(exceptions: PrintedReport['people'][number]['exceptions'], words: Words): FindingsOf {
  const bySubject = Map.groupBy(exceptions, (one) =>
    one.kind === 'stated' ? one.statement.opening.on : one.record.id,
  );
  return ({ holding, standing }, subject) => {
    const found = (bySubject.get(subject) ?? []).filter((one) => {
      if ('certification' in one) return one.certification === holding.certification;
      return one.kind !== 'cut' || one.standing === standing;
    });
    const texts = found.map((one) => {
      const { about, what } = findingOf(one, words);
      return `${words.report.print.exceptionKinds[one.kind]}: ${about === '' ? what : `${about} ${what}`}`;
    });
    return [...new Set(texts)].join('; ');
  };
}

function joined(values: readonly string[]): string {
  return values.filter((value) => value !== '').join('; ');
}

/** The cells of a line that say which certification, cycle and rules it is of. */
function holdingCells({ holding, cycle }: Section, { rulesOf }: Omit<PrintedReport, 'csvHash'>) {
  const { certification, number } = holding;
  return {
    certification: certification.short,
    number,
    cycleStart: cycle?.cycle.start ?? '',
    cycleEnd: cycle?.cycle.end ?? '',
    rules: rulesOf(certification.code).version,
  };
}

/** The cells of a line for what is claimed in one category. */
function partCells({ category, credits, marks = [] }: Part, section: Section, words: Words) {
  const renewal = renewalOf(section);
  const marked = marks.map((code) => renewal?.marks.find((mark) => mark.code === code)?.name ?? code);
  return {
    category: (renewal && bodyCategoryName(category, renewal)) ?? '',
    marks: marked.join('; '),
    claimed: words.amount(credits),
  };
}

function lossesOf(cuts: readonly Cut[], section: Section, words: Words): readonly string[] {
  const renewal = renewalOf(section);
  return renewal === undefined ? [] : cuts.map((cut) => cutText(cut, renewal, words));
}

function renewalOf({ standing }: Section): CreditRenewal | undefined {
  return standing.kind === 'credits' ? standing.renewal : undefined;
}

/** A line for each category in which credits were stated, not itemised. */
function statementLines(
  section: Section,
  { person, findingsOf }: { readonly person: string; readonly findingsOf: FindingsOf },
  report: Omit<PrintedReport, 'csvHash'>,
): readonly Line[] {
  const { words } = report;
  const empty = Object.fromEntries(Object.keys(words.report.csv).map((column) => [column, ''])) as Record<
    keyof Line,
    string
  >;
  return section.statements.flatMap(({ opening, stated, covered, counted, cuts }) => {
    const lost = lossesOf(cuts, section, words);
    const isAccepted = opening.accepted === true;
    const about = {
      ...empty,
      ...holdingCells(section, report),
      person,
      recordClaimed: words.amount(stated),
      recordCounted: words.amount(counted),
      notCounted: [...(covered === 0 ? [] : [words.opening.covered(covered, stated)]), ...lost].join('; '),
      state: isAccepted ? words.opening.isAccepted : words.opening.isNotAccepted,
      portal: isAccepted ? words.report.print.portal.accepted : words.report.print.portal.none,
      title: words.opening.reportTitle,
      end: opening.on,
      exceptions: findingsOf(section, opening.on),
    };
    return opening.parts.map((part): Line => ({ ...about, ...partCells(part, section, words) }));
  });
}
