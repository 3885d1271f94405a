import { foldName, readHeading } from '../sheets/column-heading.ts';
import type { ColumnField } from '../sheets/column-names.ts';
import { proposeMapping } from '../sheets/match-columns.ts';
import type { Sheet } from '../sheets/parse-sheet.ts';

/** A field of an opportunity that a column can hold. */
export type OpportunityColumn =
  | 'title'
  | 'url'
  | 'provider'
  | 'description'
  | 'start'
  | 'startTime'
  | 'end'
  | 'endTime'
  | 'minutes'
  | 'hours'
  | 'kind'
  | 'delivery'
  | 'free'
  | 'price'
  | 'topics'
  | 'place'
  | 'language'
  | 'credits'
  | 'certification'
  | 'id';

/** The index of the column of each field; fields without a column are absent. */
export type OpportunityColumns = Readonly<Partial<Record<OpportunityColumn, number>>>;

/** Headings that only tables of opportunities have, in English, German, French and Spanish; folded, without accents. */
const OWN_NAMES: readonly (readonly [OpportunityColumn, readonly string[]])[] = [
  ['startTime', ['time', 'start time', 'starts at', 'uhrzeit', 'startzeit', 'heure', 'heure de debut', 'hora']],
  ['endTime', ['end time', 'ends at', 'endzeit', 'heure de fin', 'hora de fin']],
  ['url', ['url', 'link', 'address', 'website', 'registration link', 'anmeldung', 'inscription', 'lien', 'enlace']],
  ['free', ['free', 'is free', 'kostenlos', 'gratuit', 'gratis', 'gratuito']],
  ['price', ['price', 'cost', 'costs', 'fee', 'preis', 'kosten', 'gebuhr', 'prix', 'cout', 'tarif', 'precio', 'coste']],
  [
    'topics',
    ['topics', 'topic', 'tags', 'keywords', 'subjects', 'themen', 'thema', 'themes', 'theme', 'temas', 'tema'],
  ],
  ['place', ['place', 'city', 'location', 'venue', 'ort', 'stadt', 'lieu', 'ville', 'lugar', 'ciudad', 'sede']],
  ['language', ['language', 'lang', 'sprache', 'langue', 'idioma']],
  ['kind', ['kind', 'type', 'event type', 'format', 'art', 'typ', 'tipo', 'formato']],
  [
    'start',
    [
      'start',
      'starts',
      'start date',
      'date',
      'start date time',
      'start datetime',
      'dtstart',
      'datum',
      'termin',
      'beginn',
      'date de debut',
      'fecha',
    ],
  ],
  ['end', ['ends', 'end date time', 'end datetime', 'dtend']],
  ['id', ['key', 'uid', 'guid']],
];

/** The columns of records that tables of opportunities have too. */
const OF_RECORDS: readonly (readonly [ColumnField, OpportunityColumn])[] = [
  ['title', 'title'],
  ['provider', 'provider'],
  ['start', 'start'],
  ['end', 'end'],
  ['minutes', 'minutes'],
  ['hours', 'hours'],
  ['kind', 'kind'],
  ['delivery', 'delivery'],
  ['description', 'description'],
  ['link', 'url'],
  ['credits', 'credits'],
  ['certification', 'certification'],
  ['id', 'id'],
];

/** Names of topics that are the title where no other column is. */
const ALSO_TITLES = ['topic', 'thema', 'theme', 'tema'];

const OWN = new Map(OWN_NAMES.flatMap(([column, names]) => names.map((name) => [name, column] as const)));

/** Maps the columns of a table of opportunities by their headings, in the way of records; other columns are not guessed. */
export function opportunityColumns(header: readonly string[], rows: Sheet['rows'] = []): OpportunityColumns {
  const found: Partial<Record<OpportunityColumn, number>> = {};
  for (const [at, heading] of header.entries()) {
    const column = OWN.get(readHeading(heading).name);
    if (column !== undefined) found[column] ??= at;
  }
  const mapping = proposeMapping(header, rows);
  for (const [field, column] of OF_RECORDS) {
    const at = mapping[field];
    if (at !== undefined && !Object.values(found).includes(at)) found[column] ??= at;
  }
  const { topics, ...others } = found;
  const isTitle = topics !== undefined && ALSO_TITLES.includes(foldName(header[topics] ?? ''));
  return isTitle && found.title === undefined ? { ...others, title: topics } : found;
}

/** Returns how many fields of an opportunity a row of headings names. */
export function countOpportunityColumns(header: readonly string[]): number {
  return Object.keys(opportunityColumns(header)).length;
}
