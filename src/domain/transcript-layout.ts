import { splitWords } from './holding.ts';

/** The bodies whose transcripts are recognised. */
export const TRANSCRIPT_BODIES = ['ISC2', 'ISACA', 'PMI', 'CompTIA'] as const;
export type TranscriptBody = (typeof TRANSCRIPT_BODIES)[number];

/** What a column of a transcript holds. `submittedOn` is no day of the activity. */
export type TranscriptField =
  | 'reference'
  | 'title'
  | 'provider'
  | 'type'
  | 'group'
  | 'start'
  | 'end'
  | 'submittedOn'
  | 'credits'
  | 'ceusSubmitted'
  | 'ceusApplied'
  | 'certifications'
  | 'status'
  | 'ways-of-working'
  | 'power-skills'
  | 'business-acumen'
  | 'giving-back'
  | 'total';

/** The columns of a transcript: each field by its index from 0, and the other headings, which may be certifications. */
export interface TranscriptLayout {
  readonly body: TranscriptBody;
  readonly width: number;
  readonly columns: Readonly<Partial<Record<TranscriptField, number>>>;
  readonly others: readonly { readonly column: number; readonly name: string }[];
}

/** Headings in lower case, without punctuation. */
const HEADINGS: Readonly<Record<TranscriptField, RegExp>> = {
  reference: /^(?:(?:cpe|ceu|pdu|claim|activity|record|submission)\s)?(?:id|no|number|reference)$/u,
  title: /^(?:activity|title|(?:activity|course|event)\s(?:title|name)|title\sdescription)$/u,
  provider: /^(?:sponsor|provider|(?:sponsor|provider)\sname|sponsoring\sorgani[sz]ation|organi[sz]ation)$/u,
  type: /^(?:(?:cpe|activity|ceu)\s)?(?:type|category|category\sor\stype)$|^qualifying\sactivity(?:\stype)?$/u,
  group: /^(?:cpe\s)?group$/u,
  start: /^(?:start|from|start\sdate|date\sstarted|activity\sstart(?:\sdate)?)$/u,
  end: /^(?:end|to|end\sdate|completed|date\scompleted|completed\son|completion\sdate|activity\sdate|date)$/u,
  submittedOn:
    /^(?:claimed|submitted|reported|entered)\son$|^date\s(?:claimed|submitted|reported)$|^(?:claim|submission)\sdate$/u,
  credits: /^(?:cpe\s)?(?:credits?|hours|cpes?)$/u,
  ceusSubmitted: /^ceus?\s(?:submitted|claimed|requested)$/u,
  ceusApplied: /^ceus?\s(?:applied|approved|awarded)$/u,
  certifications: /^certifications?$/u,
  status: /^(?:(?:claim|cpe|ceu|activity)\s)?status$/u,
  'ways-of-working': /^(?:w|ways\sof\sworking|technical)$/u,
  'power-skills': /^(?:p|power\sskills|leadership)$/u,
  'business-acumen': /^(?:b|business\sacumen|strategic(?:\sand)?(?:\sbusiness)?)$/u,
  'giving-back': /^(?:g|giving\sback)$/u,
  total: /^total(?:\spdus?)?$/u,
};

const FIELDS: readonly TranscriptField[] = [
  'reference',
  'title',
  'provider',
  'type',
  'group',
  'start',
  'end',
  'submittedOn',
  'credits',
  'ceusSubmitted',
  'ceusApplied',
  'certifications',
  'status',
  'ways-of-working',
  'power-skills',
  'business-acumen',
  'giving-back',
  'total',
];

/** The columns by which the transcript of a body is known, beside a title, a day and a status. */
const SIGNS: readonly (readonly [TranscriptBody, readonly TranscriptField[]])[] = [
  ['PMI', ['ways-of-working', 'power-skills', 'business-acumen', 'end']],
  ['CompTIA', ['ceusApplied', 'certifications', 'end']],
  ['CompTIA', ['ceusSubmitted', 'certifications', 'end']],
  ['ISC2', ['credits', 'certifications', 'end']],
];

/** Reads the cells of a line as the headings of a transcript; undefined if they aren't those of a known one. */
export function transcriptLayout(cells: readonly string[]): TranscriptLayout | undefined {
  const names = cells.map((cell) => splitWords(cell.slice(0, 80)).join(' '));
  const columns: Partial<Record<TranscriptField, number>> = {};
  for (const field of FIELDS) {
    const column = names.findIndex((name) => HEADINGS[field].test(name));
    if (column >= 0) columns[field] = column;
  }
  if (columns.title === undefined || columns.status === undefined) return undefined;
  const taken = new Set(Object.values(columns));
  const others = cells.flatMap((name, column) => (taken.has(column) || names[column] === '' ? [] : [{ column, name }]));
  const has = (field: TranscriptField) => columns[field] !== undefined;
  const isIsaca = has('start') && has('end') && has('type') && !has('credits') && others.length > 0;
  const body = SIGNS.find(([, fields]) => fields.every(has))?.[0] ?? (isIsaca ? 'ISACA' : undefined);
  return body && { body, width: cells.length, columns, others };
}
