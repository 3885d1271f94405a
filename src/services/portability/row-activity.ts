import { ACTIVITY_KINDS, type ActivityKind, DELIVERIES } from '../../domain/activity-kinds.ts';
import { type LengthReading, parseLength } from '../../sheets/cell-lengths.ts';
import { isNothing, isTick, withoutPlaceholder } from '../../sheets/cell-numbers.ts';
import type { ColumnField } from '../../sheets/column-names.ts';
import type { Preset } from '../../sheets/presets.ts';
import { wordsFor } from '../../strings/index.ts';
import { LOG_LIMITS } from '../../views/record-fields.ts';
import { findActivityKind } from '../records/find-activity-kind.ts';
import { parseDuration } from '../records/parse-duration.ts';
import { type DayReading, readRowDays } from './row-days.ts';

/** Returns the cell of a field, or an empty text. */
export type Cells = (field: ColumnField) => string;

/** How the cells of a table are read, decided over its columns. */
export interface ActivityReading extends DayReading {
  readonly length: LengthReading | 'unclear';
  readonly preset: Preset | undefined;
  /** The length of rows without a length and credits, as typed. */
  readonly defaultLength: string | undefined;
}

/** The answers of the log form that describe the activity of a row, and what has to be answered first. */
export interface RowActivity {
  readonly answers: Readonly<Record<string, string>>;
  readonly isEitherDate: boolean;
  readonly isUnclearLength: boolean;
}

/** Reads what a row says of its activity. */
export function readRowActivity(get: Cells, reading: ActivityReading): RowActivity {
  // recert leaves a cell empty where nothing is known: `None` is a title there.
  const known = reading.preset?.isOwn === true ? (cell: string) => cell : withoutPlaceholder;
  const { isEither, ...days } = readRowDays(withoutPlaceholder(get('start')), withoutPlaceholder(get('end')), reading);
  const length = readLength(withoutPlaceholder(get('minutes') || get('hours')), reading.length);
  const answers = {
    title: known(oneLine(get('title'))),
    provider: known(oneLine(get('provider'))) || (reading.preset?.provider ?? ''),
    kind: readKind(get, reading.preset),
    delivery: parseDelivery(get('delivery')),
    ...days,
    duration: length ?? '',
    description: known(get('description')).slice(0, LOG_LIMITS.description),
    ...readProof(known(get('link')), known(get('note'))),
  };
  return { answers, isEitherDate: isEither, isUnclearLength: length === undefined };
}

/** The proof of a row. Of several links the first is the link, the others and what isn't a link are in the note. */
function readProof(link: string, note: string): { readonly link: string; readonly note: string } {
  const [first = '', ...others] = link.split(/\s*;\s+(?=https?:)/iu);
  const isAddress = /^https?:\/\//iu.test(first);
  // “yes” and “no” in a column of proof prove nothing.
  const isProof = !isAddress && !isTick(first) && !isNothing(first);
  const notes = [note, ...(isProof ? [first] : []), ...others].filter((one) => one !== '');
  return { link: isAddress ? first : '', note: notes.join('; ') };
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/gu, ' ').trim();
}

/** Returns a length as the log form reads it, or undefined if its unit isn't known. */
function readLength(cell: string, reading: LengthReading | 'unclear'): string | undefined {
  if (cell === '') return '';
  const hours = { bare: 'hours', clock: 'hours', minutesPerHour: 60 } as const;
  const minutes = parseLength(cell, reading === 'unclear' ? hours : reading);
  if (minutes === undefined) return withoutSeconds(cell);
  const isFullClock = cell.split(':').length === 3;
  return reading === 'unclear' && !isFullClock ? undefined : String(minutes);
}

/** Whole minutes are logged: `1h 2m 30s` is `1h 2m`. */
function withoutSeconds(cell: string): string {
  const shorter = cell.replace(/\s*\d{1,2}\s*(?:s|secs?|seconds?|sekunden?)\.?$/iu, '');
  return parseDuration(shorter) === undefined ? cell : shorter;
}

const LANGUAGES = [wordsFor('en-GB'), wordsFor('de-DE')];

/** What portals call activities, beside the names that people use. */
const PORTAL_KINDS: readonly (readonly [RegExp, ActivityKind])[] = [
  [/\borgani[sz]ation(?:al)? meetings?\b|\bchapter\b/iu, 'chapter-meeting'],
  [/\b(?:online or digital media|self[\s-](?:directed|study|paced))\b/iu, 'self-study'],
  [/\bcourse or training\b/iu, 'course'],
  [/\bread\b/iu, 'reading'],
  [/\bvolunteer/iu, 'volunteering'],
  [/\bcreate (?:new )?(?:content|knowledge)\b/iu, 'authoring'],
  [/\b(?:give|giving) a presentation\b/iu, 'teaching'],
  [/\bwork(?:ing)? as a (?:professional|practitioner)\b/iu, 'work-experience'],
];

function readKind(get: Cells, preset: Preset | undefined): ActivityKind {
  const [kind, title, category] = [get('kind'), get('title'), get('category')];
  const portal = PORTAL_KINDS.find(([words]) => words.test(kind) || words.test(category))?.[1];
  return (
    parseKind(kind) ??
    (/\bself[\s-]study\b/iu.test(kind) ? 'self-study' : findActivityKind(kind)) ??
    portal ??
    // What a platform of courses has is a course, even one about reading.
    (preset?.provider !== undefined && preset.kind !== undefined ? preset.kind : findActivityKind(title)) ??
    findActivityKind(category) ??
    preset?.kind ??
    'other'
  );
}

function parseKind(typed: string): ActivityKind | undefined {
  return ACTIVITY_KINDS.find((kind) => isOneOf(typed, [kind, ...LANGUAGES.map(({ kinds }) => kinds[kind])]));
}

function parseDelivery(typed: string): string {
  return DELIVERIES.find((one) => isOneOf(typed, [one, ...LANGUAGES.map(({ deliveries }) => deliveries[one])])) ?? '';
}

function isOneOf(typed: string, names: readonly (string | undefined)[]): boolean {
  return names.some((name) => name?.toLowerCase() === typed.toLowerCase());
}
