import type { Certification } from '../domain/certification.ts';
import { EXCEPTION_KINDS, type ReportException } from '../domain/report-exceptions.ts';
import type { ReportStatement } from '../domain/report-sections.ts';
import type { Words } from '../strings/index.ts';
import { auditWords } from '../views/audit-words.ts';
import { limitText } from '../views/claim-reasons.ts';
import { cutText } from '../views/pace-words.ts';
import type { PrintContext, PrintedRecord } from './printed-record.ts';

type Exception = ReportException<PrintedRecord>;

interface Exceptions extends Pick<PrintContext, 'words' | 'nameOf'> {
  readonly people: readonly { readonly personId: string; readonly exceptions: readonly Exception[] }[];
}

/** Returns the page of the records an auditor will ask about, grouped by kind. */
export function exceptionsPage({ people, words, nameOf }: Exceptions) {
  const phrases = words.report.print;
  const all = people.flatMap(({ personId, exceptions }) =>
    exceptions.map((exception) => ({ person: nameOf(personId), exception })),
  );
  const groups = EXCEPTION_KINDS.flatMap((kind) => {
    const rows = all
      .filter(({ exception }) => exception.kind === kind)
      .map(({ person, exception }) => ({ person, ...exceptionRow(exception, words) }));
    return rows.length === 0
      ? []
      : [{ heading: phrases.exceptionKinds[kind], note: phrases.exceptionNotes[kind], rows }];
  });
  const { columns } = phrases;
  return {
    heading: phrases.exceptions,
    none: phrases.noExceptions,
    columns: [columns.person, columns.record, columns.what],
    groups,
  };
}

function exceptionRow(exception: Exception, words: Words) {
  if (exception.kind === 'stated') {
    const { certification, statement } = exception;
    const what = statedExceptionWords(certification, statement, words);
    return { title: words.opening.reportTitle, when: words.opening.reportUntil(statement.opening.on), id: '', what };
  }
  const { record } = exception;
  const when = words.span(record.start, record.end);
  return { title: record.title, when, id: record.id, what: exceptionWords(exception, words) };
}

function statedExceptionWords({ short, renewal }: Certification, { counted }: ReportStatement, words: Words): string {
  const credits = renewal.kind === 'credits' ? words.credits(counted, renewal.unit) : words.amount(counted);
  return `${short}: ${credits}, ${words.opening.isNotAccepted}`;
}

function exceptionWords(exception: Exclude<Exception, { kind: 'stated' }>, words: Words): string {
  const phrases = words.report.print;
  switch (exception.kind) {
    case 'proof': {
      const { certification, state } = exception;
      return `${certification.short}: ${auditWords(state, certification.body, words)}`;
    }
    case 'double':
      return `${exception.other.title} (${exception.other.id}): ${phrases.likeness[exception.likeness]}`;
    case 'cut':
      return cutText(exception.cut, exception.standing.renewal, words);
    case 'over-claim':
      return overClaimWords(exception, words);
    case 'late':
      return phrases.lateBy(exception.days);
    case 'changed':
      return phrases.changedOn(exception.on);
  }
}

function overClaimWords(
  { certification, standing: { renewal }, claimed, limit, reason }: Extract<Exception, { kind: 'over-claim' }>,
  words: Words,
): string {
  const credits = words.credits(claimed, renewal.unit);
  const maximum = limit === undefined ? undefined : limitText(limit, renewal, words);
  return words.report.print.overClaim(`${certification.short}: ${credits}`, maximum, reason);
}
