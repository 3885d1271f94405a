import { EXCEPTION_KINDS, type ReportException } from '../domain/report-content.ts';
import type { Words } from '../strings/index.ts';
import { auditWords } from '../views/audit-words.ts';
import { cutText } from '../views/pace-words.ts';
import type { PrintedRecord, Printing } from './report-section.ts';

type Exception = ReportException<PrintedRecord>;

interface Exceptions extends Pick<Printing, 'words' | 'nameOf'> {
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
      .map(({ person, exception }) => {
        const { record } = exception;
        const when = words.span(record.start, record.end);
        return { person, title: record.title, when, id: record.id, what: exceptionWords(exception, words) };
      });
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

function exceptionWords(exception: Exception, words: Words): string {
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
    case 'late':
      return phrases.lateBy(exception.days);
    case 'changed':
      return phrases.changedOn(exception.on);
  }
}
