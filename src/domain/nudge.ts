import { addDays, type DateRange, type Day, daysBetween } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Credits } from './credit.ts';
import { type Deadline, deadlinesOf } from './deadlines.ts';
import type { Pace } from './pace.ts';
import type { Standing } from './standing.ts';
import { daysLeftOf, memberStatusOf } from './team-digest.ts';

/** A holding as it is watched for its holder. */
export interface WatchedHolding {
  readonly holdingId: string;
  readonly certification: Certification;
  readonly standing: Standing;
  /** What was crossed before is known to whoever added it. */
  readonly addedOn: Day;
  /** Credits that count and could not be proved, in hundredths. */
  readonly inDebt: Credits;
  /** Until when nothing is to be said of it, that day included. */
  readonly snoozedUntil?: Day | undefined;
  readonly letsLapse: boolean;
  /** The rules and the figures that held when it was looked at last, and those that hold now. */
  readonly figures: { readonly before?: RuleMark | undefined; readonly now: RuleMark };
  /** The step of the ladder it is on: 0 none, 1 told, 2 offered help, 3 the manager knows; and since when. */
  readonly step: number;
  readonly stepOn?: Day | undefined;
}

/** What the rules of a certification are, as a hash, and what they come to for a holder in a cycle. */
export interface RuleMark {
  readonly rules: string;
  readonly figures: string;
}

/** Something worth saying to one person; `key` names it, so that it is said once. */
export type Topic = { readonly key: string; readonly watched: WatchedHolding } & (
  | {
      readonly kind: 'deadline';
      readonly deadline: Deadline | YearEnd;
      readonly threshold: number;
      readonly left: number;
    }
  | { readonly kind: 'behind'; readonly pace: Pace }
  | { readonly kind: 'debt'; readonly credits: Credits; readonly until: Day }
  | { readonly kind: 'rules' }
  /** A step of the ladder: 2 offers help, 3 tells the manager. */
  | { readonly kind: 'ladder'; readonly step: 2 | 3 }
);

/** The end of a year with a minimum of its own. */
export interface YearEnd {
  readonly kind: 'year';
  readonly day: Day;
}

/** What is to be said, what is over so that it may be said again, and where each holding now is on the ladder. */
export interface NudgePlan {
  readonly topics: readonly Topic[];
  readonly resolved: readonly string[];
  readonly steps: readonly { readonly holdingId: string; readonly step: number; readonly stepOn?: Day }[];
}

const FAR = [180, 90, 30, 7] as const;
const NEAR = [30, 7] as const;
const THRESHOLDS = { earn: FAR, expires: NEAR, report: NEAR, pay: NEAR, year: [90, 30, 7] } as const;
/** The ladder is for what fails within so many days. */
const LADDER_DAYS = 90;
/** So many days lie between two steps. */
export const STEP_DAYS = 14;
const DEBT_DAYS = 90;

/**
 * What is to be said to somebody today: only what changed or came near since it was said, of nothing that they snoozed or let lapse.
 * `told` holds the keys of what was said and is not over. `mayEscalate`: there is a manager who may be told, and nobody minds.
 */
export function nudgesFor(
  holdings: readonly WatchedHolding[],
  { told: notified, mayEscalate }: { readonly told: ReadonlySet<string>; readonly mayEscalate: boolean },
  today: Day,
): NudgePlan {
  const topics: Topic[] = [];
  const over: string[] = [];
  const steps: NudgePlan['steps'][number][] = [];
  for (const watched of holdings) {
    const { holdingId, letsLapse, snoozedUntil } = watched;
    const current = letsLapse ? [] : [...deadlines(watched, today), ...shortfalls(watched), ...debts(watched, today)];
    over.push(...resolvedTopics(watched, notified, current));
    if (letsLapse || (snoozedUntil !== undefined && today <= snoozedUntil)) {
      if (letsLapse && watched.step > 0) steps.push({ holdingId, step: 0 });
      continue;
    }
    const fresh = [...current, ...changes(watched, today)].filter(({ key }) => !notified.has(key));
    const climbed = climb(watched, fresh.length > 0, mayEscalate, today);
    topics.push(...fresh, ...climbed.topics);
    if (climbed.step !== undefined) steps.push({ holdingId, ...climbed.step });
  }
  return { topics: topics.sort(byUrgency), resolved: over, steps };
}

