import { addDays, type Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Credits } from './credit.ts';
import { type Deadline, dueDeadlines } from './deadlines.ts';
import type { ExamStanding, HoldingStatus, Standing } from './standing.ts';

/** The standing of one certification of a team member. */
export interface MemberStanding {
  readonly certification: Certification;
  readonly standing: Standing;
  /** Credits that count and could not be proved, in hundredths. */
  readonly inDebt: Credits;
}

/** A member of a team. */
export interface DigestMember {
  readonly personId: string;
  readonly name: string;
  /** They chose to be named before the team. */
  readonly isNamed: boolean;
  readonly holdings: readonly MemberStanding[];
}

/** The overall status of a member: the worst of their certifications. */
export type MemberStatus = 'missed' | 'behind' | 'on-track' | 'ahead' | 'met' | 'nothing';
export const MEMBER_STATUSES = ['missed', 'behind', 'on-track', 'ahead', 'met', 'nothing'] as const;

/** A deadline, and how many have it. */
interface TeamDeadline {
  readonly day: Day;
  readonly kind: Deadline['kind'];
  /** It is the last day of a grace in which credits may still be earned. */
  readonly inGrace: boolean;
  readonly certification: Certification;
  readonly people: number;
}

/** The content of a team digest; it names only members who agreed and has no counts for small teams. */
export interface TeamDigest {
  readonly people: number;
  /** The number of members per status; undefined if the team is too small. */
  readonly counts?: Readonly<Record<MemberStatus, number>>;
  readonly named: readonly { readonly name: string; readonly holdings: readonly MemberStanding[] }[];
  /** The deadlines of the next 90 days, earliest first; empty if the team is too small. */
  readonly deadlines: readonly TeamDeadline[];
  /** Documentation debt, by the unit of the bodies. */
  readonly debt: readonly {
    readonly unit: { readonly one: string; readonly many: string };
    readonly credits: Credits;
  }[];
}

/** Minimum team size for counts, because counts of fewer people would identify them. */
export const MIN_PEOPLE_FOR_COUNTS = 3;
const AHEAD_DAYS = 90;

/** Returns the content of a team's digest. */
export function digestOf(members: readonly DigestMember[], today: Day): TeamDigest {
  const named = members.filter(({ isNamed }) => isNamed).map(({ name, holdings }) => ({ name, holdings }));
  if (members.length < MIN_PEOPLE_FOR_COUNTS) return { people: members.length, named, deadlines: [], debt: [] };
  const counts = { missed: 0, behind: 0, 'on-track': 0, ahead: 0, met: 0, nothing: 0 };
  for (const member of members) counts[worstStatusOf(member)] += 1;
  return { people: members.length, counts, named, deadlines: deadlinesIn(members, today), debt: debtIn(members) };
}

/** Returns the worst status of a member's certifications. */
export function worstStatusOf({ holdings }: Pick<DigestMember, 'holdings'>): MemberStatus {
  const statuses = holdings.map(({ standing }) => memberStatusOf(standing));
  return MEMBER_STATUSES.find((status) => statuses.includes(status)) ?? 'nothing';
}

/** Returns whether a certification ends on its date, whatever is done: nothing is due for it. */
export function isEnding(standing: Standing): boolean {
  return standing.kind !== 'never-expires' && standing.ending !== undefined;
}

/** Returns the status of one certification. */
export function memberStatusOf(standing: Standing): MemberStatus {
  if (isEnding(standing)) return 'met';
  switch (standing.kind) {
    case 'never-expires':
      return 'met';
    case 'exam':
      return standing.renewedBy === undefined ? examStatus(standing) : 'met';
    case 'credits':
      return ofPace(standing.status);
  }
}

/** Returns the days left for the binding requirement or until an exam is due, or undefined if nothing is due. */
export function daysLeftOf(standing: Standing): number | undefined {
  if (isEnding(standing)) return undefined;
  switch (standing.kind) {
    case 'never-expires':
      return undefined;
    case 'exam':
      return standing.renewedBy === undefined ? standing.daysLeft : undefined;
    case 'credits':
      return standing.status === 'met' ? undefined : standing.binding?.daysLeft;
  }
}

/** The certifications that are behind or lost, the one with the fewest days left first. */
export function atRisk<T extends MemberStanding>(holdings: readonly T[]): readonly T[] {
  return holdings
    .filter(({ standing }) => ['missed', 'behind'].includes(memberStatusOf(standing)))
    .sort((a, b) => (daysLeftOf(a.standing) ?? 0) - (daysLeftOf(b.standing) ?? 0));
}

/** An exam has no pace, so it counts as behind in the last 90 days of the cycle. */
function examStatus({ daysLeft, isOpen }: ExamStanding): MemberStatus {
  if (daysLeft === 0) return isOpen ? 'behind' : 'missed';
  return daysLeft <= AHEAD_DAYS ? 'behind' : 'on-track';
}

function ofPace(status: HoldingStatus): MemberStatus {
  return status === 'not-started' || status === 'unknown' ? 'on-track' : status;
}

function deadlinesIn(members: readonly DigestMember[], today: Day): readonly TeamDeadline[] {
  const last = addDays(today, AHEAD_DAYS);
  const found = new Map<string, TeamDeadline>();
  for (const { holdings } of members)
    for (const { certification, standing } of holdings) {
      if (standing.kind === 'never-expires') continue;
      const isDone = standing.kind === 'credits' && memberStatusOf(standing) === 'met';
      for (const { day, kind } of dueDeadlines(certification, standing, today)) {
        if (day > last || (kind === 'earn' && isDone) || (kind !== 'expires' && isEnding(standing))) continue;
        const inGrace = kind === 'earn' && day > standing.cycle.end;
        const key = `${day} ${kind} ${inGrace} ${certification.code}`;
        const before = found.get(key)?.people ?? 0;
        found.set(key, { day, kind, inGrace, certification, people: before + 1 });
      }
    }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function debtIn(members: readonly DigestMember[]): TeamDigest['debt'] {
  const debt = new Map<string, { unit: { one: string; many: string }; credits: Credits }>();
  for (const { holdings } of members)
    for (const { certification, inDebt } of holdings) {
      if (inDebt === 0 || certification.renewal.kind !== 'credits') continue;
      const { unit } = certification.renewal;
      const sum = debt.get(unit.many) ?? { unit, credits: 0 };
      debt.set(unit.many, { unit, credits: sum.credits + inDebt });
    }
  return [...debt.values()].sort((a, b) => b.credits - a.credits);
}
