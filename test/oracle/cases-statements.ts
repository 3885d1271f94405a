import type { Day } from '../../src/domain/calendar.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import type { OpeningBalance, Part } from '../../src/domain/holding.ts';
import type { Frame } from './cases.ts';
import { marksOf } from './cases-activities.ts';
import { dayBefore, earliest, floorOf, plusDays, plusMonths } from './oracle-calendar.ts';
import { requirementsOf } from './oracle-requirements.ts';
import { isRolling, renewalOf } from './oracle-rules.ts';
import { yearsOf } from './oracle-years.ts';
import { dayIn } from './random.ts';

/**
 * Opening balances of a case: at most one for each year of a cycle, up to three; of earlier cycles where a
 * period looks at them.
 */
export function openingsFor(input: EvaluationInput, frame: Frame): Pick<EvaluationInput, 'openings'> {
  const { chance } = frame;
  if (!chance.percent(45)) return chance.percent(20) ? { openings: [] } : {};
  const own = yearsOf(input)
    .filter(({ start }) => start <= input.on)
    .filter(() => chance.percent(60))
    .slice(0, 3)
    .map(({ start, end }) => balanceFor(input, frame, { start, end: earliest(end, input.on) }));
  const withPeriods = renewalOf(input).requirements.some(({ per }) => per === 'period');
  const earlier = withPeriods && !isRolling(renewalOf(input)) ? earlierOnes(input, frame) : [];
  return { openings: chance.percent(70) ? [...own, ...earlier] : chance.shuffled([...own, ...earlier]) };
}

/** The days a balance may be stated for, and the first day of its cycle where that is another one. */
interface Span {
  readonly start: Day;
  readonly end: Day;
  readonly cycle?: Day;
}

function balanceFor(input: EvaluationInput, frame: Frame, span: Span): OpeningBalance {
  const { chance, cycle } = frame;
  const renewal = renewalOf(input);
  const ends = [span.start, span.end, ...input.activities.map(({ end }) => end)];
  const on = chance.percent(35) ? chance.oneOf(ends.filter((day) => span.start <= day && day <= span.end)) : undefined;
  const other = isRolling(renewal) && chance.percent(20) ? { cycle: plusMonths(cycle.start, -12) } : {};
  const own = chance.percent(30) ? { cycle: cycle.start } : other;
  return {
    on: on ?? dayIn(span.start, span.end, chance),
    parts: statedParts(renewal, frame),
    ...(span.cycle === undefined ? own : { cycle: span.cycle }),
    ...(chance.percent(30) ? { accepted: true } : {}),
  };
}

function statedParts(renewal: CreditRenewal, { chance, total, typical }: Frame): Part[] {
  const codes = ['total', ...renewal.categories.map(({ code }) => code)];
  return Array.from({ length: chance.between(1, 4) }, () => {
    const credits = chance.between(1, Math.max(1, floorOf(total, chance.oneOf([2, 4, 8]))));
    const stated = typical ? 25 * Math.max(1, floorOf(credits, 25)) : credits;
    return { category: chance.oneOf(codes), credits: stated, ...marksOf(renewal, chance, 35) };
  });
}

function earlierOnes(input: EvaluationInput, frame: Frame): OpeningBalance[] {
  const { chance, cycle } = frame;
  if (!chance.percent(60)) return [];
  const years = chance.oneOf([1, 3]);
  const first = plusMonths(cycle.start, -12 * years);
  return Array.from({ length: years }, (_, gone) => ({
    start: plusMonths(first, 12 * gone),
    end: earliest(dayBefore(plusMonths(first, 12 * gone + 12)), input.on),
    cycle: first,
  }))
    .filter(({ start, end }) => start <= end && chance.percent(60))
    .map((span) => balanceFor(input, frame, span));
}

/** Cures of some requirements, a little before the day looked at or after it. */
export function curesFor(input: EvaluationInput, { chance }: Frame): Pick<EvaluationInput, 'cured'> {
  if (!chance.percent(20)) return {};
  const ids = chance.someOf(requirementsOf(input).map(({ id }) => id));
  const cured = ids.map(
    (id) => [id, { on: plusDays(input.on, chance.between(-40, 12)), what: 'late reporting' }] as const,
  );
  return { cured: Object.fromEntries(cured) };
}

/** Another certification whose event renewed this one, seldom. */
export function renewalByOther({ on }: EvaluationInput, { chance, cycle }: Frame): Pick<EvaluationInput, 'renewedBy'> {
  if (!chance.percent(5)) return {};
  const near = dayIn(cycle.start, cycle.end, chance);
  return { renewedBy: { short: 'HIGH', on: chance.percent(30) ? plusDays(on, chance.between(-1, 1)) : near } };
}
