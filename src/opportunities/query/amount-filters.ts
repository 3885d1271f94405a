import type { SearchFilters } from '../../domain/search-filters.ts';
import { type FilterRule, phrase } from './filter-rule.ts';

const UP_TO = String.raw`(?:under|below|at most|up to|less than|cheaper than|shorter than|max(?:imum|\.)?|no more than|not more than|unter|höchstens|maximal|bis zu|weniger als|kürzer als|moins (?:de|d[’'])|au plus|jusqu[’']à|maximum|menos de|como máximo|hasta|<=?)`;
const AT_LEAST = String.raw`(?:over|at least|more than|longer than|min(?:imum|\.)?|mindestens|wenigstens|über|mehr als|länger als|au moins|plus de|al menos|más de|por lo menos|mínimo|>=?)`;
const NUMBER = String.raw`(?<number>\d{1,6}(?:[.,]\d{1,2})?)`;
const A_NUMBER = String.raw`(?<number>\d{1,3}(?:[.,]\d{1,2})?|an?|one|two|three|four|half an|eine[rn]?|einer halben|zwei|drei|vier|une?|deux|trois|una?|dos|tres)`;
const TIME = String.raw`(?<unit>h|hours?|hrs?|std\.?|stunden?|heures?|horas?|m|mins?|minutes?|minuten?|minutos?)`;
const SIGN = String.raw`(?<sign>\$|€|£|us\$|usd|eur|gbp|chf|dollars?|euros?|pounds?|pfund|franken|francs?|dólares|dolares|bucks)`;
const CREDIT = `(?:cpes?|ceus?|pdus?|pdcs?|eces?|seus?|cpds?|cdus?|recertification credits?|credits?|punkten?|fortbildungspunkten?|crédits?|créditos?|credit hours?)`;

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:\$|us|dol|dól|buck)/iu, 'USD'],
  [/^(?:€|eur)/iu, 'EUR'],
  [/^(?:£|gbp|pound|pfund)/iu, 'GBP'],
  [/^(?:chf|frank|franc)/iu, 'CHF'],
];

const NUMBER_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:half|einer halben)/iu, 0.5],
  [/^(?:an?|one|eine[rn]?|une?|una?)$/iu, 1],
  [/^(?:two|zwei|deux|dos)$/iu, 2],
  [/^(?:three|drei|trois|tres)$/iu, 3],
  [/^(?:four|vier)$/iu, 4],
];

const LESS = /^(?:under|below|less|shorter|unter|weniger|kürzer|moins|menos|<(?!=))/iu;

const FREE: SearchFilters = { price: { max: 0, currency: '' } };

/** A length without “under” or “at least” is a filter only beside what it is the length of. */
const ABOUT = String.raw`(?=\s+(?:long\s+)?(?:\p{L}+\s+){0,2}(?:podcasts?|webinars?|webinare?|webinaires?|webinarios?|courses?|kurse?|cours|cursos?|workshops?|trainings?|schulung(?:en)?|sessions?|talks?|videos?|class(?:es)?|seminar[es]?|episodes?))`;

