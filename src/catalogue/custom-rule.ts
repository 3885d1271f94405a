import type { Day } from '../domain/calendar.ts';
import { type CategoryMinimum, type CustomCap, ruleList, withCaps, withMinimums } from './custom-limits.ts';
import { type Catalogue, loadCatalogue, type RuleFile, ruleFileOf } from './index.ts';
import { type CustomRuleFile, overlay } from './overlay.ts';

/** A rule file is invalid; the message says where and why. */
export class BadRule extends Error {
  override name = 'BadRule';
}

/** The figures of a certification that a workspace sets; undefined ones stay as they are. Amounts are texts such as `40`. */
export interface RuleFigures {
  readonly short: string;
  readonly name: string;
  readonly body: string;
  readonly unit: string;
  readonly months: number | undefined;
  readonly total: string | undefined;
  readonly yearly: string | undefined;
  readonly feeCents: number | undefined;
  /** All minimums of categories, and all caps, that a form shows. */
  readonly minimums?: readonly CategoryMinimum[] | undefined;
  readonly caps?: readonly CustomCap[] | undefined;
  readonly cycle?: CustomCycle | undefined;
}

/** From when cycles are counted: the certification, 1 January after it, or a fixed day of the year, every `months` / 12 years. */
export type CustomCycle =
  | { readonly anchor: 'certified' | 'january' }
  /** Month and day, `06-30`; without a year in which a cycle ends the holder states it. */
  | { readonly anchor: 'fixed-day'; readonly ends: string; readonly year: number | undefined };

const NOTE = 'Set by your workspace.';
const own = <T>(value: T): { value: T; certainty: 'M'; sources: string[]; note: string } => ({
  value,
  certainty: 'M',
  sources: [],
  note: NOTE,
});

/** Returns the unchecked rule file of a new certification, or an existing one with other figures. */
export function changedRule(
  code: string,
  figures: RuleFigures,
  { base, today }: { readonly base: RuleFile | undefined; readonly today: Day },
): RuleFile {
  const { short, name, body } = figures;
  const file = {
    ...(base ?? { code, sources: {} }),
    short,
    name,
    body,
    renewal: changedRenewal(figures, base?.renewal === undefined ? newRenewal(figures) : ruleFileOf(base.renewal)),
    ...upkeepOf(figures, base),
    reviewed: today,
  };
  return withoutUnusedSources(file);
}

/** Throws `BadRule` if a rule file doesn't fit its schema, or its names find another certification. */
export function checkRule(file: RuleFile, own: readonly CustomRuleFile[], base: Catalogue = loadCatalogue()): void {
  const code = String(file.code);
  const others = own.filter((one) => one.code !== code);
  const problem = overlay(base, [...others, { code, content: file }]).unusable.get(code);
  if (problem !== undefined) throw new BadRule(problem);
}

function newRenewal({ unit, months = 36 }: RuleFigures): RuleFile {
  return {
    kind: 'credits',
    unit: { one: unit || 'credit', many: unit || 'credits' },
    cycle: { anchor: own('certified'), months: own(months) },
    requirements: [],
    conversion: { minutesPerCredit: own(60), step: own('0.25') },
  };
}

function changedRenewal(figures: RuleFigures, renewal: RuleFile): RuleFile {
  const { total, yearly, months, minimums, caps } = figures;
  if (renewal.kind !== 'credits') return renewal;
  let requirements = ruleList(renewal.requirements);
  if (total !== undefined) requirements = withRule(requirements, { code: 'total', amount: own(total) });
  if (yearly !== undefined) requirements = withRule(requirements, { code: 'yearly', per: 'year', amount: own(yearly) });
  const cycle = changedCycle(figures, ruleFileOf(renewal.cycle));
  let changed: RuleFile = {
    ...renewal,
    requirements,
    cycle: months === undefined ? cycle : { ...cycle, months: own(months) },
  };
  if (minimums !== undefined) changed = withMinimums(changed, minimums, own);
  if (caps !== undefined) changed = withCaps(changed, caps, own);
  return changed;
}

function changedCycle({ cycle: wanted }: RuleFigures, cycle: RuleFile): RuleFile {
  if (wanted === undefined) return cycle;
  const { fixedDay, ...rest } = cycle;
  if (wanted.anchor !== 'fixed-day') return { ...rest, anchor: own(wanted.anchor) };
  const { ends, year } = wanted;
  return { ...rest, anchor: own('fixed-day'), fixedDay: own(year === undefined ? { ends } : { ends, year }) };
}

function withRule(rules: readonly RuleFile[], rule: RuleFile & { readonly code: string }): readonly RuleFile[] {
  const known = rules.find(({ code }) => code === rule.code);
  if (known === undefined) return rule.code === 'total' ? [rule, ...rules] : [...rules, rule];
  return rules.map((one) => (one === known ? { ...one, amount: rule.amount } : one));
}

function upkeepOf({ feeCents }: RuleFigures, base: RuleFile | undefined): RuleFile {
  const upkeep = ruleFileOf(base?.upkeep);
  if (feeCents === undefined) return base?.upkeep === undefined ? {} : { upkeep };
  const [first, ...rest] = ruleList(upkeep.fees);
  const { others: _others, ...known } = first ?? { name: 'fee', currency: 'USD', per: 'year', due: 'start' };
  const fee = { ...known, amount: own(feeCents) };
  return { upkeep: { ...upkeep, fees: [fee, ...rest] } };
}

/** Removes sources that only the replaced figures cited. */
function withoutUnusedSources(file: RuleFile): RuleFile {
  const { sources, ...rest } = file;
  const used = new Set(
    [...JSON.stringify(rest).matchAll(/"sources":\[([^\]]*)\]/g)].flatMap(([, keys = '']) => keys.split(',')),
  );
  const stored = Object.entries(ruleFileOf(sources)).filter(([key]) => used.has(JSON.stringify(key)));
  return { ...rest, sources: Object.fromEntries(stored) };
}
