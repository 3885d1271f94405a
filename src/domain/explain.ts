import { within } from './calendar.ts';
import { isOverCategory } from './cap-cutter.ts';
import { CategoryTree, WHOLE } from './category-tree.ts';
import { CARRY_OVER, type Cut } from './count-credits.ts';
import { type Credits, sum } from './credit.ts';
import { yearIndexOf, yearsOf } from './cycle.ts';
import { isRolling } from './cycle-rule.ts';
import type { Entry, Part } from './holding.ts';
import type { CountedOpening } from './opening-balance-contributions.ts';
import { dueToday, type Pace } from './pace.ts';
import type { Requirement } from './requirement.ts';
import { creditsWithMark, markedParts } from './split-by-mark.ts';
import type { CreditStanding } from './standing.ts';
import { carriedInto } from './yearly-carry-over.ts';

/** The arithmetic behind one pace: claimed, stated and carried over, less the cuts is counted. */
export interface Explanation {
  /** The claimed credits, and the number of records. */
  readonly claimed: Credits;
  readonly records: number;
  /** Credits carried over from the previous cycle. */
  readonly carriedOver: Credits;
  /** Credits stated as earned before recert that no record has taken the place of. */
  readonly stated: Credits;
  /** Stated credits that records have taken the place of. */
  readonly covered: Credits;
  /** Credits carried into a yearly requirement from the year before. */
  readonly carriedFromYear: Credits;
  /** Why some of it does not count, the largest first; cuts for the same reason are added up. */
  readonly cuts: readonly ReasonedCut[];
  readonly counted: Credits;
  /** The fewest credits with which it is not behind an even pace today. */
  readonly expected: Credits;
}

export interface ReasonedCut {
  readonly reason: Cut['reason'];
  readonly credits: Credits;
  readonly records: number;
}

/** Explains a pace of a standing; `entries` are those the standing was worked out from. */
export function explain(standing: CreditStanding, entries: readonly Entry[], pace: Pace): Explanation {
  const { requirement } = pace;
  const scope = new Scope(standing, requirement);
  const requested = entries.filter((entry) => entry.end <= standing.terms.on && scope.describes(entry));
  const carriedIn = scope.carriedIn();
  const openings = scope.openings();
  const ids = new Set([
    ...requested.map(({ id }) => id),
    ...openings.map(({ id }) => id),
    ...(scope.creditsIn(carriedIn) > 0 ? [CARRY_OVER] : []),
  ]);
  const stated = sum(openings.map(({ left }) => scope.creditsIn(left)));
  const { counted } = standing;
  const noted = requirement.per === 'period' ? counted.periodicCuts : counted.cuts;
  const cuts = noted
    .filter((cut) => ids.has(cut.entry) && scope.isCutBy(cut))
    .map((cut) => scope.withParts(cut, entries));
  return {
    claimed: sum(requested.map((entry) => scope.creditsOf(entry))),
    records: requested.length,
    carriedOver: scope.creditsIn(carriedIn),
    stated,
    covered: sum(openings.map(({ opening }) => scope.creditsIn(opening.parts))) - stated,
    carriedFromYear: carriedInto(counted.carriedIntoYears, requirement)?.credits ?? 0,
    cuts: reasoned(cuts, scope),
    counted: pace.counted,
    expected: dueToday(pace),
  };
}

/** Which records and which cuts one requirement is made of. */
class Scope {
  readonly #standing: CreditStanding;
  readonly #requirement: Requirement;
  readonly #tree: CategoryTree;

  constructor(standing: CreditStanding, requirement: Requirement) {
    this.#standing = standing;
    this.#requirement = requirement;
    this.#tree = new CategoryTree(standing.renewal.categories);
  }

  /** Returns the credits that the requirement looks at: those in its category or with its mark. */
  creditsIn(parts: readonly Part[]): Credits {
    const { category = WHOLE, mark } = this.#requirement;
    if (mark !== undefined) return creditsWithMark(parts, mark);
    return sum(parts.filter((part) => this.#tree.contains(category, part.category)).map(({ credits }) => credits));
  }

  creditsOf(entry: Entry): Credits {
    if (this.#requirement.exceptKinds?.includes(entry.kind)) return 0;
    return this.creditsIn(markedParts(entry, this.#standing.renewal));
  }

  /** A cut of a whole entry with the parts as they would have counted; caps note those already. */
  withParts(cut: Cut, entries: readonly Entry[]): Cut {
    if (cut.reason.kind === 'cap') return cut;
    const entry = entries.find(({ id }) => id === cut.entry);
    return entry === undefined ? cut : { ...cut, parts: markedParts(entry, this.#standing.renewal) };
  }

  describes(entry: Entry): boolean {
    const { per, window, year } = this.#requirement;
    if (this.creditsOf(entry) === 0) return false;
    if (per === 'period') return within(window, entry.end);
    const { renewal, holding, earning } = this.#standing.terms;
    const anchor = renewal.cycle.anchor?.value;
    const isOfCycle = entry.cycle === undefined || entry.cycle === holding.cycle.start || isRolling(renewal.cycle);
    if (!isOfCycle) return false;
    if (per === 'cycle') return true;
    return within(earning, entry.end) && yearIndexOf(yearsOf(holding.cycle, anchor), entry.end) + 1 === year;
  }

  /** The opening balances that the requirement looks at. */
  openings(): readonly CountedOpening[] {
    const { per, window, year } = this.#requirement;
    const { counted, terms } = this.#standing;
    if (per === 'period') return counted.periodicOpenings.filter(({ opening }) => within(window, opening.on));
    if (per === 'cycle') return counted.openings;
    const years = yearsOf(terms.holding.cycle, terms.renewal.cycle.anchor?.value);
    return counted.openings.filter(({ opening }) => yearIndexOf(years, opening.on) + 1 === year);
  }

  /** Carry-over is dated the first day of the cycle. */
  carriedIn(): readonly Part[] {
    const { per, year } = this.#requirement;
    const { holding, on } = this.#standing.terms;
    if (per === 'period' || on < holding.cycle.start || (per === 'year' && year !== 1)) return [];
    return holding.carryOver ?? [];
  }

  /** Whether a cut lowers the requirement's figure; cuts of later steps and of outer categories do not. */
  isCutBy({ reason }: Cut): boolean {
    const { per, category, mark } = this.#requirement;
    if (reason.kind !== 'cap') return reason.kind === 'once-only' || per === 'cycle';
    const { cap } = reason;
    if (cap.per === 'entry' || cap.per === 'day') return true;
    if (per === 'period' || (per === 'year' && cap.per === 'cycle')) return false;
    if (cap.per !== per || !isOverCategory(cap) || mark !== undefined) return true;
    return this.#tree.contains(category ?? WHOLE, cap.category ?? WHOLE);
  }
}

function reasoned(cuts: readonly Cut[], scope: Scope): readonly ReasonedCut[] {
  const key = ({ reason }: Cut) =>
    reason.kind === 'cap' ? `${reason.cap.per} ${reason.cap.name} ${reason.limit}` : reason.kind;
  return [...Map.groupBy(cuts, key).values()]
    .flatMap((same) => {
      const [first] = same;
      const credits = sum(same.map(({ parts }) => scope.creditsIn(parts)));
      if (first === undefined || credits === 0) return [];
      return [{ reason: first.reason, credits, records: new Set(same.map(({ entry }) => entry)).size }];
    })
    .sort((a, b) => b.credits - a.credits);
}
