import { DELIVERIES } from '../../src/domain/activity-kinds.ts';
import type {
  Amount,
  Cap,
  CarryOver,
  Category,
  Condition,
  CreditRenewal,
  Mark,
  RequirementRule,
  Unchecked,
  When,
} from '../../src/domain/credit-rules.ts';
import type { CycleRule, TimeSpan } from '../../src/domain/cycle-rule.ts';
import type { Frame } from './cases.ts';
import { newHolderFor } from './cases-new-holder.ts';
import { floorOf } from './oracle-calendar.ts';
import { known, nearDay, versioned } from './random.ts';

/** What the rules of a case may be over. */
interface Scopes {
  readonly categories: readonly Category[];
  readonly marks: readonly Mark[];
  readonly conditions: readonly Condition[];
}

const CHOSEN_BY = ['cycle-start', 'cycle-end', 'day'] as const;
const SITE = { certainty: 'O', sources: ['site'] } as const;

/** The rules of a random certification. */
export function renewalFor(frame: Frame): CreditRenewal {
  const { chance, cycle, kinds } = frame;
  const scopes = { categories: categoriesFor(frame), marks: marksFor(frame), conditions: conditionsFor(frame) };
  const onceOnly = { ...SITE, ...(chance.percent(50) ? { kinds: chance.someOf(kinds) } : {}) };
  const requirements = requirementsFor(frame, scopes);
  const span = (): TimeSpan =>
    chance.percent(50) ? { days: chance.between(1, 120) } : { months: chance.between(1, 6) };
  return {
    kind: 'credits',
    unit: { one: 'CPE', many: 'CPEs' },
    cycle: cycleRuleFor(frame),
    requirements,
    ...scopes,
    acts: [],
    caps: capsFor(frame, scopes),
    ...(chance.percent(50) ? { onceOnly } : {}),
    conversion: {},
    activities: [],
    ...(chance.percent(55) ? { earningGrace: versioned(span, cycle, chance) } : {}),
    ...(chance.percent(40) ? { earlyCredits: known(true as const) } : {}),
    ...(chance.percent(25) ? { earlySpan: versioned(span, cycle, chance) } : {}),
    ...(chance.percent(45) ? { newHolder: newHolderFor(frame, requirements) } : {}),
    ...(chance.percent(20) ? { carryOver: yearlyCarryOverFor(frame, scopes.categories) } : {}),
    unchecked: uncheckedFor(frame),
  };
}

function yearlyCarryOverFor({ chance, cycle, total }: Frame, categories: readonly Category[]): CarryOver {
  const amount = () => chance.between(1, Math.max(1, floorOf(total, 2)));
  const shares = categories.map(({ code }) => ({ category: code, ...(chance.percent(50) ? { max: amount() } : {}) }));
  return {
    cap: versioned(amount, cycle, chance),
    per: 'year',
    ...(shares.length > 0 && chance.percent(50) ? { from: chance.someOf(shares) } : {}),
  };
}

function categoriesFor({ chance }: Frame): Category[] {
  const codes: string[] = chance.percent(25) ? [] : ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, chance.between(1, 6));
  const around = new Map<string, readonly string[]>();
  const categories = codes.map((code, place) => {
    const earlier = codes.slice(0, place);
    const parent = earlier.length > 0 && chance.percent(50) ? { parent: chance.oneOf(earlier) } : {};
    const outer = parent.parent === undefined ? [] : [parent.parent, ...(around.get(parent.parent) ?? [])];
    around.set(code, outer);
    const apart = earlier.filter((other) => !outer.includes(other));
    const fills = apart.length > 0 && chance.percent(10) ? { fills: chance.oneOf(apart) } : {};
    return { code, name: `Category ${code}`, ...parent, ...fills };
  });
  return chance.percent(30) ? chance.shuffled(categories) : categories;
}

function marksFor({ chance }: Frame): Mark[] {
  const marks = ['ethics', 'lab'].map((code) => {
    const from = chance.percent(35) ? { from: { deliveries: chance.someOf(DELIVERIES).slice(0, 2) } } : {};
    return { code, name: `Mark ${code}`, ...from };
  });
  return marks.slice(0, chance.between(0, 2));
}

function conditionsFor({ chance }: Frame): Condition[] {
  const options = ['yes', 'no', 'partly'].map((code) => ({ code, name: code }));
  return ['practising', 'audits'].slice(0, chance.between(0, 2)).map((code) => ({
    code,
    question: `Is it ${code}?`,
    options: options.slice(0, chance.between(2, 3)),
    ...(chance.percent(50) ? { defaultAnswer: chance.oneOf(['yes', 'no']) } : {}),
  }));
}

function whenFor({ chance }: Frame, conditions: readonly Condition[], times: number): { when?: When } {
  if (!chance.percent(times)) return {};
  const when: Record<string, readonly string[]> = {};
  for (const { code, options } of conditions) {
    if (chance.percent(50)) when[code] = chance.someOf(options.map((option) => option.code));
  }
  if (Object.keys(when).length === 0 || chance.percent(30)) when['first-cycle'] = [chance.oneOf(['yes', 'no'])];
  return { when };
}

function requirementsFor(frame: Frame, scopes: Scopes): RequirementRule[] {
  const { chance, total, cycle } = frame;
  const amount = (): number => {
    const about = floorOf(total * chance.oneOf([80, 100, 100, 100, 125]), 100);
    return chance.percent(3) ? 0 : Math.max(1, about);
  };
  const totals: RequirementRule = {
    code: 'total',
    per: 'cycle',
    amount: versioned(amount, cycle, chance),
    chosenBy: chance.oneOf(CHOSEN_BY),
    severity: chance.percent(90) ? 'hard' : 'suggested',
    ...whenFor(frame, scopes.conditions, 5),
  };
  const others = Array.from({ length: chance.between(0, 6) }, (_, place) => requirementFor(frame, scopes, place));
  if (!chance.percent(90)) return others;
  return chance.percent(90) ? [totals, ...others] : [...others, totals];
}

