import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import { ACTIVITY_KINDS } from '../../src/domain/activity-kinds.ts';
import type { DateRange, Day } from '../../src/domain/calendar.ts';
import type { Certification } from '../../src/domain/certification.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { Anchor } from '../../src/domain/cycle-rule.ts';
import { ANCHORS } from '../../src/domain/cycle-rule.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import type { Part } from '../../src/domain/holding.ts';
import { activitiesFor, marksOf } from './cases-activities.ts';
import { renewalFor } from './cases-rules.ts';
import { curesFor, openingsFor, renewalByOther } from './cases-statements.ts';
import { dayOf, floorOf, monthLength, nextDay, plusDays, plusMonths } from './oracle-calendar.ts';
import { lastEarningDay } from './oracle-rules.ts';
import type { Chance } from './random.ts';
import { chanceOf, dayIn } from './random.ts';

/** What everything else in a case goes by. */
export interface Frame {
  readonly chance: Chance;
  /** Months, required total and yearly minimum like those of a real body, or of any size. */
  readonly typical: boolean;
  readonly anchor: Anchor | undefined;
  /** The usual length of a cycle. */
  readonly months: number;
  readonly cycle: DateRange;
  readonly certifiedOn: Day | undefined;
  /** About what a cycle asks for, in hundredths. */
  readonly total: number;
  /** About what a year asks for, in hundredths. */
  readonly yearly: number;
  readonly kinds: readonly ActivityKind[];
}

/** Months, required total and yearly minimum in credits, as bodies have them. */
const BODIES: readonly (readonly [number, number, number])[] = [
  [36, 120, 40],
  [36, 120, 20],
  [36, 60, 0],
  [24, 80, 20],
  [36, 50, 0],
  [36, 75, 0],
  [48, 36, 0],
  [12, 20, 20],
  [12, 40, 40],
  [24, 30, 15],
  [24, 40, 10],
  [36, 90, 30],
  [60, 150, 20],
];

/** Anchors with rules of their own come up more often. */
const OFTEN = ['january', 'january', 'rolling', 'fixed-day', 'fixed-day'] as const;

/** A certification, a holding, its activities and a day, the same for the same seed. */
export function randomCase(seed: number): EvaluationInput {
  const chance = chanceOf(seed);
  const frame = frameBy(chance);
  const renewal = renewalFor(frame);
  const lastDay = lastEarningDay(renewal, frame.cycle);
  const plain: EvaluationInput = {
    certification: certificationOf(renewal),
    cycle: frame.cycle,
    ...(frame.certifiedOn === undefined ? {} : { certifiedOn: frame.certifiedOn }),
    conditions: answersTo(renewal, chance),
    periods: periodsOf(renewal, frame),
    carryOver: chance.percent(40) ? carryOverInto(renewal, frame) : [],
    activities: activitiesFor(renewal, frame, lastDay),
    on: dayLookedAt(frame, lastDay),
    tolerance: chance.percent(50) ? 7 : chance.between(0, 30),
  };
  const stated = { ...openingsFor(plain, frame), ...renewalByOther(plain, frame) };
  return { ...plain, ...stated, ...curesFor(plain, frame) };
}

function frameBy(chance: Chance): Frame {
  const typical = chance.percent(50);
  const [bodyMonths, bodyTotal, bodyYearly] = chance.oneOf(BODIES);
  const months = typical ? bodyMonths : chance.between(1, 60);
  const tiny = chance.percent(50) ? chance.between(5, 500) : 100 * chance.between(1, 20);
  const total = typical ? 100 * bodyTotal : tiny;
  const yearly = typical && bodyYearly > 0 ? 100 * bodyYearly : Math.max(1, floorOf(total * 12, Math.max(12, months)));
  const anchor = chance.percent(94) ? chance.oneOf([...ANCHORS, ...OFTEN]) : undefined;
  const start = startFor(anchor, typical, chance);
  const cycle =
    anchor === 'fixed-day' ? fixedCycle(start, months, chance) : cycleOf(start, months, { anchor, typical, chance });
  const kinds = chance.shuffled(ACTIVITY_KINDS).slice(0, chance.between(2, 5));
  return { chance, typical, anchor, months, cycle, certifiedOn: certifiedIn(cycle, chance), total, yearly, kinds };
}

/** What a cycle is made by. */
type CycleFrame = Pick<Frame, 'anchor' | 'typical' | 'chance'>;

function cycleOf(start: Day, months: number, { anchor, typical, chance }: CycleFrame): DateRange {
  const next = plusMonths(start, months);
  const regular = anchor === 'certified-same-day' ? next : plusDays(next, -1);
  if (typical || chance.percent(50)) return { start, end: regular };
  const moved = plusDays(regular, chance.between(-40, 40));
  return { start, end: moved < start ? start : moved };
}

