/** What certification names are recognised by. */
export interface NameContext {
  isCertification(text: string): boolean;
  /** Whether the member holds it; these are also found without `for`. */
  isOwn?(text: string): boolean;
  /** Whether a word is nearly the name of a certification: `csia`. */
  isMisspelt?(text: string): boolean;
}

/** The certifications that a line names. */
export interface NamesMatch {
  /** As typed, without those that only the title mentions. */
  readonly names: readonly string[];
  /** The line without the names. */
  readonly rest: string;
  /** `for all my certs`. */
  readonly isForAll?: boolean;
}

/** In words; no name of a certification with a category is longer. */
const MAX_NAME_WORDS = 9;
/** In characters. */
const MAX_NAME_LENGTH = 200;
const FOR = /(?:^|[\s,;])(?:(?:only|just|nur)\s+)?(?:for|für|towards?)\s+/giu;
const OWN = /^(?:(?:my|our|the|meine?[nrm]?|unsere?|die|das|den)\s+)+/iu;
const ALL =
  /(?:^|[\s,;])(?:for|für)\s+(?:(?:all|alle|both|beide|each|every)(?:\s+(?:of\s+)?(?:my|our|the|meine|unsere|them))?(?:\s+(?:certs?|certificates?|certifications?|credentials?|zertifikate|zertifizierungen|nachweise))?|everything|alles)\s*[.!,]*\s*$/iu;
const SEPARATOR = /^\s*(?:,\s*(?:and|und|or|oder)\b|[,;&/]|\+(?=\s)|(?:and|und|or|oder)\b)\s*/iu;
const POLITE = /^\s*(?:only|please|pls|bitte|nur|thanks|thank you|thx|danke)(?![\p{L}\p{N}])/iu;
/** Words before a name that make it part of the title: `webinar on CISM`. */
const IN_TITLE =
  /(?:^|\s)(?:on|about|of|in|to|at|by|with|from|via|the|an?|vs\.?|versus|über|zu|zum|zur|von|vom|mit|bei|der|die|das|ein|eine|not|nicht|without|ohne|except|außer)\s*$|[-–/+&]$/iu;

interface Taken {
  readonly names: readonly string[];
  readonly end: number;
}

/** Returns the certifications that a line names and the line without them, or undefined if it names none. */
export function findNamesInLine(line: string, reading: NameContext): NamesMatch | undefined {
  const all = ALL.exec(line);
  if (all !== null) return { names: [], rest: line.slice(0, all.index), isForAll: true };
  return namesAfterFor(line, reading) ?? namesInBrackets(line, reading) ?? namesAtEnd(line, reading);
}

/** Returns the certifications at the beginning of a line and what follows them. */
export function takeLeadingNames(line: string, { isOwn = () => false }: NameContext): NamesMatch | undefined {
  const taken = takeNames(line, 0, isOwn);
  return taken && { names: taken.names, rest: line.slice(taken.end) };
}

/** Returns the held certifications that a title mentions in capitals: `CCSP exam prep course`. */
export function findNamesInTitle(title: string, { isOwn = () => false }: NameContext): readonly string[] {
  const starts = [...title.matchAll(/(?<![\p{L}\p{N}+-])\p{Lu}/gu)].map(({ index }) => index);
  const names = starts.flatMap(
    (index) => takeNames(title, index, (text) => isCapital(text) && isOwn(text))?.names ?? [],
  );
  return [...new Set(names)];
}

function isCapital(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/^\p{Lu}\p{Ll}+$/u.test(text);
}

/** The last `for …` that names a certification; `webinar for beginners` doesn't. */
function namesAfterFor(line: string, reading: NameContext): NamesMatch | undefined {
  for (const match of [...line.matchAll(FOR)].reverse()) {
    const at = skip(line, match.index + match[0].length, OWN);
    const taken = takeNames(line, at, reading.isCertification);
    if (taken === undefined) continue;
    const excluded = takeExcluded(line, taken.end, reading);
    const last = excluded === undefined ? lastUnknown(line.slice(taken.end), reading) : undefined;
    const end = last === undefined ? skip(line, excluded?.end ?? taken.end, POLITE) : line.length;
    const rest = `${line.slice(0, match.index)} ${line.slice(end)}`;
    return { names: [...taken.names, ...(last === undefined ? [] : [last])], rest };
  }
  return misspeltName(line, reading);
}

