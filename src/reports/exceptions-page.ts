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

/** Maximum rows of a kind; the CSV lists all. */
const MAX_ROWS = 15;

/** An exception as it is printed: one record, or several of a person with the same finding. */
interface ExceptionRow {
  readonly person: string;
  readonly title: string;
  readonly when: string;
  readonly id: string;
  /** Text typed by people before the finding, such as the title of another record. */
  readonly about: string;
  readonly what: string;
}

/**
 * Returns the page of the records an auditor will ask about, grouped by kind. Records of a person with the same finding share a row, and a kind
 * has at most `MAX_ROWS` rows.
 */
export function exceptionsPage({ people, words, nameOf }: Exceptions) {
  const phrases = words.report.print;
  const all = people.flatMap(({ personId, exceptions }) =>
    exceptions.map((exception) => ({ personId, exception, text: findingOf(exception, words) })),
  );
  const groups = EXCEPTION_KINDS.flatMap((kind) => {
    const found = all.filter(({ exception }) => exception.kind === kind);
    if (found.length === 0) return [];
    const byFinding = Map.groupBy(found, ({ personId, text }) => [personId, text.about, text.what].join('\n'));
    const rows = [...byFinding.values()]
      .sort((a, b) => b.length - a.length)
      .map((some) => rowOf(some, { words, nameOf }));
    const left = [...byFinding.values()].length - MAX_ROWS;
    const records = new Set(found.map(({ exception }) => subjectOf(exception))).size;
    const concerned = new Set(found.map(({ personId }) => personId)).size;
    return [
      {
        heading: phrases.exceptionKinds[kind],
        counts: phrases.exceptionCounts(records, concerned),
        note: phrases.exceptionNotes[kind],
        rows: rows.slice(0, MAX_ROWS),
        more: left > 0 ? phrases.moreExceptions(left) : '',
      },
    ];
  });
  const { columns } = phrases;
  return {
    heading: phrases.exceptions,
    none: phrases.noExceptions,
    columns: [columns.person, columns.record, columns.what],
    overview: {
      columns: [columns.kind, columns.records, columns.what],
      note: phrases.exceptionsInCsv,
    },
    groups,
  };
}

interface Finding {
  readonly personId: string;
  readonly exception: Exception;
  readonly text: { readonly about: string; readonly what: string };
}

function rowOf(found: readonly Finding[], { words, nameOf }: Pick<Exceptions, 'words' | 'nameOf'>): ExceptionRow {
  const phrases = words.report.print;
  const [first] = found;
  if (first === undefined) throw new Error('A row of exceptions has none.');
  const { exception, personId, text } = first;
  const person = nameOf(personId);
  if (exception.kind === 'stated') {
    const when = words.opening.reportUntil(exception.statement.opening.on);
    return { person, title: words.opening.reportTitle, when, id: '', ...text };
  }
  const records = found.flatMap(({ exception: one }) => (one.kind === 'stated' ? [] : [one.record]));
  const { title, start, end, id } = exception.record;
  if (records.length === 1) return { person, title, when: words.span(start, end), id, ...text };
  const days = records.flatMap((record) => [record.start, record.end]).sort();
  const when = words.span(days[0] ?? start, days.at(-1) ?? end);
  return { person, title: phrases.severalRecords(records.length), when, id: '', ...text };
}

/** What an exception is about: a record, or a statement of a day. */
function subjectOf(exception: Exception): string {
  if (exception.kind !== 'stated') return exception.record.id;
  return `${exception.certification.code} ${exception.statement.opening.on}`;
}

/** Returns what was found, in words; text typed by people stands apart in `about`. */
export function findingOf(exception: Exception, words: Words): { readonly about: string; readonly what: string } {
  if (exception.kind === 'stated')
    return { about: '', what: statedExceptionWords(exception.certification, exception.statement, words) };
  if (exception.kind !== 'double') return { about: '', what: exceptionWords(exception, words) };
  const { other, likeness } = exception;
  return { about: other.title, what: `(${other.id}): ${words.report.print.likeness[likeness]}` };
}

function statedExceptionWords({ short, renewal }: Certification, { counted }: ReportStatement, words: Words): string {
  const credits = renewal.kind === 'credits' ? words.credits(counted, renewal.unit) : words.amount(counted);
  return `${short}: ${credits}, ${words.opening.isNotAccepted}`;
}

function exceptionWords(exception: Exclude<Exception, { kind: 'stated' | 'double' }>, words: Words): string {
  const phrases = words.report.print;
  switch (exception.kind) {
    case 'proof': {
      const { certification, state } = exception;
      return `${certification.short}: ${auditWords(state, certification.body, words)}`;
    }
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