/** A cycle that ends on a fixed day of the year: whole years long, or a first one that begins in the middle. */
function fixedCycle(near: Day, months: number, chance: Chance): DateRange {
  const year = Number(near.slice(0, 4)) + 1;
  const usual = chance.oneOf([
    dayOf(year, 6, 30),
    dayOf(year, 12, 31),
    dayOf(year, 3, 31),
    dayOf(year, 2, monthLength(year, 2)),
  ]);
  const end = chance.percent(70) ? usual : near;
  const first = nextDay(plusMonths(end, -12 * floorOf(months + 11, 12)));
  return { start: chance.percent(60) ? first : dayIn(first, end, chance), end };
}

function startFor(anchor: Anchor | undefined, typical: boolean, chance: Chance): Day {
  const year = chance.between(2019, 2027);
  const month = chance.between(1, 12);
  if (anchor === 'january' && (typical ? chance.percent(80) : chance.percent(30))) return dayOf(year, 1, 1);
  const monthly = anchor === 'rolling' || anchor === 'birth-month' || anchor === 'anniversary-month';
  if (monthly && (typical || chance.percent(50))) return dayOf(year, month, 1);
  if (chance.percent(12)) return dayOf(chance.oneOf([2020, 2024]), 2, 29);
  if (chance.percent(6)) return dayOf(year, 3, 1);
  if (chance.percent(20)) return dayOf(year, month, monthLength(year, month));
  return dayOf(year, month, chance.between(1, monthLength(year, month)));
}

function certifiedIn(cycle: DateRange, chance: Chance): Day | undefined {
  const endsInFebruary = cycle.end.slice(5) === '02-28';
  if (endsInFebruary && chance.percent(40)) return dayOf(4 * floorOf(Number(cycle.end.slice(0, 4)), 4), 2, 29);
  const which = chance.between(0, 99);
  if (which < 20) return undefined;
  if (which < 35) return cycle.start;
  if (which < 70) return plusDays(cycle.start, -chance.between(1, 364));
  if (which < 80) return plusDays(plusMonths(cycle.start, -12), chance.between(-1, 1));
  if (which < 92) return plusDays(cycle.start, -chance.between(365, 2500));
  if (which < 98) return dayIn(cycle.start, cycle.end, chance);
  return plusDays(cycle.end, chance.between(1, 100));
}

function certificationOf(renewal: CreditRenewal): Certification {
  return {
    code: 'random',
    short: 'RND',
    name: 'Random certification',
    body: 'random-body',
    aliases: [],
    renewal,
    upkeep: { fees: [] },
    sharing: {},
    sources: { site: 'https://example.org/rules' },
    reviewed: dayOf(2026, 1, 1),
  };
}

function answersTo(renewal: CreditRenewal, chance: Chance): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { code, options } of renewal.conditions) {
    if (chance.percent(55)) answers[code] = chance.oneOf(options).code;
  }
  return answers;
}

function periodsOf(renewal: CreditRenewal, { chance, cycle }: Frame): Record<string, Day> {
  const periods: Record<string, Day> = {};
  for (const { code, per } of renewal.requirements) {
    if (per !== 'period' || chance.percent(12)) continue;
    const near = dayIn(plusDays(cycle.start, -60), plusDays(cycle.end, 300), chance);
    periods[code] = chance.percent(25) ? plusMonths(dayOf(2024, 2, 29), chance.between(-12, 36)) : near;
  }
  return periods;
}

function carryOverInto(renewal: CreditRenewal, { chance, total }: Frame): Part[] {
  const codes = renewal.categories.length === 0 ? ['total'] : renewal.categories.map(({ code }) => code);
  const some = chance.someOf(codes).slice(0, 3);
  return some.map((category) => {
    const credits = chance.between(1, Math.max(1, floorOf(total, 2)));
    return { category, credits, ...marksOf(renewal, chance, 20) };
  });
}

function dayLookedAt({ chance, cycle }: Frame, lastDay: Day): Day {
  const which = chance.between(0, 99);
  if (which < 7) return plusDays(cycle.start, -chance.between(1, 200));
  if (which < 11) return chance.oneOf([cycle.start, plusDays(cycle.start, -1), plusDays(cycle.start, 1)]);
  if (which < 19) return chance.oneOf([cycle.end, plusDays(cycle.end, 1), lastDay, plusDays(lastDay, 1)]);
  if (which < 34 && lastDay > cycle.end) return dayIn(plusDays(cycle.end, 1), lastDay, chance);
  if (which < 43) return plusDays(lastDay, chance.between(1, 400));
  if (which < 58) return daysBefore(cycle, cycle.end, chance);
  if (which < 72) return daysBefore(cycle, plusDays(plusMonths(cycle.start, 12 * chance.between(1, 4)), -1), chance);
  return dayIn(cycle.start, cycle.end, chance);
}

/** A day of the cycle in the last 100 before a day, often just where the lead of 90 days begins. */
function daysBefore(cycle: DateRange, end: Day, chance: Chance): Day {
  const last = end > cycle.end ? cycle.end : end;
  const day = plusDays(last, -(chance.percent(30) ? chance.between(87, 92) : chance.between(0, 100)));
  return day < cycle.start ? cycle.start : day;
}