const EXCEPT = /^\s*,?\s*(?:but\s+|aber\s+)?(?:not|nicht|without|ohne|except|außer)\s+(?:for\s+|für\s+)?/iu;

/** Takes the names that a line leaves out after those that it names: `for ccsp, not cissp`. */
function takeExcluded(line: string, at: number, { isCertification }: NameContext): Taken | undefined {
  const start = skip(line, at, EXCEPT);
  return start === at ? undefined : takeNames(line, skip(line, start, OWN), isCertification);
}

/** The last word after a list of names, if it stands for another one: `for cissp, csia`. */
function lastUnknown(after: string, reading: NameContext): string | undefined {
  const separator = SEPARATOR.exec(after);
  const word = separator === null ? '' : after.slice(separator[0].length).trim();
  const isListed = /\p{L}|&/u.test(separator?.[0] ?? '');
  return /^[^\s,;]+$/u.test(word) && (isListed || resemblesName(word, reading)) ? word : undefined;
}

/** A last `for csia`. Its words stay in the title, because they may belong to it. */
function misspeltName(line: string, reading: NameContext): NamesMatch | undefined {
  const match = /(?:^|\s)(?:for|für)\s+(?:(?:my|meine?)\s+)?([^\s,;]+?)\s*[.!?,]*\s*$/iu.exec(line);
  const word = match?.[1];
  return word !== undefined && resemblesName(word, reading) ? { names: [word], rest: line } : undefined;
}

function resemblesName(word: string, { isMisspelt = () => false }: NameContext): boolean {
  return isMisspelt(word) || /^(?=.*\p{Lu})[\p{Lu}\p{N}+/-]{3,}$/u.test(word);
}

function namesInBrackets(line: string, { isOwn = () => false }: NameContext): NamesMatch | undefined {
  for (const match of line.matchAll(/\(([^()]{1,120})\)/gu)) {
    const inside = match[1] ?? '';
    const taken = takeNames(inside, skip(inside, 0, OWN), isOwn);
    if (taken === undefined || inside.slice(skip(inside, taken.end, POLITE)).trim() !== '') continue;
    return { names: taken.names, rest: `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}` };
  }
  return undefined;
}

function namesAtEnd(line: string, { isOwn = () => false }: NameContext): NamesMatch | undefined {
  const starts = [...line.matchAll(/(?<=^|[\s,;:])[^\s,;:]/gu)].map(({ index }) => index).slice(-MAX_NAME_WORDS * 4);
  for (const start of starts) {
    const taken = takeNames(line, start, isOwn);
    if (taken === undefined) continue;
    const end = skip(line, taken.end, POLITE);
    const before = line.slice(0, start).replace(/\s+$/u, ' ');
    if (/^[\s.!?]*$/u.test(line.slice(end)) && !IN_TITLE.test(before.trimEnd()))
      return { names: taken.names, rest: before };
  }
  return undefined;
}

/** Takes a list of names at a place of a text: `cissp, cism and aws saa`. */
function takeNames(text: string, at: number, isName: (text: string) => boolean): Taken | undefined {
  const first = takeName(text, at, isName);
  if (first === undefined) return undefined;
  const separator = SEPARATOR.exec(text.slice(first.end));
  if (separator === null) return first;
  const next = skip(text, first.end + separator[0].length, OWN);
  const more = takeNames(text, next, isName);
  return more === undefined ? first : { names: [...first.names, ...more.names], end: more.end };
}

/** Takes the longest name at a place of a text. */
function takeName(text: string, at: number, isName: (text: string) => boolean): Taken | undefined {
  const words = [...text.slice(at, at + MAX_NAME_LENGTH).matchAll(/\S+/gu)].slice(0, MAX_NAME_WORDS);
  if (words[0]?.index !== 0) return undefined;
  for (const { index, 0: word } of words.reverse()) {
    const whole = text.slice(at, at + index + word.length);
    for (const name of [whole.replace(/[.,;:!?)]+$/u, ''), whole]) {
      if (/[\p{L}\p{N}+)]$/u.test(name) && isName(name)) return { names: [name], end: at + name.length };
    }
    const parts = whole.replace(/[.,;:!?)]+$/u, '').split('/');
    if (index === 0 && parts.length > 1 && parts.every((part) => isName(part)))
      return { names: parts, end: at + parts.join('/').length };
  }
  return undefined;
}

function skip(text: string, at: number, words: RegExp): number {
  return at + (words.exec(text.slice(at))?.[0].length ?? 0);
}
