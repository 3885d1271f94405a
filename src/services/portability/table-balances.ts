import { type Day, within } from '../../domain/calendar.ts';
import { sum } from '../../domain/credit.ts';
import { yearsOf } from '../../domain/cycle.ts';
import type { OpeningBalance, Part } from '../../domain/holding.ts';
import { withoutMarks } from '../../domain/split-by-mark.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Words } from '../../strings/index.ts';
import type { CreditHolding, MemberHolding, StoredCycle } from '../certifications/member-holding.ts';
import type { DraftQuestion } from './draft-reading.ts';
import type { LeftOutReason, LeftOutRow } from './left-out-rows.ts';
import type { BalanceRow } from './row-balances.ts';

/** An opening balance of a table as it will be stored: that of one year of a cycle. */
export interface TableBalance {
  readonly holding: CreditHolding;
  readonly cycle: StoredCycle;
  /** Those whose credits count towards its total. */
  readonly carried: readonly MemberHolding[];
  readonly on: Day;
  readonly parts: readonly Part[];
  readonly accepted: boolean;
  readonly rows: readonly number[];
  /** The day of the statement that it takes the place of. */
  readonly replaces: Day | undefined;
}

/** The opening balances of a table, the rows that give none, and what to ask. */
export interface PlacedBalances {
  readonly balances: readonly TableBalance[];
  readonly leftOut: readonly LeftOutRow[];
  readonly questions: readonly DraftQuestion[];
}

interface PlacingContext {
  readonly today: Day;
  readonly words: Words;
  /** All certifications of the person. */
  readonly all: readonly MemberHolding[];
  readonly options: Pick<ImportOptions, 'balanceAmounts' | 'existingBalances'>;
}

/** Why rows of a balance are left out. */
interface Left {
  readonly rows: readonly number[];
  readonly reason: LeftOutReason;
  readonly text: string;
  readonly question?: DraftQuestion;
}

type Outcome = TableBalance | Left;

/** Places the balances of a table in the years of their cycles. A row for several certifications gives a balance for each of them, or none. */
export function placeBalances(rows: readonly BalanceRow[], context: PlacingContext): PlacedBalances {
  const byHolding = Map.groupBy(rows, ({ holding }) => holding.holdingId);
  const outcomes = [...byHolding.values()].flatMap((some) => placeOfHolding(some, context));
  const left = outcomes.flatMap((one) => ('text' in one ? [one] : []));
  if (left.length === 0) return { balances: outcomes.flatMap((one) => ('text' in one ? [] : [one])), ...NONE };
  const numbers = new Map(left.flatMap((one) => one.rows.map((number) => [number, one] as const)));
  const others = placeBalances(
    rows.filter(({ number }) => !numbers.has(number)),
    context,
  );
  const leftOut = [...numbers].map(([number, { reason, text }]) => ({ number, reason, text }));
  return {
    balances: others.balances,
    leftOut: [...leftOut, ...others.leftOut],
    questions: [...left.flatMap(({ question }) => question ?? []), ...others.questions],
  };
}

const NONE = { leftOut: [], questions: [] } as const;

/** The balances of one certification on one day. */
interface BalanceDay extends Pick<BalanceRow, 'on' | 'parts' | 'accepted'> {
  readonly rows: readonly number[];
}

function placeOfHolding(rows: readonly BalanceRow[], context: PlacingContext): readonly Outcome[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { holding } = first;
  const { today, words, options } = context;
  const { balances: phrases } = words.import;
  const { short } = holding.certification;
  const cycle = holding.cycles.findLast((one) => one.cycle.start <= today);
  if (cycle === undefined)
    return rows.map(({ number }) => problem([number], words.opening.notBegun(short, holding.cycle.cycle.start)));
  const { start, end } = cycle.cycle;
  const outside = rows.filter(({ on }) => on > today || !within(cycle.cycle, on));
  const inside = rows.filter((row) => !outside.includes(row));
  const left: Outcome[] = outside.map(({ number }) =>
    problem([number], phrases.outside(short, start, end < today ? end : today)),
  );
  const days = [...Map.groupBy(inside, ({ on }) => on).values()].map((some) => combineDay(some, words));
  left.push(...days.flatMap(({ left: some }) => some));
  const stated = (holding.openings ?? []).filter((one) => one.cycle === undefined || one.cycle === start);
  const read = days.flatMap(({ day }) => day ?? []).sort((a, b) => (a.on < b.on ? -1 : 1));
  const known = read.filter((day) => stated.some((one) => isSame(one, day)));
  left.push(...known.map((day) => ({ rows: day.rows, reason: 'existing', text: phrases.existing }) as const));
  const fresh = read.filter((day) => !known.includes(day));
  const others = new Set([...stated, ...fresh].map(({ on }) => on));
  if (fresh.length > 0 && others.size > 1 && options.balanceAmounts === undefined)
    return [...left, ...fresh.map((day) => question(day.rows, phrases.unclearAmounts, 'balanceAmounts'))];
  return [...left, ...placeDays(fresh, { holding, cycle, stated }, context)];
}

