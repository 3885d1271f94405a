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

/** How many of those who hold something are on pace. */
export interface OnPace {
  readonly good: number;
  readonly holders: number;
}

/** A deadline, and how many have it. */
interface TeamDeadline {
  readonly day: Day;
  readonly kind: Deadline['kind'];
  /** It is the last day of a grace in which credits may still be earned. */
  readonly inGrace: boolean;
  readonly certification: Certification;
  readonly people: number;
}

/**
 * The content of a team digest. It names only members who agreed, has no counts for small teams, and no count of one or two others: `isSayable`.
 */
export interface TeamDigest {
  readonly people: number;
  /** The number of members per status; undefined if one of them isn't sayable. */
  readonly counts?: Readonly<Record<MemberStatus, number>>;
  /** How many of those who hold something are on pace, where the statuses aren't sayable but this is. */
  readonly onPace?: OnPace;
  readonly named: readonly {
    readonly personId: string;
    readonly name: string;
    readonly holdings: readonly MemberStanding[];
  }[];
  /** The sayable deadlines of the next 90 days, earliest first; empty if the team is too small. */
  readonly deadlines: readonly TeamDeadline[];
  /** Sayable documentation debt, by the unit of the bodies. */
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
  const sums = new DigestSums(today);
  for (const member of members) sums.add(member);
  return sums.digest();
}

type Concerned<T> = T & { readonly members: Set<DigestMember> };

/** Sums up a team's digest member by member, so that other work can have its turn between the members of a large team. */
export class DigestSums {
  readonly #today: Day;
  readonly #members: DigestMember[] = [];
  readonly #deadlines = new Map<string, Concerned<Omit<TeamDeadline, 'people'>>>();
  readonly #debt = new Map<string, Concerned<TeamDigest['debt'][number]>>();

  constructor(today: Day) {
    this.#today = today;
  }

  add(member: DigestMember): void {
    this.#members.push(member);
    for (const holding of member.holdings) {
      this.#addDeadlines(holding, member);
      this.#addDebt(holding, member);
    }
  }

  /** Returns the content of the digest. */
  digest(): TeamDigest {
    const members = this.#members;
    const named = members
      .filter(({ isNamed }) => isNamed)
      .map(({ personId, name, holdings }) => ({ personId, name, holdings }));
    if (members.length < MIN_PEOPLE_FOR_COUNTS) return { people: members.length, named, deadlines: [], debt: [] };
    const deadlines = sayableOf(this.#deadlines)
      .map(({ members: concerned, ...deadline }) => ({ ...deadline, people: concerned.size }))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    const debt = sayableOf(this.#debt)
      .map(({ unit, credits }) => ({ unit, credits }))
      .sort((a, b) => b.credits - a.credits);
    return { people: members.length, ...countsIn(members), named, deadlines, debt };
  }

  #addDeadlines({ certification, standing }: MemberStanding, member: DigestMember): void {
    if (standing.kind === 'never-expires') return;
    const last = addDays(this.#today, AHEAD_DAYS);
    const isDone = standing.kind === 'credits' && memberStatusOf(standing) === 'met';
    for (const { day, kind } of dueDeadlines(certification, standing, this.#today)) {
      if (day > last || (kind === 'earn' && isDone) || (kind !== 'expires' && isEnding(standing))) continue;
      const inGrace = kind === 'earn' && day > standing.cycle.end;
      const key = `${day} ${kind} ${inGrace} ${certification.code}`;
      const deadline = this.#deadlines.get(key) ?? { day, kind, inGrace, certification, members: new Set() };
      this.#deadlines.set(key, deadline);
      deadline.members.add(member);
    }
  }

  #addDebt({ certification, inDebt }: MemberStanding, member: DigestMember): void {
    if (inDebt === 0 || certification.renewal.kind !== 'credits') return;
    const { unit } = certification.renewal;
    const { credits, members } = this.#debt.get(unit.many) ?? { credits: 0, members: new Set<DigestMember>() };
    this.#debt.set(unit.many, { unit, credits: credits + inDebt, members: members.add(member) });
  }
}

function sayableOf<T>(found: ReadonlyMap<string, Concerned<T>>): readonly Concerned<T>[] {
  return [...found.values()].filter(({ members }) => isSayable([...members]));
}

/** Whether a line about these members may be said: one or two people who didn't agree to be named would be identified by it. */
export function isSayable(members: readonly Pick<DigestMember, 'isNamed'>[]): boolean {
  return isSayableCount(members.filter(({ isNamed }) => !isNamed).length);
}

/** Whether a line about this many people who didn't agree to be named may be said. */
export function isSayableCount(unnamed: number): boolean {
  return unnamed === 0 || unnamed >= MIN_PEOPLE_FOR_COUNTS;
}

/** Counts per status. If one of them isn't sayable, none is, because the others would give it away by subtraction. */
function countsIn(members: readonly DigestMember[]): Pick<TeamDigest, 'counts' | 'onPace'> {
  const byStatus = new Map(Map.groupBy(members, worstStatusOf));
  const of = (status: MemberStatus) => byStatus.get(status) ?? [];
  const counts = { missed: 0, behind: 0, 'on-track': 0, ahead: 0, met: 0, nothing: 0 };
  for (const status of MEMBER_STATUSES) counts[status] = of(status).length;
  if (MEMBER_STATUSES.every((status) => isSayable(of(status)))) return { counts };
  const good = [...of('on-track'), ...of('ahead'), ...of('met')];
  const bad = [...of('missed'), ...of('behind')];
  const isKnown = [good, bad, of('nothing')].every(isSayable);
  return isKnown ? { onPace: { good: good.length, holders: good.length + bad.length } } : {};
}

/** Returns how many members are on pace, or undefined if that isn't sayable. */
export function onPaceIn(members: readonly DigestMember[]): OnPace | undefined {
  if (members.length < MIN_PEOPLE_FOR_COUNTS) return undefined;
  const { counts, onPace } = countsIn(members);
  if (counts === undefined) return onPace;
  const good = counts['on-track'] + counts.ahead + counts.met;
  return { good, holders: members.length - counts.nothing };
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
