/** A length of time in a text. */
export interface LengthMention {
  readonly minutes: number;
  readonly words: string;
  readonly index: number;
  /** `whole`: of a series or a course of which this is a part. `vague`: an estimate. `span`: between two times, breaks included. */
  readonly role: 'attended' | 'plain' | 'whole' | 'vague' | 'span';
}

const AMOUNT = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;
const HOUR_WORD = String.raw`(?:(?:clock|contact|full|training|zeit|volle|teaching|learning)[\s-]?)?(?:hours?|hrs?\.?|stunden?|std\.?|heures?|horas?|h)`;
const MINUTE_WORD = String.raw`(?:minutes?|minuten|minutos?|mins?\.?)`;
const BEFORE = String.raw`(?<![\p{L}\p{N}.,:/-])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;
const SHARE = new RegExp(
  String.raw`${BEFORE}(?<part>${AMOUNT})\s*(?:${HOUR_WORD}\s*)?(?:of|out\s+of|von|sur|de)\s+(?:\p{L}+\s+)?${AMOUNT}\s*(?<unit>${HOUR_WORD}|${MINUTE_WORD})${AFTER}`,
  'giu',
);
const LESSONS = new RegExp(
  String.raw`${BEFORE}(?<count>\d{1,3}(?:[.,]\d)?)\s*(?:UE|Unterrichtseinheiten?|Unterrichtsstunden?|Lehreinheiten?|Lerneinheiten?|LE|lessons?|(?:teaching|training)\s+units?|units?|periods?|unités?|séances?|lecciones|unidades|sesiones)(?:\s*\((?:UE|LE)\))?\s*(?:\(?\s*(?:zu|à|a|of|je|de|von|x|×)\s*)+(?<each>\d{2,3})\s*${MINUTE_WORD}${AFTER}`,
  'giu',
);
const HOURS = new RegExp(
  String.raw`${BEFORE}(?<hours>${AMOUNT})\s*-?${HOUR_WORD}(?:\s*(?:and|und|et|y|,)?\s*(?<more>[0-5]?\d)(?:\s*(?:${MINUTE_WORD}|m))?(?![\p{N}]|\s*(?:[.,:/-]\s*\d|\p{L})))?${AFTER}`,
  'giu',
);
const HOURS_AND_MINUTES = new RegExp(
  String.raw`${BEFORE}(?<hours>\d{1,3})\s*-?${HOUR_WORD}\s*(?:and|und|et|y|,)?\s*(?<more>[0-5]?\d)\s*(?:${MINUTE_WORD}|m)${AFTER}`,
  'giu',
);
const MINUTES = new RegExp(String.raw`${BEFORE}(?<minutes>\d{1,5})\s*-?\s*${MINUTE_WORD}${AFTER}`, 'giu');
const CLOCK = new RegExp(String.raw`${BEFORE}(?<hours>\d{1,2}):(?<more>[0-5]\d):[0-5]\d${AFTER}`, 'giu');
const TIME = (name: string) =>
  String.raw`(?<${name}h>\d{1,2})(?:[:.h](?<${name}m>[0-5]\d))?\s*(?<${name}p>[ap]\.?\s?m\.?)?`;
const SPAN = new RegExp(
  String.raw`${BEFORE}${TIME('a')}\s*(?:uhr\s*)?(?:-|–|—|to|until|till|bis|à|a|hasta)(?:\s+las)?\s*${TIME('b')}${AFTER}`,
  'giu',
);
const BREAKS = new RegExp(
  String.raw`(?:breaks?|pausen?|pauses?|descansos?|lunch)\s*(?:of|von|de)?\s*:?\s*(?<one>\d{1,3})\s*${MINUTE_WORD}|(?<other>\d{1,3})\s*${MINUTE_WORD}\s*(?:breaks?|pausen?|de\s+pauses?|de\s+descanso|lunch)`,
  'iu',
);

/** Returns the lengths of a text in their order; the minutes of an hour of credit are none. */
export function findLengths(text: string): readonly LengthMention[] {
  const found: LengthMention[] = [];
  const add = (match: RegExpExecArray, minutes: number | undefined, role?: LengthMention['role']) => {
    const { 0: words, index } = match;
    const isTaken = found.some((one) => index < one.index + one.words.length && one.index < index + words.length);
    const isCounted =
      minutes !== undefined &&
      minutes > 0 &&
      !isTaken &&
      !isPerCredit(text, index, words) &&
      !isBreak(text, index, words);
    if (isCounted) found.push({ minutes, words, index, role: role ?? roleOf(text, index, words) });
  };
  for (const match of text.matchAll(SHARE)) add(match, inMinutes(match.groups?.part, match.groups?.unit), 'attended');
  for (const match of text.matchAll(LESSONS))
    add(match, Math.round(number(match.groups?.count) * Number(match.groups?.each)));
  for (const shape of [CLOCK, HOURS_AND_MINUTES, HOURS])
    for (const match of text.matchAll(shape))
      add(match, Math.round(number(match.groups?.hours) * 60) + Number(match.groups?.more ?? 0));
  for (const match of text.matchAll(MINUTES)) add(match, Number(match.groups?.minutes));
  for (const match of text.matchAll(SPAN)) add(match, spanMinutes(match.groups ?? {}, text), 'span');
  return found.sort((one, other) => one.index - other.index);
}

/** Whether a text says how long the breaks of a span are. */
export function statesBreaks(text: string): boolean {
  return BREAKS.test(text);
}

function number(text = ''): number {
  return Number(text.replace(',', '.'));
}

function inMinutes(amount: string | undefined, unit = ''): number {
  return Math.round(number(amount) * (/^m/iu.test(unit) ? 1 : 60));
}

/** `(50 minutes each)`, `a 50-minute hour`, `CPE (50 Min.)`. */
function isPerCredit(text: string, index: number, words: string): boolean {
  const after = text.slice(index + words.length);
  const before = text.slice(0, index);
  if (/^\s*(?:each|per\b|pro\b|par\b|por\b|je\b|=|(?:contact\s+)?hour|stunde|credit)/iu.test(after)) return true;
  return /(?:(?:per|each|pro|je|zu|à|=)\s*|(?:cpe|cpd|pdu|ceu|credits?)\p{L}*\s*\(\s*)$/iu.test(before);
}

function isBreak(text: string, index: number, words: string): boolean {
  const around = text.slice(Math.max(0, index - 20), index + words.length + 20);
  const breaks = BREAKS.exec(around);
  return breaks?.[0].includes(words.trim()) === true;
}

const VAGUE =
  /(?:about|approx(?:\.|imately)?|around|roughly|circa|ca\.|etwa|ungefähr|environ|aprox(?:\.|imadamente)?|unos|up\s+to|bis\s+zu|estimated|recommended|~|≈)\s*$/iu;
const WHOLE =
  /(?:total|gesamt|insgesamt|series|serie|lehrgang|programme?|full\s+course|whole|overall|offered|complet|path)(?:\s+(?:of|total|gesamt|length|duration))?\s*:?\s*\(?$/iu;

function roleOf(text: string, index: number, words: string): LengthMention['role'] {
  const before = text.slice(Math.max(0, index - 30), index);
  const after = text.slice(index + words.length, index + words.length + 30);
  if (
    VAGUE.test(before) ||
    /^\s*(?:of\s+(?:work|study|effort)|workload|(?:per|a)\s+week|selbststudium|de\s+travail|de\s+trabajo)/iu.test(after)
  )
    return 'vague';
  if (WHOLE.test(before) || /^\s*(?:in\s+total|gesamt|insgesamt|au\s+total|en\s+total|offered|total)\b/iu.test(after))
    return 'whole';
  return /^\s*(?:attended|viewed|watched|besucht|anwesend|suivies|asistidas)/iu.test(after) ||
    /(?:attended|viewed|watched|anwesend|present)\s*(?:for\s+)?:?\s*$/iu.test(before)
    ? 'attended'
    : 'plain';
}

/** The minutes between two times, without the breaks that the text states. */
function spanMinutes(groups: Readonly<Record<string, string | undefined>>, text: string): number | undefined {
  const { ah, am, ap, bh, bm, bp } = groups;
  const isTime = (am !== undefined && bm !== undefined) || bp !== undefined || /uhr|o['’]clock/iu.test(text);
  if (!isTime) return undefined;
  const end = minuteOfDay(bh, bm, bp);
  const start = minuteOfDay(
    ah,
    am,
    ap ?? (bp !== undefined && Number(ah) <= Number(bh) && Number(bh) !== 12 ? bp : ap),
  );
  if (start === undefined || end === undefined || end <= start) return undefined;
  const breaks = BREAKS.exec(text)?.groups;
  return end - start - Number(breaks?.one ?? breaks?.other ?? 0);
}

function minuteOfDay(hour: string | undefined, minute = '0', half = ''): number | undefined {
  const h = Number(hour);
  if (half === '') return h < 24 ? h * 60 + Number(minute) : undefined;
  return h >= 1 && h <= 12 ? ((h % 12) + (/^p/iu.test(half) ? 12 : 0)) * 60 + Number(minute) : undefined;
}
