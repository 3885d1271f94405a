import { DATE_PATTERN } from '../date-words.ts';
import { takeKinds } from '../records/activity-nouns.ts';
import { UNPROVED } from '../records/parse-history-query.ts';
import type { Sentence } from './sentence.ts';

const { month: MONTH } = DATE_PATTERN;
const IN_MONTH = new RegExp(
  String.raw`(?<!\p{L})(?:in|im|during|since|from|for)\s+(${MONTH})(?:\s+((?:19|20)\d\d))?`,
  'iu',
);
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;
const LAST_YEAR = /(?<!\p{L})(?:last year|letztes jahr|im letzten jahr|vergangenes jahr)(?!\p{L})/iu;
const THIS_YEAR = /(?<!\p{L})(?:this year|dieses jahr|in diesem jahr)(?!\p{L})/iu;

/** Returns the filters of `history` that a sentence names: certifications, a month or a year, a kind, missing proof. */
export function historyText({ plain, certifications }: Sentence): string {
  const [, month, year = ''] = IN_MONTH.exec(plain) ?? [];
  const period =
    month !== undefined
      ? `in ${month} ${year}`
      : LAST_YEAR.test(plain)
        ? 'last year'
        : THIS_YEAR.test(plain)
          ? 'this year'
          : (YEAR.exec(plain)?.[0] ?? '');
  const [kind = ''] = takeKinds(plain).kinds;
  const proof = UNPROVED.test(plain) ? 'missing proof' : '';
  return joined([...certifications.map(({ short }) => short), period, kind, proof]);
}

/** Words that ask for something but don't describe it. */
const SEARCH_FILLERS =
  /(?<![\p{L}-])(?:find|search|show|look(?:ing)?|suche?|such|gib|gibts|gibt|es|are|is|there|any|anything|some|something|me|mir|us|i|can|where|which|what|a|an|the|einen?|ein|eine|etwas|irgendwelche|zu|zum|zur|über(?!\s+\d)|about|on|im bereich|welche|wo|finde|ich|on the topic of|stuff|good|gute[nrs]?|nach)(?![\p{L}-])/giu;

/** Returns the words and filters of a search that a sentence asks for. */
export function searchText({ line }: Pick<Sentence, 'line'>): string {
  const text = line
    .replace(/[?!.]+\s*$/u, '')
    .replace(/^\s*(?:search|suche?|such|look(?:ing)?|find)\s+(?:me\s+|mir\s+)?(?:for|nach)\s+/iu, '');
  // `on friday` is a filter, `on zero trust` is not.
  const marked = text.replace(
    /(?<!\p{L})(?:on|am)(?=\s+(?:mon|tues|wednes|thurs|fri|satur|sun|diens|donners|frei|sams|sonn|mittwoch))/giu,
    '@',
  );
  return joined([marked.replace(SEARCH_FILLERS, ' ').replaceAll('@', 'on')]);
}

/** Returns what a sentence supposes: `I attend a 16h conference in March`. */
export function whatIfText({ line }: Pick<Sentence, 'line'>): string {
  return line
    .replace(
      /^\s*(?:what\s+(?:happens|would\s+happen)\s+if|suppose|was\s+(?:ist|wäre|passiert),?\s+wenn|angenommen)[\s,]*/iu,
      '',
    )
    .replace(/\?\s*$/u, '')
    .trim();
}

function joined(parts: readonly string[]): string {
  return parts.join(' ').replace(/\s+/gu, ' ').trim();
}