/** Prices, lengths and credits. */
export const AMOUNT_FILTERS: readonly FilterRule[] = [
  phrase(
    '(?:for )?free(?: of charge| of cost)?(?! (?:software|speech|movement|trade|text|will|fall))|(?:at )?no cost|no charge|kostenlos(?:e[nrsm]?)?|gratis|kostenfrei(?:e[nrsm]?)?|umsonst|gratuite?s?|gratuitement|gratuit[oa]s?|sans frais|sin costo?e?',
    () => FREE,
  ),
  phrase('paid(?! leave| time| media| search)|kostenpflichtig(?:e[nrsm]?)?|payante?s?|de pago', () => ({
    price: 'paid',
  })),
  phrase(
    `${UP_TO} ?(?:${SIGN} ?${NUMBER}|${NUMBER.replace('number', 'after')} ?${SIGN.replace('sign', 'behind')})(?: or less| oder weniger)?|(?:my |a |mein )?budget(?: of| is| von|:)? ?(?:${SIGN.replace('sign', 'before')} ?${NUMBER.replace('number', 'amount')}|${NUMBER.replace('number', 'sum')} ?${SIGN.replace('sign', 'unit')})`,
    ({ groups = {} }) => {
      const { number, after, amount, sum = '', sign, behind, before, unit = '' } = groups;
      const max = Math.round(numberOf(number ?? after ?? amount ?? sum) * 100);
      return { price: { max, currency: currencyOf(sign ?? behind ?? before ?? unit) } };
    },
  ),
  phrase(
    `(?:(?:${AT_LEAST}|with|mit|avec|con|for) ?)?${NUMBER}\\+? (?<of>[\\p{L}+/-]+ )?${CREDIT}(?: or more| oder mehr| ou plus| o más)?`,
    ({ groups = {} }, { certificationOf }) => {
      const credits = Math.round(numberOf(groups.number ?? '0') * 100);
      const of = (groups.of ?? '').trim();
      if (of === '') return { credits };
      if (/^(?:ethics|ethik|éthique|ética)$/iu.test(of)) return { credits, category: 'ethics' };
      const certification = certificationOf?.(of);
      return certification === undefined ? undefined : { credits, certification };
    },
  ),
  phrase(`(?<name>[\\p{L}\\p{N}+/-]+) ${CREDIT}`, ({ groups = {} }, { certificationOf }) => {
    const certification = certificationOf?.(groups.name ?? '');
    return certification === undefined ? undefined : { certification };
  }),
  phrase(`${UP_TO} ?${A_NUMBER} ?${TIME}(?: long)?`, ({ 0: typed, groups = {} }) => ({
    // “Under an hour” is less than an hour, “at most an hour” isn't.
    length: { max: minutesOf(groups) - (LESS.test(typed) ? 1 : 0) },
  })),
  phrase(`${AT_LEAST} ?${A_NUMBER} ?${TIME}(?: long)?`, ({ groups = {} }) => ({ length: { min: minutesOf(groups) } })),
  phrase(
    `${A_NUMBER} ?${TIME} (?:or|oder|ou|o) (?:less|shorter|weniger|kürzer|moins|menos)|${A_NUMBER.replace('number', 'max')} ?${TIME.replace('unit', 'of')} (?:max(?:imum|imal)?|tops)`,
    ({ groups = {} }) => ({
      length: { max: minutesOf({ number: groups.number ?? groups.max, unit: groups.unit ?? groups.of }) },
    }),
  ),
  phrase(`${A_NUMBER} ?${TIME} (?:or|oder|ou|o) (?:more|longer|mehr|länger|plus|más)`, ({ groups = {} }) => ({
    length: { min: minutesOf(groups) },
  })),
  phrase(
    `(?<number>\\d{1,3}|an?|one|two|three|four|eine?|zwei|drei|vier|une?|deux|trois|una?|dos|tres)[ -]?(?<unit>h|hours?|hrs?|stunden?|stündige[nrsm]?|heures?|horas?|mins?|minutes?|minuten?|minütige[nrsm]?|minutos?)${ABOUT}`,
    ({ groups = {} }) => {
      const minutes = minutesOf(groups);
      return { length: { min: Math.round(minutes * 0.75), max: Math.round(minutes * 1.25) } };
    },
  ),
  phrase(
    '(?:two|2|three|3|four|4|five|5|zwei|drei|vier|fünf)[ -]?(?:day|days|tägige[nrsm]?|tage)(?! window| rule| old)',
    ({ 0: typed }) => {
      const days = DAY_COUNTS.find(([name]) => name.test(typed))?.[1] ?? 2;
      return { length: { min: days * 240, max: days * 600 } };
    },
  ),
  phrase('half[ -]day|halbtägig(?:e[nrsm]?)?|halber tag|einen halben tag|demi-journée|medio día|media jornada', () => ({
    length: { min: 180, max: 270 },
  })),
  phrase(
    '(?:full|whole|one|all)[ -]day|ganztägig(?:e[nrsm]?)?|eintägig(?:e[nrsm]?)?|einen (?:ganzen )?tag|journée entière|día completo',
    () => ({
      length: { min: 300, max: 600 },
    }),
  ),
  phrase('lunch[ -]break|mittagspause|pause (?:de )?midi', () => ({ length: { max: 60 } })),
];

const DAY_COUNTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:2|two|zwei)/iu, 2],
  [/^(?:3|three|drei)/iu, 3],
  [/^(?:4|four|vier)/iu, 4],
  [/^(?:5|five|fünf)/iu, 5],
];

function minutesOf({ number = '', unit = '' }: Readonly<Record<string, string | undefined>>): number {
  return Math.round(/^[hs]/iu.test(unit) ? numberOf(number) * 60 : numberOf(number));
}

function numberOf(typed: string): number {
  return NUMBER_WORDS.find(([name]) => name.test(typed))?.[1] ?? Number(typed.replace(',', '.'));
}

function currencyOf(sign: string): string {
  return CURRENCIES.find(([name]) => name.test(sign))?.[1] ?? '';
}
