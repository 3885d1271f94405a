import type { TranscriptCourse } from '../domain/document-reading.ts';
import type { TextBlock } from './blocks.ts';
import { cellUnder } from './credit-table.ts';
import type { Paper } from './paper.ts';

const HEADERS = {
  title:
    /^(?:(?:course\s+)?title|(?:course\s+)?name|description|titel|bezeichnung|modul|veranstaltung|intitulé|matière|título|asignatura|denominación)$/iu,
  code: /^(?:course|code|no\.?|nr\.?|kurs|cours|código|clave)$/iu,
  credits: /^(?:credit\s*hours?|credits?|hours?|units?|ects|cr\.?|lp|leistungspunkte|crédits?|créditos)$/iu,
  grade: /^(?:grade|mark|note|result|calificación|nota|bewertung)$/iu,
  state: /^(?:status|state|result|statut|estado|situación)$/iu,
} as const;

const STATES: readonly (readonly [TranscriptCourse['state'], RegExp])[] = [
  [
    'failed',
    /^(?:f|fail(?:ed)?|nicht\s+bestanden|suspenso|reprobado|échoué|ajourné|withdrawn|withdrew|w|no\s+credit|nc)$/iu,
  ],
  [
    'in-progress',
    /^(?:in\s+progress|ip|enrolled|laufend|en\s+curso|en\s+cours|registered|current|belegt|matriculado)$/iu,
  ],
  [
    'completed',
    /^(?:completed?|passed?|bestanden|aprobado|superado|validée?|acquis|réussi|credit|earned|notable|sobresaliente|abgeschlossen)$/iu,
  ],
];

/** Returns the courses of a transcript; empty if it has no table of them. */
export function findCourses({ rows }: Paper): readonly TranscriptCourse[] {
  const at = rows.findIndex(
    (row) => heading(row, 'credits') !== undefined && (heading(row, 'grade') ?? heading(row, 'state')) !== undefined,
  );
  const header = rows[at];
  const title = header && (heading(header, 'title') ?? heading(header, 'code'));
  if (header === undefined || title === undefined) return [];
  const cell = (row: readonly TextBlock[], name: keyof typeof HEADERS) => {
    const head = heading(header, name);
    return head === undefined ? '' : (cellUnder(head, row)?.text ?? '');
  };
  return rows.slice(at + 1).flatMap((row): readonly TranscriptCourse[] => {
    const name = cellUnder(title, row)?.text ?? '';
    const credits = cell(row, 'credits');
    if (!/\p{L}{3}/u.test(name) || !/^\d/u.test(credits) || /^total/iu.test(name)) return [];
    const [grade, state] = [cell(row, 'grade'), cell(row, 'state')];
    return [{ title: name, credits, grade, state: stateOf(state, grade) }];
  });
}

function heading(row: readonly TextBlock[], name: keyof typeof HEADERS): TextBlock | undefined {
  return row.find(({ text }) => HEADERS[name].test(text));
}

function stateOf(state: string, grade: string): TranscriptCourse['state'] {
  const find = (text: string) => STATES.find(([, words]) => words.test(text.trim()))?.[0];
  return find(state) ?? find(grade) ?? 'unknown';
}
