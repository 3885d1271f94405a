import { addDays, type Day, daysBetween } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Credits } from './credit.ts';
import { type Deadline, dueDeadlines } from './deadlines.ts';
import { daysLeftOf, isEnding, memberStatusOf } from './digest-content.ts';
import type { Pace } from './pace.ts';
import type { CreditStanding, ExamStanding, Standing } from './standing.ts';

/** A holding with the facts its nudges depend on. */
export interface WatchedHolding {
  readonly holdingId: string;
  readonly certification: Certification;
  readonly standing: Standing;
  /** Thresholds passed before the holding was added are ignored. */
  readonly addedOn: Day;
  /** Counted credits without accepted proof. */
  readonly inDebt: Credits;
  /** The last day of the snooze. */
  readonly snoozedUntil?: Day | undefined;
  readonly letsLapse: boolean;
  /** The rules and figures at the last check, and those of today. */
  readonly figures: { readonly before?: RuleMark | undefined; readonly now: RuleMark };
  /** The escalation step (0 none, 1 nudged, 2 help offered, 3 manager notified) and the date it was reached. */
  readonly step: number;
  readonly stepOn?: Day | undefined;
}

/** A hash of a certification's rules, and the figures they give for a holder in a cycle. */
export interface RuleMark {
  readonly rules: string;
  readonly figures: string;
}

/** A topic of a nudge; each `key` is sent once. */
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
  /** An escalation: step 2 offers help, step 3 notifies the manager. */
  | { readonly kind: 'ladder'; readonly step: 2 | 3 }
);

/** The end of a year that has its own minimum. */
interface YearEnd {
  readonly kind: 'year';
  readonly day: Day;
}

/** The topics to send, the keys that are resolved and may be sent again, and the changed escalation steps. */
export interface NudgePlan {
  readonly topics: readonly Topic[];
  readonly resolved: readonly string[];
  readonly steps: readonly { readonly holdingId: string; readonly step: number; readonly stepOn?: Day }[];
}

const FAR = [180, 90, 30, 7] as const;
const NEAR = [30, 7] as const;
const THRESHOLDS = { earn: FAR, expires: NEAR, report: NEAR, pay: NEAR, year: [90, 30, 7] } as const;
/** Escalation starts this many days before the deadline. */
const LADDER_DAYS = 90;
/** Days between two escalation steps. */
export const STEP_DAYS = 14;
const DEBT_DAYS = 90;

/**
 * Plans the nudges of one member for today: topics that are new since the last nudge, except those of snoozed or lapsing holdings.
 * `told` holds the keys that were sent and are not resolved. `mayEscalate`: a manager may be notified.
 */
export function nudgesFor(
  holdings: readonly WatchedHolding[],
  { told: notified, mayEscalate }: { readonly told: ReadonlySet<string>; readonly mayEscalate: boolean },
  today: Day,
): NudgePlan {
  const topics: Topic[] = [];
  const resolved: string[] = [];
  const steps: NudgePlan['steps'][number][] = [];
  for (const watched of holdings) {
    const { holdingId, letsLapse, snoozedUntil } = watched;
    const current = letsLapse ? [] : [...deadlines(watched, today), ...shortfalls(watched), ...debts(watched, today)];
    resolved.push(...resolvedTopics(watched, notified, current));
    if (letsLapse || (snoozedUntil !== undefined && today <= snoozedUntil)) {
      if (letsLapse && watched.step > 0) steps.push({ holdingId, step: 0 });
      continue;
    }
    const fresh = [...current, ...changes(watched, today)].filter(({ key }) => !notified.has(key));
    const escalation = escalate(watched, { isNotified: fresh.length > 0, mayEscalate }, today);
    topics.push(...fresh, ...escalation.topics);
    if (escalation.step !== undefined) steps.push({ holdingId, ...escalation.step });
  }
  return { topics: topics.sort(byUrgency), resolved, steps };
}

