import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { type Day, within } from '../../domain/calendar.ts';
import { countedAlike, turningDays } from '../../domain/counting-change-days.ts';
import type { Credits } from '../../domain/credit.ts';
import { type Estimate, estimateCredits, inSteps, riseOf } from '../../domain/estimate.ts';
import type { Entry } from '../../domain/holding.ts';
import { isOpen, type PaceGain, paceGains } from '../../domain/pace-gain.ts';
import { earningDays } from '../../domain/renewal-terms.ts';
import type { CreditStanding } from '../../domain/standing.ts';
import { creditStandingOn } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';

/** One more activity of a single day, in one category. */
export interface ProbedActivity {
  readonly kind: ActivityKind;
  readonly day: Day;
  readonly minutes: number;
  readonly category: string;
}

/** The day and the tolerance (in days) of the standing that activities are compared with. */
interface ProbeView {
  readonly today: Day;
  readonly tolerance: number;
}

const probes = new WeakMap<CreditHolding, HoldingProbe>();

/** Returns the probe of a holding for a day; the same one as long as the holding is in use. */
export function probeOf(holding: CreditHolding, view: ProbeView): HoldingProbe {
  const known = probes.get(holding);
  if (known?.isFor(view)) return known;
  const probe = new HoldingProbe(holding, view);
  probes.set(holding, probe);
  return probe;
}

/**
 * Answers what one more activity would bring for a holding. Each question is counted once: thousands of opportunities differ in few of the things
 * that credits depend on.
 */
export class HoldingProbe {
  readonly #holding: CreditHolding;
  readonly #view: ProbeView;
  readonly #now: CreditStanding;
  readonly #turns: readonly Day[];
  readonly #isEarning: (day: Day) => boolean;
  /** The last day of all that is recorded. */
  readonly #recordedUntil: Day;
  readonly #rise: ReturnType<typeof riseOf>;
  readonly #kinds = new Map<ActivityKind, string>();
  readonly #days = new Map<Day, string>();
  readonly #standings = new Map<string, CreditStanding>();
  readonly #estimates = new Map<string, Estimate | undefined>();
  readonly #rises = new Map<string, Credits>();
  readonly #gains = new Map<string, readonly PaceGain[]>();

  constructor(holding: CreditHolding, view: ProbeView) {
    this.#holding = holding;
    this.#view = view;
    this.#now = creditStandingOn(holding, view.today, view.tolerance);
    this.#turns = turningDays(holding);
    const earning = earningDays(holding.renewal, holding.cycle);
    this.#isEarning = (day) => within(earning, day);
    const { entries, openings = [] } = holding;
    const recorded = [...entries.map(({ end }) => end), ...openings.map(({ on }) => on)];
    this.#recordedUntil = recorded.reduce((last, day) => (day > last ? day : last), view.today);
    this.#rise = riseOf(holding);
  }

  isFor({ today, tolerance }: ProbeView): boolean {
    return this.#view.today === today && this.#view.tolerance === tolerance;
  }

  /** Whether a requirement is open on a day, so that more credits can serve it. */
  canGain(day: Day): boolean {
    return this.#standingOn(day).paces.some(isOpen);
  }

  /** Returns the estimated credits of an activity after caps, as `estimateForHolding` does. */
  estimate(activity: ProbedActivity): Estimate | undefined {
    const { kind, day, minutes, category } = activity;
    const key = `${kind} ${minutes} ${category} ${this.#dayKey(day)}`;
    if (!this.#estimates.has(key)) this.#estimates.set(key, this.#cutEstimate(activity));
    return this.#estimates.get(key);
  }

  /** Returns the open requirements that an activity of some credits would serve. */
  gains(activity: ProbedActivity, credits: Credits): readonly PaceGain[] {
    const { day } = activity;
    if (!this.canGain(day)) return [];
    const key = this.#countingKey(activity, credits);
    const known = this.#gains.get(key) ?? paceGains(this.#standingOn(day), this.#after(activity, credits), this.#now);
    this.#gains.set(key, known);
    return known;
  }

  #cutEstimate({ kind, day, minutes, category }: ProbedActivity): Estimate | undefined {
    const { renewal } = this.#holding;
    const about = { kind, start: day, end: day };
    const estimate = estimateCredits(renewal, about, { minutes });
    if (estimate === undefined || !this.#isEarning(day)) return estimate;
    const rise = (credits: Credits): Credits => {
      const key = this.#countingKey({ kind, day, category }, credits);
      const known = this.#rises.get(key) ?? this.#rise({ ...about, category, marks: [] }, credits);
      this.#rises.set(key, known);
      return known;
    };
    return inSteps(estimate, { renewal, on: day, rise });
  }

  #after({ kind, day, category }: ProbedActivity, credits: Credits): CreditStanding {
    const order = Number.MAX_SAFE_INTEGER;
    const entry: Entry = { id: 'offered', kind, start: day, end: day, order, parts: [{ category, credits }] };
    const { entries } = this.#holding;
    return creditStandingOn({ ...this.#holding, entries: [...entries, entry] }, day, this.#view.tolerance);
  }

  #standingOn(day: Day): CreditStanding {
    const key = this.#dayKey(day);
    const known = this.#standings.get(key) ?? creditStandingOn(this.#holding, day, this.#view.tolerance);
    this.#standings.set(key, known);
    return known;
  }

  /** What counting one more activity depends on. */
  #countingKey({ kind, day, category }: Omit<ProbedActivity, 'minutes'>, credits: Credits): string {
    const alike = this.#kinds.get(kind) ?? countedAlike(kind, this.#holding.renewal);
    this.#kinds.set(kind, alike);
    return `${alike} ${category} ${credits} ${this.#dayKey(day)}`;
  }

  /** The same text for days on which the same activity counts the same. */
  #dayKey(day: Day): string {
    const known = this.#days.get(day) ?? this.#findDayKey(day);
    this.#days.set(day, known);
    return known;
  }

  #findDayKey(day: Day): string {
    const { cycle } = this.#holding;
    // Other records of the day and renewals by other certifications matter on each single day.
    if (day <= this.#recordedUntil || (cycle.renewals ?? []).length > 0) return day;
    const from = this.#turns.findLast((turn) => turn <= day) ?? 'before';
    const key = `from ${from}`;
    const standing = this.#standings.get(key) ?? creditStandingOn(this.#holding, day, this.#view.tolerance);
    this.#standings.set(key, standing);
    // How urgent a requirement is that there isn't today depends on the day.
    const today = new Set(this.#now.paces.map(({ requirement }) => requirement.id));
    return standing.paces.every(({ requirement }) => today.has(requirement.id)) ? key : day;
  }
}
