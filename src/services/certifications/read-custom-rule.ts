import type { CustomCycle, RuleFigures } from '../../catalogue/custom-rule.ts';
import { type RuleFile, ruleFileOf } from '../../catalogue/index.ts';
import { type Answers, answerOf } from '../../chat/form.ts';
import { parseDay, yearOf } from '../../domain/calendar.ts';
import { decimalOf, parseCredits } from '../../domain/credit.ts';
import type { Words } from '../../strings/index.ts';
import type { FormErrors } from '../form-errors.ts';
import { capLines, type LinesRead, minimumLines, parseCaps, parseMinimums } from './custom-lines.ts';

/** A sent form of custom rules: its answers, those it opened with, and where its errors go. */
interface SentFigures {
  readonly answers: Answers;
  readonly shown: Answers;
  readonly errors: FormErrors;
}

/** Reads the figures that were changed in the form; those left as shown or empty stay as they are, with their sources. */
export function readFigures(sent: SentFigures, words: Words): RuleFigures {
  const { answers, shown } = sent;
  const changed = (name: string) => (answerOf(answers, name) === answerOf(shown, name) ? '' : answerOf(answers, name));
  const amount = (name: string) => readAmount(name, changed(name), sent, words);
  const fee = amount('fee');
  return {
    ...{ short: answerOf(answers, 'short'), name: answerOf(answers, 'name'), body: answerOf(answers, 'body') },
    unit: answerOf(answers, 'unit'),
    months: readMonths(changed('months'), sent, words),
    total: amount('total'),
    yearly: amount('yearly'),
    feeCents: fee === undefined ? undefined : Math.round(Number(fee) * 100),
    minimums: linesIn('minimums', parseMinimums(changed('minimums')), { ...sent, words }),
    caps: linesIn('caps', parseCaps(changed('caps'), words), { ...sent, words }),
    cycle: readCycle(sent, words),
  };
}

function readAmount(name: string, typed: string, { errors }: SentFigures, words: Words): string | undefined {
  if (typed === '') return undefined;
  const read = parseCredits(typed);
  if ('credits' in read) return decimalOf(read.credits);
  errors.add(name, words.log.unreadable(typed));
  return undefined;
}

const MAX_MONTHS = 120;

function readMonths(typed: string, { errors }: SentFigures, words: Words): number | undefined {
  if (typed === '') return undefined;
  const months = Number(typed);
  if (Number.isInteger(months) && months >= 1 && months <= MAX_MONTHS) return months;
  errors.add('months', words.customise.badMonths(typed));
  return undefined;
}

/** An empty list changes nothing. */
function linesIn<T>(
  name: 'minimums' | 'caps',
  read: LinesRead<T>,
  { errors, words }: SentFigures & { readonly words: Words },
): readonly T[] | undefined {
  if ('lines' in read) return read.lines.length === 0 ? undefined : read.lines;
  errors.add(name, words.customise.badLine(read.unread));
  return undefined;
}

/** Reads how cycles are counted. A fixed day needs a day on which a cycle ends. */
function readCycle({ answers, shown, errors }: SentFigures, words: Words): CustomCycle | undefined {
  const counted = answerOf(answers, 'anchor');
  const endsOn = answerOf(answers, 'endsOn');
  if (counted === answerOf(shown, 'anchor') && endsOn === answerOf(shown, 'endsOn')) return undefined;
  switch (counted) {
    case 'certified':
    case 'january':
      return { anchor: counted };
    case 'fixed-day':
    case 'fixed-day-own': {
      const end = parseDay(endsOn);
      if (end === undefined) {
        errors.add('endsOn', words.customise.needsEnd);
        return undefined;
      }
      return { anchor: 'fixed-day', ends: end.slice(5), year: counted === 'fixed-day' ? yearOf(end) : undefined };
    }
    default:
      return undefined;
  }
}

/** Returns the answers of the form that a rule file is shown with: minimums and caps as lines, and how cycles are counted. */
export function customAnswers(renewal: RuleFile, words: Words): Readonly<Record<string, string>> {
  const lines = { minimums: minimumLines(renewal, words), caps: capLines(renewal, words) };
  return Object.fromEntries(Object.entries({ ...lines, ...cycleAnswers(renewal) }).filter(([, text]) => text !== ''));
}

/** The year in which a cycle ends matters only where the rules name one; any leap year has every day. */
const ANY_YEAR = 2028;

function cycleAnswers(renewal: RuleFile): Readonly<Record<string, string>> {
  const { anchor, fixedDay } = ruleFileOf(renewal.cycle);
  const counted = ruleFileOf(anchor).value;
  if (counted === 'certified' || counted === 'january') return { anchor: counted };
  if (counted !== 'fixed-day') return {};
  const { ends, year, rolling } = ruleFileOf(ruleFileOf(fixedDay).value);
  if (rolling === true) return {};
  const choice = year === undefined ? 'fixed-day-own' : 'fixed-day';
  return { anchor: choice, endsOn: `${year ?? ANY_YEAR}-${ends}` };
}