function deadlines(watched: WatchedHolding, today: Day): readonly Topic[] {
  const { certification, standing, addedOn, holdingId } = watched;
  if (standing.kind === 'never-expires') return [];
  return [...ownDeadlines(certification, standing, today), ...yearEnds(standing, today)].flatMap((deadline) => {
    const left = daysBetween(today, deadline.day);
    const thresholds: readonly number[] =
      standing.kind === 'exam' && !isEnding(standing) ? FAR : THRESHOLDS[deadline.kind];
    const threshold = thresholds.findLast((days) => left <= days);
    if (threshold === undefined || left < 0 || addDays(deadline.day, -threshold) <= addedOn) return [];
    const fee = deadline.kind === 'pay' ? ` ${deadline.fee.name}` : '';
    const key = `${holdingId} ${deadline.kind}${fee} ${deadline.day} ${threshold}`;
    return [{ kind: 'deadline', key, watched, deadline, threshold, left } as const];
  });
}

/** The deadlines that still need action, each date once. */
function ownDeadlines(certification: Certification, standing: CreditStanding | ExamStanding, today: Day) {
  const chain = dueDeadlines(certification, standing, today);
  if (isEnding(standing)) return chain.filter(({ kind }) => kind === 'expires');
  const isEarned = standing.kind === 'credits' && memberStatusOf(standing) === 'met';
  const earn = isEarned ? undefined : chain.find(({ kind }) => kind === 'earn');
  return chain.filter(({ kind, day }) => {
    if (kind === 'earn') return !isEarned;
    return kind !== 'expires' || day !== earn?.day;
  });
}

/** The end of the year whose minimum binds. */
function yearEnds(standing: Standing, today: Day): readonly YearEnd[] {
  if (standing.kind !== 'credits' || standing.renewedBy !== undefined || isEnding(standing)) return [];
  const { binding } = standing;
  if (binding === undefined) return [];
  const { requirement, remaining, hasBegun } = binding;
  const isOwn = requirement.year !== undefined && requirement.window.end < standing.cycle.end;
  const isDue = isOwn && hasBegun && remaining > 0 && requirement.lastDay >= today;
  return isDue ? [{ kind: 'year', day: requirement.lastDay }] : [];
}

function shortfalls(watched: WatchedHolding): readonly Topic[] {
  const { standing, holdingId } = watched;
  if (standing.kind !== 'credits' || standing.binding === undefined || isEnding(standing)) return [];
  const { status, requirement } = standing.binding;
  if (status !== 'behind' && status !== 'missed') return [];
  const key = `${holdingId} ${status} ${requirement.id} ${requirement.window.start}`;
  return [{ kind: 'behind', key, watched, pace: standing.binding }];
}

function debts(watched: WatchedHolding, today: Day): readonly Topic[] {
  const { standing, inDebt, holdingId } = watched;
  if (standing.kind !== 'credits' || inDebt === 0 || isEnding(standing)) return [];
  const until = standing.cycle.end;
  const left = daysBetween(today, until);
  if (left < 0 || left > DEBT_DAYS) return [];
  return [{ kind: 'debt', key: `${holdingId} debt ${until}`, watched, credits: inDebt, until }];
}

/** Changed rules that give other figures. */
function changes(watched: WatchedHolding, today: Day): readonly Topic[] {
  const { figures, holdingId } = watched;
  const { before, now } = figures;
  if (before === undefined || before.rules === now.rules || before.figures === now.figures) return [];
  return [{ kind: 'rules', key: `${holdingId} rules ${now.rules.slice(0, 12)} ${today}`, watched }];
}

/** The sent keys of shortfalls and debts that no longer exist. */
function resolvedTopics(
  { holdingId }: WatchedHolding,
  notified: ReadonlySet<string>,
  current: readonly Topic[],
): readonly string[] {
  const still = new Set(current.map(({ key }) => key));
  return [...notified].filter((key) => {
    const [holding, kind = ''] = key.split(' ');
    return holding === holdingId && ['behind', 'missed', 'debt'].includes(kind) && !still.has(key);
  });
}

function escalate(
  watched: WatchedHolding,
  { isNotified, mayEscalate }: { readonly isNotified: boolean; readonly mayEscalate: boolean },
  today: Day,
) {
  const { standing, step, stepOn, holdingId } = watched;
  const left = daysLeftOf(standing);
  const isNear = left !== undefined && left <= LADDER_DAYS && ['behind', 'missed'].includes(memberStatusOf(standing));
  if (!isNear) return { topics: [], ...(step === 0 ? {} : { step: { step: 0 } }) };
  if (step === 0) return { topics: [], ...(isNotified ? { step: { step: 1, stepOn: today } } : {}) };
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
