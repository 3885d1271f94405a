import type { Catalogue } from '../../catalogue/index.ts';
import type { Certification } from '../../domain/certification.ts';
import { findCertificationNames } from '../certifications/certification-names.ts';
import type { DateReading } from '../date-words.ts';
import { findDays } from '../parse-date.ts';
import { findDuration } from '../records/parse-duration.ts';

/** A typed line with what intents are recognised by. */
export interface Sentence {
  /** In its own case, without courtesies. */
  readonly line: string;
  /** In lower case, without apostrophes and the marks at its end. */
  readonly plain: string;
  readonly certifications: readonly Certification[];
  /** The words besides the names of certifications, as in `plain`. */
  readonly otherWords: string;
  readonly minutes: number | undefined;
  /** It states a duration or credits. */
  readonly hasAmount: boolean;
  readonly beginsWithAmount: boolean;
  readonly hasPastDay: boolean;
  readonly beginsWithDay: boolean;
  readonly isQuestion: boolean;
}

/** What a sentence is read with. */
export interface SentenceContext extends DateReading {
  readonly catalogue: Pick<Catalogue, 'find'>;
}

/** In characters; what stands behind them in a longer line is not interpreted. */
const MAX_LENGTH = 500;
const COURTESY_BEFORE =
  /^\s*(?:(?:(?:hey|hi|hello|hallo|moin|ok|okay)\b[\s,!.]*(?:recert|bot|there|zusammen)?|recert|please|pls|plz|bitte|(?:can|could|would|will) (?:you|u)|(?:kannst|könntest|würdest) du|i(?:['’]d| would)? (?:like|want|need) to|ich (?:möchte|will|würde gern))[\s,:!]+(?:please\s+|bitte\s+)?)+(?=\S)/iu;
const COURTESY_AFTER =
  /[\s,]+(?:please|pls|plz|bitte|thanks|thank you|thx|danke)(?:[\s,]+(?:recert|dir))?\s*[.!?]*\s*$/iu;

const NUMBER = String.raw`[+-]?(?:\d{1,4}(?:[.,]\d{1,2})?|\d{1,2}:[0-5]\d(?=\s))`;
const UNIT = String.raw`(?:h|hrs?|hours?|std\.?|stunden?|m|mins?|min\.|minutes?|minuten?|cpes?|pdus?|ce[us]s?|cmes?|cles?|cpds?|credits?|points?|punkte?)`;
const IN_WORDS = String.raw`(?:(?:an?|one|two|three|half an?|eine?|zwei|drei|eine halbe|eine dreiviertel|anderthalb|eineinhalb|dreiviertel)[\s-]?(?:hours?|stunden?)|(?:half|full|whole)(?: a)? day|(?:halber?|ganzer?|einen halben|einen ganzen) tag)`;
const CLOCK = String.raw`\d{1,2}:[0-5]\d(?!\d)`;
const AMOUNT = String.raw`(?:${NUMBER}\s*${UNIT}(?:\d{1,2})?(?![\p{L}])|${IN_WORDS}(?![\p{L}]))`;
const AMOUNT_ANYWHERE = new RegExp(String.raw`(?<![\p{L}\p{N}])${AMOUNT}`, 'iu');
const AMOUNT_FIRST = new RegExp(String.raw`^(?:${AMOUNT}|${CLOCK}\s)`, 'iu');
const DAY_FIRST =
  /^(?:(?:on|am|last|letzten|letzte|this|diesen) )?(?:yesterday|today|(?:vor)?gestern|heute|day before|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}(?![\d%])|\d{1,2}\.? (?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])|(?:jan|feb|m[aä]r|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|week|woche)/iu;
const QUESTION_FIRST =
  /^(?:what|whats|which|when|whens|where|wheres|how|hows|why|who|whose|am|is|are|do|does|did|can|could|should|shall|will|any|was|were|have i|got any|wie|wann|wo|welche[nrsm]?|warum|wieso|weshalb|wer|wen|bin|ist|sind|gibts?|liege?|hab(?:e)? ich|hast du|kann|soll|muss|brauche|reich(?:t|en)|fehlt|fehlen)(?![\p{L}])/iu;

/** Returns a line without the words that only make it polite: `can you … please`. */
export function withoutCourtesy(line: string): string {
  if (line.length > MAX_LENGTH) return line;
  const rest = line.replace(COURTESY_BEFORE, '').replace(COURTESY_AFTER, '').trim();
  return rest === '' ? line : rest;
}

/** Reads a line as a sentence. */
export function readSentence(line: string, reading: SentenceContext): Sentence {
  const text = line.slice(0, MAX_LENGTH).trim();
  const plain = plainOf(text);
  const { certifications, rest } = findCertificationNames(text, reading.catalogue);
  const days = findDays(text, reading);
  return {
    line,
    plain,
    certifications,
    otherWords: plainOf(rest),
    minutes: findDuration(text)?.minutes,
    hasAmount: AMOUNT_ANYWHERE.test(text),
    beginsWithAmount: AMOUNT_FIRST.test(text),
    hasPastDay: days !== undefined && days.start <= reading.today,
    beginsWithDay: DAY_FIRST.test(text),
    // `am 20.11.` begins with a day, `am I behind` with a question.
    isQuestion: /\?\s*$/u.test(text) || (QUESTION_FIRST.test(plain) && !DAY_FIRST.test(text)),
  };
}

function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’`´]/gu, '')
    .replace(/[\s,]+/gu, ' ')
    .replace(/^[\s.,;:!?–-]+|[\s.,;:!?–-]+$/gu, '');
}
