import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { Cap, CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { CutFigures, EvaluationInput } from '../../src/domain/evaluate.ts';
import { creditsOf, holds, valueOn } from './oracle-rules.ts';

/** What is left of one part of an entry. */
interface Left {
  readonly category: string;
  credits: number;
}

/** What is left of an entry; one without a kind is accepted carry-over. */
export interface Entry {
  readonly id: string;
  readonly kind: ActivityKind | null;
  readonly end: Day;
  readonly days: readonly Day[];
  readonly marks: readonly string[];
  readonly year: number;
  readonly parts: readonly Left[];
}

/** What a figure owes to one entry. */
export interface Owed {
  readonly entry: Entry;
  readonly credits: number;
}

/** The figures after a step: of everything, and each category's own. */
export interface Step {
  readonly everything: readonly Owed[];
  readonly categories: ReadonlyMap<string, readonly Owed[]>;
}

/** Where the caps write down what they took. */
export interface Counting {
  readonly renewal: CreditRenewal;
  readonly question: EvaluationInput;
  /** The required total that percent caps are percent of; 0 where there is none. */
  readonly total: number;
  readonly cuts: CutFigures[];
}

/** Whether a category is another one or lies inside it: section 4, step 5, "categories form a tree". */
function isInside(category: string, outer: string, renewal: CreditRenewal): boolean {
  let code: string | undefined = category;
  while (code !== undefined) {
    if (code === outer) return true;
    const inner: string = code;
    code = renewal.categories.find((known) => known.code === inner)?.parent;
  }
  return false;
}

/** What an entry has left in a category, or in all of them: section 4, step 3, "looks at the parts inside it". */
function partsSeen(entry: Entry, category: string | undefined, renewal: CreditRenewal): Left[] {
  return entry.parts.filter((part) => category === undefined || isInside(part.category, category, renewal));
}

/** What every entry has left in a category, or in all of them: section 4, step 5, "sum of its parts". */
export function owedBy(entries: readonly Entry[], category: string | undefined, renewal: CreditRenewal): Owed[] {
  return entries.map((entry) => ({ entry, credits: sumOf(partsSeen(entry, category, renewal)) }));
}

function sumOf(parts: readonly Left[]): number {
  let sum = 0;
  for (const part of parts) sum += part.credits;
  return sum;
}

/** Takes hundredths away, one by one: section 4, "cut in the catalogue's order of categories, the last first". */
function takeAway(parts: readonly Left[], credits: number, renewal: CreditRenewal): void {
  const place = (part: Left): number => renewal.categories.findIndex(({ code }) => code === part.category);
  const inOrder = [...parts].sort((one, other) => place(one) - place(other));
  for (let hundredth = 0; hundredth < credits; hundredth += 1) {
    const last = inOrder.findLast((part) => part.credits > 0);
    if (last !== undefined) last.credits -= 1;
  }
}

/** The caps of a step over kinds, in catalogue order: section 4, step 4, "by activity kind". */
function kindCaps(per: Cap['per'], counting: Counting): Cap[] {
  return capsOf(per, counting).filter((cap) => cap.kinds !== undefined);
}

/** The caps of a step over one category, or over everything: section 4, step 4, "then by category". */
function categoryCaps(per: Cap['per'], category: string | undefined, counting: Counting): Cap[] {
  return capsOf(per, counting).filter((cap) => cap.kinds === undefined && cap.category === category);
}

function capsOf(per: Cap['per'], { renewal, question }: Counting): Cap[] {
  return renewal.caps.filter((cap) => cap.per === per && holds(cap.when, renewal, question));
}

/** The categories from inner to outer: section 4, step 4, "from inner to outer, then in catalogue order". */
function innerFirst(renewal: CreditRenewal): string[] {
  const codes = renewal.categories.map(({ code }) => code);
  const depth = (code: string): number => codes.filter((outer) => isInside(code, outer, renewal)).length;
  return [...codes].sort((one, other) => depth(other) - depth(one) || codes.indexOf(one) - codes.indexOf(other));
}

/** The limit for an entry, null when it is not cut: section 4, "A cap's limit is that of the rule version in force". */
function limitFor(cap: Cap, entry: Entry, { total }: Counting): number | null {
  return creditsOf(valueOn(cap.limit, entry.end), total);
}

/** Whether a cap looks at an entry: section 4, step 1, carry-over is "free of entry, day and kind caps". */
function looksAt(cap: Cap, entry: Entry): boolean {
  if (entry.kind === null) return cap.kinds === undefined && (cap.per === 'year' || cap.per === 'cycle');
  return cap.kinds === undefined || cap.kinds.includes(entry.kind);
}

/** Applies the entry, year or cycle caps of one step, in order: section 4, steps 3, 4 and 5. */
export function capStep(per: 'entry' | 'year' | 'cycle', entries: readonly Entry[], counting: Counting): Step {
  const { renewal } = counting;
  const categories = new Map<string, readonly Owed[]>();
  for (const cap of kindCaps(per, counting)) applyCap(cap, entries, counting);
  for (const category of innerFirst(renewal)) {
    for (const cap of categoryCaps(per, category, counting)) applyCap(cap, entries, counting);
    categories.set(category, owedBy(entries, category, renewal));
  }
  for (const cap of categoryCaps(per, undefined, counting)) applyCap(cap, entries, counting);
  return { everything: owedBy(entries, undefined, renewal), categories };
}

/** Applies one cap: section 4, "When entries go over a cap, they are taken by date, then by time of entry". */
function applyCap(cap: Cap, entries: readonly Entry[], counting: Counting): void {
  const used = new Map<Entry | number, number>();
  for (const entry of entries) {
    if (!looksAt(cap, entry)) continue;
    const bucket = cap.per === 'entry' ? entry : cap.per === 'year' ? entry.year : 0;
    const parts = partsSeen(entry, cap.category, counting.renewal);
    const stored = keepWithin(cap, entry, parts, used.get(bucket) ?? 0, counting);
    used.set(bucket, (used.get(bucket) ?? 0) + stored);
  }
}

/** Cuts the parts to the room there is and says what is kept: section 4, "what earlier entries used". */
function keepWithin(cap: Cap, entry: Entry, parts: readonly Left[], used: number, counting: Counting): number {
  const claimed = sumOf(parts);
  const limit = limitFor(cap, entry, counting);
  if (limit === null || used + claimed <= limit) return claimed;
  const stored = Math.max(0, limit - used);
  takeAway(parts, claimed - stored, counting.renewal);
  addCut(entry, cap, limit, claimed - stored, counting.cuts);
  return stored;
}

/** Writes down what a cap took of an entry: section 4, "nothing disappears silently". */
function addCut(entry: Entry, cap: Cap, limit: number, credits: number, cuts: CutFigures[]): void {
  const reason = { kind: 'cap', name: cap.name, per: cap.per, limit } as const;
  if (credits > 0) cuts.push({ entry: entry.id, credits, reason });
}

/** Applies the day caps to entries laid over their days: section 4, step 3, "then per day caps". */
export function dayStep(entries: readonly Entry[], counting: Counting): void {
  const caps = [
    ...kindCaps('day', counting),
    ...innerFirst(counting.renewal).flatMap((category) => categoryCaps('day', category, counting)),
    ...categoryCaps('day', undefined, counting),
  ];
  if (caps.length === 0) return;
  const slices = entries.map((entry) => ({ entry, byDay: spread(entry) }));
  const days = [...new Set(entries.flatMap((entry) => entry.days))].sort();
  for (const cap of caps) {
    const own: CutFigures[] = [];
    for (const day of days) {
      let used = 0;
      for (const { entry, byDay } of slices) {
        const seen = (byDay.get(day) ?? []).filter(
          ({ category }) => cap.category === undefined || isInside(category, cap.category, counting.renewal),
        );
        if (looksAt(cap, entry)) used += keepWithin(cap, entry, seen, used, { ...counting, cuts: own });
      }
    }
    counting.cuts.push(...gathered(own, entries));
  }
  for (const { entry, byDay } of slices) {
    for (const [place, part] of entry.parts.entries()) {
      part.credits = sumOf([...byDay.values()].flatMap((parts) => parts.filter((_, other) => other === place)));
    }
  }
}

/** Deals each part out to the days, one hundredth after the other: section 4, step 3, "odd ones to the first days". */
function spread(entry: Entry): Map<Day, Left[]> {
  const byDay = new Map(entry.days.map((day) => [day, entry.parts.map(({ category }) => ({ category, credits: 0 }))]));
  const inOrder = [...byDay.values()];
  for (const [place, part] of entry.parts.entries()) {
    for (let hundredth = 0; hundredth < part.credits; hundredth += 1) {
      const slice = inOrder[hundredth % inOrder.length]?.[place];
      if (slice !== undefined) slice.credits += 1;
    }
  }
  return byDay;
}

/** Adds up what one cap took of each entry on its days: section 4, "Credits over a cap are kept, shown". */
function gathered(cuts: readonly CutFigures[], entries: readonly Entry[]): CutFigures[] {
  return entries.flatMap((entry) => {
    const own = cuts.filter((cut) => cut.entry === entry.id);
    const first = own[0];
    return first === undefined ? [] : [{ ...first, credits: own.reduce((sum, cut) => sum + cut.credits, 0) }];
  });
}
