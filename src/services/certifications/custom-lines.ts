import {
  type CategoryMinimum,
  type CustomCap,
  isSimpleCap,
  isSimpleMinimum,
  ruleList,
} from '../../catalogue/custom-limits.ts';
import { type RuleFile, ruleFileOf } from '../../catalogue/index.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '../../domain/activity-kinds.ts';
import { decimalOf, parseCredits } from '../../domain/credit.ts';
import type { Words } from '../../strings/index.ts';

/** A line such as `Ethics: 4 per year`; without a period it is per cycle. */
const LINE = /^(?<name>.{1,100}):\s*(?<amount>[\d.,]+)(?:\s+(?:per|pro|je)\s+(?<per>\p{L}+))?$/u;

const PERIODS: Readonly<Record<string, CustomCap['per']>> = {
  ...{ entry: 'entry', eintrag: 'entry', day: 'day', tag: 'day' },
  ...{ year: 'year', jahr: 'year', cycle: 'cycle', zyklus: 'cycle' },
};

/** The lines that were read, or the first that can't be. */
export type LinesRead<T> = { readonly lines: readonly T[] } | { readonly unread: string };

/** Reads the category minimums of a workspace, one in each line. */
export function parseMinimums(text: string): LinesRead<CategoryMinimum> {
  return readLines(text, ({ name, amount, per }) =>
    per === 'year' || per === 'cycle' ? { category: name, amount, per } : undefined,
  );
}

/** Reads the caps of a workspace, one in each line, for a category or a kind of activity. */
export function parseCaps(text: string, words: Words): LinesRead<CustomCap> {
  return readLines(text, (line) => ({ ...line, kind: kindNamed(line.name, words) }));
}

interface ParsedLine {
  readonly name: string;
  readonly amount: string;
  readonly per: CustomCap['per'];
}

function readLines<T>(text: string, accept: (line: ParsedLine) => T | undefined): LinesRead<T> {
  const lines: T[] = [];
  for (const typed of text.split('\n').map((line) => line.trim())) {
    if (typed === '') continue;
    const parsed = parseLimit(typed);
    const line = parsed && accept(parsed);
    if (line === undefined) return { unread: typed };
    lines.push(line);
  }
  return { lines };
}

function parseLimit(line: string): ParsedLine | undefined {
  const { name = '', amount = '', per = 'cycle' } = LINE.exec(line)?.groups ?? {};
  const period = PERIODS[per.toLowerCase()];
  const read = parseCredits(amount);
  if (name.trim() === '' || period === undefined || !('credits' in read)) return undefined;
  return { name: name.trim(), amount: decimalOf(read.credits), per: period };
}

function kindNamed(name: string, { kinds }: Words): ActivityKind | undefined {
  const lower = name.toLowerCase();
  return ACTIVITY_KINDS.find((kind) => kind === lower || kinds[kind].toLowerCase() === lower);
}

/** Returns the category minimums of a rule file as lines. */
export function minimumLines(renewal: RuleFile, words: Words): string {
  const nameOf = (code: unknown) => String(ruleList(renewal.categories).find((one) => one.code === code)?.name ?? code);
  return ruleList(renewal.requirements)
    .filter(isSimpleMinimum)
    .map(({ category, amount, per = 'cycle' }) => lineOf(nameOf(category), ruleFileOf(amount).value, `${per}`, words))
    .join('\n');
}

/** Returns the caps of a rule file as lines. */
export function capLines(renewal: RuleFile, words: Words): string {
  return ruleList(renewal.caps)
    .filter(isSimpleCap)
    .map(({ name, limit, per }) => lineOf(String(name), ruleFileOf(limit).value, `${per}`, words))
    .join('\n');
}

function lineOf(name: string, amount: unknown, per: string, { customise: phrases }: Words): string {
  return `${name}: ${amount} ${phrases.per(per as CustomCap['per'])}`;
}