/** Combines the rows of one day, one for each category. The same figures again are left out; others for the same category can't be combined. */
function combineDay(
  rows: readonly BalanceRow[],
  { import: { balances: phrases } }: Words,
): { readonly left: readonly Left[]; readonly day: BalanceDay | undefined } {
  const left: Left[] = [];
  const used: BalanceRow[] = [];
  for (const row of rows) {
    const same = used.find((one) => JSON.stringify(one.parts) === JSON.stringify(row.parts));
    const other = used.find((one) => one.parts.some((part) => row.parts.some((own) => own.category === part.category)));
    if (same !== undefined) left.push({ rows: [row.number], reason: 'duplicate', text: phrases.same(same.number) });
    else if (other !== undefined)
      left.push(problem([row.number, other.number], phrases.twice(other.number, row.number)));
    if (other === undefined) used.push(row);
  }
  const [first] = used;
  if (first === undefined) return { left, day: undefined };
  const parts = used.flatMap((row) => row.parts).filter(({ credits }) => credits > 0);
  const accepted = used.every((row) => row.accepted);
  return { left, day: { on: first.on, parts, accepted, rows: used.map(({ number }) => number) } };
}

interface Target {
  readonly holding: CreditHolding;
  readonly cycle: StoredCycle;
  readonly stated: readonly OpeningBalance[];
}

/** Makes one balance of the days of each year. */
function placeDays(days: readonly BalanceDay[], target: Target, context: PlacingContext): readonly Outcome[] {
  const { holding, cycle, stated } = target;
  const years = yearsOf(cycle.cycle, holding.renewal.cycle.anchor?.value);
  const isRunning = context.options.balanceAmounts === 'running';
  const before: Part[] = [];
  return years.flatMap((year): readonly Outcome[] => {
    const some = days.filter(({ on }) => within(year, on));
    const last = some.at(-1);
    const existing = stated.find(({ on }) => within(year, on));
    if (last === undefined) {
      before.push(...(existing?.parts ?? []));
      return [];
    }
    const rows = some.flatMap((day) => day.rows);
    const parts = isRunning ? less(last.parts, before) : combined(some.flatMap((day) => day.parts));
    const { balances: phrases } = context.words.import;
    if (parts === undefined) return [problem(rows, phrases.smaller)];
    if (isRunning && stated.some(({ on }) => on > year.end)) return [problem(rows, phrases.beforeStated)];
    before.push(...parts);
    const { on } = last;
    const carried = context.all.filter(({ carriedBy }) => carriedBy?.code === holding.certification.code);
    const balance = { holding, cycle, carried, on, parts, accepted: some.every(({ accepted }) => accepted), rows };
    return [besideStated(balance, existing, context)];
  });
}

/** Leaves out a balance that is stated already; one with other figures takes the place of the stated one only if the person says so. */
function besideStated(
  balance: Omit<TableBalance, 'replaces'>,
  existing: OpeningBalance | undefined,
  { options: { existingBalances }, words }: PlacingContext,
): Outcome {
  const { rows, parts, holding } = balance;
  const { balances: phrases } = words.import;
  if (parts.length === 0) return { rows, reason: 'no-credits', text: words.import.noCredits };
  if (existing === undefined) return { ...balance, replaces: undefined };
  if (isSame(existing, balance)) return { rows, reason: 'existing', text: phrases.existing };
  const amount = words.credits(sum(existing.parts.map(({ credits }) => credits)), holding.renewal.unit);
  if (existingBalances === 'replace') return { ...balance, replaces: existing.on };
  const text = phrases.otherStated(holding.certification.short, existing.on, amount);
  return existingBalances === undefined ? question(rows, text, 'existingBalances') : { rows, reason: 'existing', text };
}

function isSame(stated: OpeningBalance, { on, parts }: Pick<TableBalance, 'on' | 'parts'>): boolean {
  const content = (some: readonly Part[]) => JSON.stringify(combined(withoutMarks(some)));
  return stated.on === on && content(stated.parts) === content(parts);
}

/** The credits of each category, in a fixed order. */
function combined(parts: readonly Part[]): readonly Part[] {
  return [...Map.groupBy(parts, ({ category }) => category)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([category, some]) => ({ category, credits: sum(some.map(({ credits }) => credits)) }));
}

/** Returns what parts have more than others in each category; undefined if they have less in one. */
function less(parts: readonly Part[], before: readonly Part[]): readonly Part[] | undefined {
  const taken = before.map(({ category, credits }) => ({ category, credits: -credits }));
  const difference = combined([...parts, ...withoutMarks(taken)]);
  return difference.some(({ credits }) => credits < 0) ? undefined : difference.filter(({ credits }) => credits > 0);
}

function problem(rows: readonly number[], text: string): Left {
  return { rows, reason: 'problem', text };
}

function question(rows: readonly number[], text: string, about: 'balanceAmounts' | 'existingBalances'): Left {
  return { rows, reason: 'question', text, question: { about } };
}
