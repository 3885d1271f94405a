import type { Words } from '../strings/index.ts';
import { auditWords } from '../views/audit-words.ts';
import { cutText } from '../views/pace-words.ts';
import { categoryName } from '../views/requirement-words.ts';
import type { PrintedReport } from './audit-report.ts';
import { csvOf } from './csv.ts';
import { enteredBy, portalWords } from './report-section.ts';

type Line = Readonly<Record<keyof Words['report']['csv'], string | number>>;

/** The records of a report as a table: a line for each category in which a record claims something. */
export function reportCsv(report: Omit<PrintedReport, 'csvHash'>): Uint8Array {
  const { csv } = report.words.report;
  return csvOf(csv, linesOf(report));
}

function linesOf(report: Omit<PrintedReport, 'csvHash'>): readonly Line[] {
  const { words, people, nameOf, rulesOf, on } = report;
  return people.flatMap(({ personId, sections }) =>
    sections.flatMap(({ holding, cycle, standing, claims }) => {
      const { certification } = holding;
      const renewal = standing.kind === 'credits' ? standing.renewal : undefined;
      return claims.flatMap(({ record, entry, parts, claimed, counted, cuts, state }) => {
        const { past } = record;
        const stated = past.portal?.find(({ holdingId }) => holdingId === holding.holdingId);
        const proofs = past.proofs;
        const marks = entry.marks.map((code) => renewal?.marks.find((mark) => mark.code === code)?.name ?? code);
        const lost = renewal === undefined ? [] : cuts.map((cut) => cutText(cut, renewal, words));
        const about = {
          person: nameOf(personId),
          certification: certification.short,
          number: holding.number,
          cycleStart: cycle?.cycle.start ?? '',
          cycleEnd: cycle?.cycle.end ?? '',
          marks: marks.join('; '),
          recordClaimed: words.amount(claimed),
          recordCounted: words.amount(counted),
          notCounted: [...lost, ...(entry.end > on ? [words.report.print.later] : [])].join('; '),
          state: auditWords(state, certification.body, words),
          portal: portalWords(stated, words),
          rules: rulesOf(certification.code).version,
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
        };
        return parts.map(({ category, credits }): Line => {
          const name = renewal === undefined ? undefined : categoryName(category, renewal);
          return { ...about, category: name ?? '', claimed: words.amount(credits) };
        });
      });
    }),
  );
}

function joined(values: readonly string[]): string {
  return values.filter((value) => value !== '').join('; ');
}