function deadlines(watched: WatchedHolding, today: Day): readonly Topic[] {
  const { certification, standing, addedOn, holdingId } = watched;
  if (standing.kind === 'never-expires') return [];
  return [...ownDeadlines(certification, standing, today), ...yearEnds(standing, today)].flatMap((deadline) => {
    const left = daysBetween(today, deadline.day);
    const thresholds: readonly number[] = standing.kind === 'exam' ? FAR : THRESHOLDS[deadline.kind];
    const threshold = thresholds.findLast((days) => left <= days);
    if (threshold === undefined || left < 0 || addDays(deadline.day, -threshold) <= addedOn) return [];
    const fee = deadline.kind === 'pay' ? ` ${deadline.fee.name}` : '';
    const key = `${holdingId} ${deadline.kind}${fee} ${deadline.day} ${threshold}`;
    return [{ kind: 'deadline', key, watched, deadline, threshold, left } as const];
  });
}

/** Of the chain: what can be done nothing more about is not in it, and one day is named once. */
function ownDeadlines(certification: Certification, standing: { readonly cycle: DateRange } & Standing, today: Day) {
  const chain = deadlinesOf(certification, standing.cycle, today);
  const isEarned = standing.kind === 'credits' && memberStatusOf(standing) === 'met';
  const earn = isEarned ? undefined : chain.find(({ kind }) => kind === 'earn');
  return chain.filter(({ kind, day }) => {
    if (kind === 'earn') return !isEarned;
    return kind !== 'expires' || day !== earn?.day;
  });
}

function yearEnds(standing: Standing, today: Day): readonly YearEnd[] {
  if (standing.kind !== 'credits') return [];
  const ends = standing.paces
    .filter(({ requirement, remaining, hasBegun }) => {
      const isOwn = requirement.year !== undefined && requirement.window.end < standing.cycle.end;
      return isOwn && requirement.severity === 'hard' && hasBegun && remaining > 0 && requirement.lastDay >= today;
    })
    .map(({ requirement }) => requirement.lastDay);
  return [...new Set(ends)].map((day) => ({ kind: 'year', day }));
}

function shortfalls(watched: WatchedHolding): readonly Topic[] {
  const { standing, holdingId } = watched;
  if (standing.kind !== 'credits' || standing.binding === undefined) return [];
  const { status, requirement } = standing.binding;
  if (status !== 'behind' && status !== 'missed') return [];
  const key = `${holdingId} ${status} ${requirement.id} ${requirement.window.start}`;
  return [{ kind: 'behind', key, watched, pace: standing.binding }];
}

function debts(watched: WatchedHolding, today: Day): readonly Topic[] {
  const { standing, inDebt, holdingId } = watched;
  if (standing.kind !== 'credits' || inDebt === 0) return [];
  const until = standing.cycle.end;
  const left = daysBetween(today, until);
  if (left < 0 || left > DEBT_DAYS) return [];
  return [{ kind: 'debt', key: `${holdingId} debt ${until}`, watched, credits: inDebt, until }];
}

/** Rules that are others than they were, and come to other figures. */
function changes(watched: WatchedHolding, today: Day): readonly Topic[] {
  const { figures, holdingId } = watched;
  const { before, now } = figures;
  if (before === undefined || before.rules === now.rules || before.figures === now.figures) return [];
  return [{ kind: 'rules', key: `${holdingId} rules ${now.rules.slice(0, 12)} ${today}`, watched }];
}

/** What was said of a shortfall or of a debt that is none any more. */
function resolvedTopics(
  { holdingId }: WatchedHolding,
  notified: ReadonlySet<string>,
  current: readonly Topic[],
): readonly string[] {
  const still = new Set(current.map(({ key }) => key));
  return [...notified].filter((key) => {
    const [holding, kind] = key.split(' ');
    return holding === holdingId && ['behind', 'missed', 'debt'].includes(kind as string) && !still.has(key);
  });
}

function climb(watched: WatchedHolding, isTold: boolean, mayEscalate: boolean, today: Day) {
  const { standing, step, stepOn, holdingId } = watched;
  const left = daysLeftOf(standing);
  const isNear = left !== undefined && left <= LADDER_DAYS && ['behind', 'missed'].includes(memberStatusOf(standing));
  if (!isNear) return { topics: [], ...(step === 0 ? {} : { step: { step: 0 } }) };
  if (step === 0) return { topics: [], ...(isTold ? { step: { step: 1, stepOn: today } } : {}) };
  const isDue = stepOn !== undefined && addDays(stepOn, STEP_DAYS) <= today;
  const next = step === 1 ? 2 : step === 2 && mayEscalate ? 3 : undefined;
  if (!isDue || next === undefined) return { topics: [] };
  const topic: Topic = { kind: 'ladder', step: next, key: `${holdingId} ladder ${next} ${today}`, watched };
  return { topics: [topic], step: { step: next, stepOn: today } };
}

const ORDER = ['ladder', 'behind', 'deadline', 'rules', 'debt'] as const;

function byUrgency(a: Topic, b: Topic): number {
  const left = ({ watched }: Topic) => daysLeftOf(watched.standing) ?? Number.MAX_SAFE_INTEGER;
  return left(a) - left(b) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}