function requirementFor(frame: Frame, scopes: Scopes, place: number): RequirementRule {
  const { chance, cycle, kinds } = frame;
  const per = chance.oneOf(['cycle', 'cycle', 'year', 'year', 'period'] as const);
  const scope = scopeOf(frame, scopes);
  const part = scope.category === undefined && scope.mark === undefined ? 100 : chance.between(5, 60);
  return {
    code: `rule-${place}`,
    ...scope,
    ...(chance.percent(15) ? { exceptKinds: chance.someOf(kinds).slice(0, 2) } : {}),
    per,
    ...(per === 'period' ? { months: chance.percent(50) ? 12 * chance.between(1, 6) : chance.between(1, 80) } : {}),
    amount: versioned(() => minimumOf(frame, per, part), cycle, chance),
    chosenBy: chance.oneOf(CHOSEN_BY),
    severity: chance.percent(75) ? 'hard' : 'suggested',
    ...whenFor(frame, scopes.conditions, 22),
  };
}

function scopeOf({ chance }: Frame, { categories, marks }: Scopes): { category?: string; mark?: string } {
  const which = chance.between(0, 99);
  if (which < 45 && categories.length > 0) return { category: chance.oneOf(categories).code };
  if (which < 75 && marks.length > 0) return { mark: chance.oneOf(marks).code };
  return {};
}

function minimumOf({ chance, total, yearly }: Frame, per: RequirementRule['per'], part: number): Amount {
  if (chance.percent(3)) return 0;
  if (chance.percent(20)) return { percent: chance.between(1, per === 'year' ? 40 : 70) };
  if (part < 100 && chance.percent(30)) return chance.oneOf([25, 50, 100, 100, 150, 200, 300, 400, 401]);
  const about = floorOf((per === 'year' ? yearly : total) * part, 100);
  return Math.max(1, floorOf(about * chance.oneOf([25, 50, 80, 100, 110]), 100));
}

function capsFor(frame: Frame, scopes: Scopes): Cap[] {
  const { chance, cycle } = frame;
  return Array.from({ length: chance.between(0, 6) }, (_, place) => {
    const per = chance.oneOf(['entry', 'day', 'year', 'year', 'cycle', 'cycle', 'cycle'] as const);
    const over = capScope(frame, scopes);
    const narrow = Object.keys(over).length > 0;
    return {
      per,
      limit: versioned(() => limitOf(frame, per, narrow), cycle, chance),
      ...over,
      ...whenFor(frame, scopes.conditions, 18),
      name: `limit ${place}`,
    };
  });
}

/** What a cap is over. */
type CapScope = Pick<Cap, 'kinds' | 'deliveries' | 'category' | 'mark'>;

function capScope({ chance, kinds }: Frame, { categories, marks }: Scopes): CapScope {
  const which = chance.between(0, 99);
  const category = categories.length > 0 ? { category: chance.oneOf(categories).code } : {};
  const mark = marks.length > 0 ? { mark: chance.oneOf(marks).code } : {};
  const deliveries = { deliveries: chance.someOf(DELIVERIES).slice(0, 3) };
  const ofKinds = { kinds: chance.someOf(kinds) };
  if (which < 20) return ofKinds;
  if (which < 30) return { ...ofKinds, ...category };
  if (which < 38) return deliveries;
  if (which < 44) return { ...deliveries, ...(chance.percent(50) ? ofKinds : category) };
  if (which < 48) return { ...(chance.percent(50) ? deliveries : ofKinds), ...mark };
  if (which < 58) return mark;
  if (which < 64) return { ...mark, ...category };
  return which < 88 ? category : {};
}

function limitOf({ chance, total, yearly }: Frame, per: Cap['per'], narrow: boolean): Amount {
  const whole = { entry: total, day: total, year: yearly, cycle: total }[per];
  const [least, max] = { entry: [1, 6], day: [1, 8], year: [10, 90], cycle: [5, 60] }[per] as [number, number];
  if (chance.percent(2)) return 0;
  if (chance.percent(25)) return { percent: chance.between(least, per === 'year' ? 40 : max) };
  const share = chance.between(least, max) * (narrow ? 1 : 2);
  return Math.max(1, floorOf(whole * share, 100));
}

function cycleRuleFor({ chance, anchor, cycle, months }: Frame): CycleRule {
  const length = chance.percent(75) ? { months: versioned(() => months, cycle, chance) } : {};
  if (anchor === undefined) return length;
  if (anchor !== 'fixed-day') return { anchor: known(anchor), ...length };
  const rolling = chance.percent(25) ? { rolling: true as const } : {};
  return { anchor: known(anchor), ...length, fixedDay: known({ ends: cycle.end.slice(5), ...rolling }) };
}

function uncheckedFor({ chance, cycle }: Frame): Unchecked[] {
  if (!chance.percent(22)) return [];
  return Array.from({ length: chance.between(1, 2) }, (_, place) => ({
    ...SITE,
    rule: `unchecked rule ${place}`,
    why: chance.oneOf(['unknown', 'disputed', 'paused'] as const),
    about: chance.oneOf(['requirement', 'other'] as const),
    ...(chance.percent(30) ? { from: nearDay(cycle, chance) } : {}),
  }));
}
