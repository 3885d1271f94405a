import type { DateRange } from '../domain/calendar.ts';
import type { TextBlock } from './blocks.ts';
import { type DateMention, findDates } from './dates.ts';
import { findLengths } from './lengths.ts';
import type { Paper } from './paper.ts';

/** The days of what was attended; a question where they aren't clear. */
export interface EventDays {
  readonly range?: DateRange;
  readonly words?: string;
  /** `order`: day and month could be swapped in these words. `several`: different days could be meant. */
  readonly question?: 'order' | 'several' | 'none';
  /** The days of a list, where each day stands on a line of its own: those that were attended. */
  readonly list?: readonly DayLine[];
}

/** A line of a list of days, with the minutes that it states. */
interface DayLine {
  readonly range: DateRange;
  readonly minutes: number | undefined;
}

const ON = String.raw`(?:\s+(?:on|at|am|le|el|the|den|live|date|in|de|du|del))*\s*:?\s*(?:\p{L}+day,?\s*)?\(?$`;
/** Words directly before a date that is no day of the event. */
const OTHER_LEAD = new RegExp(
  String.raw`(?:issued?|issuance|valid(?:ity)?(?:\s+(?:until|through|to|from|till))?|expir\p{L}*|enrol\p{L}*|registered|recorded|aired|broadcast|first\s+shown|published|printed|generated|created|session\s+dates?|birth|born|signed|dated|renew\p{L}*|until|deadline|due|by|ausgestellt|erstellt|ausstellung\p{L}*|gültig(?:\s+bis)?|geboren|angemeldet|bis|délivrée?|émise?|fait|valable(?:\s+jusqu['’]au)?|expire|inscrite?|jusqu['’]au|expedid[oa]|emitid[oa]|emisión|válid[oa](?:\s+hasta)?|vence|inscrit[oa]|hasta)${ON}`,
  'iu',
);
/** A place before the date of a signature: `Bremen, den 20.11.2026`. */
const PLACE = /^\p{Lu}[\p{L}. -]{1,30},\s*(?:den|the|le|el|a|am|on)?\s*$/u;
const WEEKDAY =
  /^(?:\p{L}+day|(?:sonn|mon|diens|donners|frei|sams)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\s*$/iu;
const EVENT_LEAD =
  /(?:\bon|\bheld|attended|completed|viewed|watched|from|between|during|\bdates?|zeitraum|datum|termin|\bam|\bvom|\ble|\bdu|\bel|\bdel|\bdía|took\s+place)\s*:?\s*(?:\p{L}+day,?\s*|\p{L}+tag,?\s*(?:den\s+)?)?$/iu;
const OTHER_AFTER = /^[\s,(]*(?:date\s+of\s+issue|issue\s+date|ausstellungsdatum|\(issued)/iu;
const ABSENT = /\b(?:not|no|nicht|absent|abwesend|ausente|missed|fehlend|non)\b/iu;
const LETTER = /^(?:to\s+whom|dear\b|sehr\s+geehrte|madame|monsieur|a\s+quien|an\s+wen|hiermit|ref(?:erence)?:)/iu;

interface Candidate extends DateMention {
  readonly block: TextBlock;
  readonly weight: number;
}

/** Finds the days of the event among the dates of a document. */
export function findEventDays(paper: Paper): EventDays {
  const list = dayList(paper);
  if (list !== undefined) return list;
  const found = paper.blocks.flatMap((block) => candidatesIn(block, paper));
  const best = Math.max(0, ...found.map(({ weight }) => weight));
  const chosen = found.filter(({ weight }) => weight === best && weight > 0);
  const [first] = chosen;
  if (first === undefined) return { question: 'none' };
  const key = ({ readings }: DateMention) => readings.map(({ start, end }) => `${start}/${end}`).join(' ');
  if (chosen.some((one) => key(one) !== key(first))) return { question: 'several' };
  const [range, other] = first.readings;
  if (range === undefined || other !== undefined) return { question: 'order', words: first.words };
  return { range, words: first.words };
}

function candidatesIn(block: TextBlock, paper: Paper): readonly Candidate[] {
  const label = paper.labelled.find((one) => one.block === block);
  return findDates(block.text).map((mention) => ({
    ...mention,
    block,
    weight: weightOf(mention, { block, field: label?.field, paper }),
  }));
}

interface Surroundings {
  readonly block: TextBlock;
  readonly field: string | undefined;
  readonly paper: Paper;
}

/** How surely a date is one of the event: 3 by its label or words, 2 alone on its line, 1 anywhere; 0 for the day of something else. */
function weightOf({ words, index }: DateMention, { block, field, paper }: Surroundings): number {
  const before = block.text.slice(0, index);
  const after = block.text.slice(index + words.length);
  if (field === 'other-day' || OTHER_LEAD.test(before) || OTHER_AFTER.test(after)) return 0;
  if (PLACE.test(before) && !WEEKDAY.test(before)) return 0;
  if (field === 'day' || EVENT_LEAD.test(before)) return 3;
  const isAlone = (before.trim() === '' || WEEKDAY.test(before)) && !/\p{L}{4}/u.test(after);
  if (isAlone && isDateOfLetter(block, paper)) return 0;
  return isAlone ? 2 : 1;
}

/** Whether a date stands over the salutation of a letter. */
function isDateOfLetter(block: TextBlock, { blocks }: Paper): boolean {
  return blocks.some((other) => LETTER.test(other.text) && other.page === block.page && other.y > block.y);
}

/** Days one under the other, each with what was done on it. */
function dayList({ blocks }: Paper): EventDays | undefined {
  const lines = blocks.flatMap((block) => {
    const [mention, more] = findDates(block.text);
    const [range, other] = mention?.readings ?? [];
    const isDay = mention !== undefined && more === undefined && range !== undefined && other === undefined;
    const rest = isDay ? block.text.slice(mention.index + mention.words.length) : '';
    const isLine =
      isDay &&
      (mention.index === 0 ||
        WEEKDAY.test(block.text.slice(0, mention.index)) ||
        /^(?:day|tag|jour|día)\s+\d/iu.test(block.text));
    return isLine && /\p{L}|\d/u.test(rest) ? [{ range, rest, x: block.x, words: block.text }] : [];
  });
  const attended = lines.filter(({ rest }) => !ABSENT.test(rest));
  const [first] = attended;
  const last = attended.at(-1);
  if (lines.length < 2 || first === undefined || last === undefined || lines.some(({ x }) => Math.abs(x - first.x) > 4))
    return undefined;
  const list = attended.map(({ range, rest }) => {
    const [length, other] = findLengths(rest).filter(({ role }) => role === 'plain');
    return { range, minutes: other === undefined ? length?.minutes : undefined };
  });
  const words = attended.map((line) => line.words).join('; ');
  return { range: { start: first.range.start, end: last.range.end }, words, list };
}
