import { duplicatesIn, exceptionsOf, type ReportException } from './report-exceptions.ts';
import {
  type ReportedHolding,
  type ReportedRecord,
  type ReportQuestion,
  type ReportSection,
  reportSections,
} from './report-sections.ts';

/** The sections and exceptions of one person. */
export interface ReportedPerson<H extends ReportedHolding, R extends ReportedRecord> {
  readonly sections: readonly ReportSection<H, R>[];
  readonly exceptions: readonly ReportException<R>[];
}

/** Returns the report of one person as of a date; later activities are ignored. */
export function reportPerson<H extends ReportedHolding, R extends ReportedRecord>(
  holdings: readonly H[],
  records: readonly R[],
  question: ReportQuestion,
): ReportedPerson<H, R> {
  const sections = reportSections(holdings, records, question);
  const shown = new Set(sections.flatMap(({ claims }) => claims.map(({ record }) => record)));
  return { sections, exceptions: [...exceptionsOf(sections), ...duplicatesIn([...shown], question.providerWords)] };
}
