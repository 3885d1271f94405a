import type { DateRange, Day } from '../../src/domain/calendar.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { CutFigures, EvaluatedActivity, EvaluationInput, Figures } from '../../src/domain/evaluate.ts';
import { everyDay } from './oracle-calendar.ts';
import type { Counting, Entry, Owed, Step } from './oracle-caps.ts';
import { capStep, dayStep, owedBy } from './oracle-caps.ts';
import { paceOf, withBinding } from './oracle-pace.ts';
import type { Asked, Year } from './oracle-rules.ts';
import { firstEarningDay, lastEarningDay, requiredTotal, requirementsOf, yearOf, yearsOf } from './oracle-rules.ts';

/** Every figure of a holding, worked out the slow and plain way: sections 3 and 4 of the specification. */
export function oracle(question: EvaluationInput): Figures {
  const { renewal } = question.certification;
  if (renewal.kind !== 'credits') return { requirements: [], cuts: [], unchecked: [] };
  const cuts: CutFigures[] = [];
  const { yearly, cyclic } = countCycle(renewal, question, cuts);
  const requirements = requirementsOf(renewal, question).map((requested) => {
    const owed = owedTo(requested, yearly, cyclic, renewal, question);
    return paceOf(requested, owed, question.on, question.tolerance);
  });
  return {
    requirements: withBinding(requirements, question.on),
    cuts,
    unchecked: renewal.unchecked.map(({ rule }) => rule),
  };
}

/** The figures after steps 4 and 5, and what was cut on the way: section 4, steps 1 to 5. */
function countCycle(
  renewal: CreditRenewal,
  question: EvaluationInput,
  cuts: CutFigures[],
): { readonly yearly: Step; readonly cyclic: Step } {
  const counting = { renewal, question, total: requiredTotal(renewal, question), cuts };
  const years = yearsOf(renewal, question.cycle);
  const done = inOrder(question.activities.filter((activity) => isDone(activity, question)));
  const ours = done.filter((activity) => cycleOf(activity, renewal, question) === question.cycle.start);
  const window = { start: firstEarningDay(renewal, question), end: lastEarningDay(renewal, question.cycle) };
  const earned = within(ours, window);
  for (const activity of ours) if (!earned.includes(activity)) cutWhole(activity, 'outside', cuts);
  const unique = onceOnly(earned, renewal);
  for (const activity of earned) if (!unique.includes(activity)) cutWhole(activity, 'once-only', cuts);
  const entries = [...carriedOver(question), ...unique.map((activity) => entryOf(activity, years))];
  afterStepThree(entries, counting);
  const yearly = capStep('year', entries, counting);
  return { yearly, cyclic: capStep('cycle', entries, counting) };
}

/** Applies the entry caps, then the day caps: section 4, step 3. */
function afterStepThree(entries: readonly Entry[], counting: Counting): void {
  capStep('entry', entries, counting);
  dayStep(entries, counting);
}

/** What a requirement counts of each entry: section 4, steps 4, 5 and 7. */
function owedTo(
  requested: Asked,
  yearly: Step,
  cyclic: Step,
  renewal: CreditRenewal,
  question: EvaluationInput,
): readonly Owed[] {
  const { rule, window, year } = requested;
  if (rule.per === 'period') return owedInPeriod(requested, window, renewal, question);
  const step = year === null ? cyclic : yearly;
  const all = rule.category === undefined ? step.everything : (step.categories.get(rule.category) ?? []);
  const inYear = all.filter(({ entry }) => year === null || entry.year === year);
  return inYear.filter(({ entry }) => rule.mark === undefined || entry.marks.includes(rule.mark));
}

/** What a requirement with a period of its own counts: section 4, "in whatever cycle, after step 3". */
function owedInPeriod(
  { rule }: Asked,
  window: DateRange,
  renewal: CreditRenewal,
  question: EvaluationInput,
): readonly Owed[] {
  const done = inOrder(question.activities.filter((activity) => isDone(activity, question)));
  const cycles = [...new Set(done.map((activity) => cycleOf(activity, renewal, question)))];
  const unique = cycles.flatMap((cycle) => {
    return onceOnly(
      done.filter((activity) => cycleOf(activity, renewal, question) === cycle),
      renewal,
    );
  });
  const entries = done.filter((activity) => unique.includes(activity)).map((activity) => entryOf(activity, []));
  afterStepThree(entries, { renewal, question, total: requiredTotal(renewal, question), cuts: [] });
  const ended = entries.filter(({ end }) => window.start <= end && end <= window.end);
  const marked = ended.filter((entry) => rule.mark === undefined || entry.marks.includes(rule.mark));
  return owedBy(marked, rule.category, renewal);
}

/** Whether an activity is over on the day looked at: section 3, "ended on or before `t` … (planned ones never)". */
function isDone(activity: EvaluatedActivity, question: EvaluationInput): boolean {
  return !activity.planned && activity.end <= question.on;
}

/** The activities that ended in a span: section 4, step 1, "whose activity **ended** inside the window". */
function within(activities: readonly EvaluatedActivity[], range: DateRange): EvaluatedActivity[] {
  return activities.filter(({ end }) => range.start <= end && end <= range.end);
}

/** By date, then by time of entry: section 4, "they are taken by date, then by time of entry". */
function inOrder(activities: readonly EvaluatedActivity[]): EvaluatedActivity[] {
  return [...activities].sort((one, other) => (one.end < other.end ? -1 : one.end > other.end ? 1 : 0));
}

/** The cycle an activity is allocated to: section 4, step 1, and notes, "rolling anchor". */
function cycleOf(activity: EvaluatedActivity, renewal: CreditRenewal, question: EvaluationInput): Day {
  if (renewal.cycle.anchor?.value === 'rolling') return question.cycle.start;
  return activity.cycle ?? question.cycle.start;
}

/** The activities without later repeats of the same course: section 4, step 2. */
function onceOnly(activities: readonly EvaluatedActivity[], renewal: CreditRenewal): EvaluatedActivity[] {
  const rule = renewal.onceOnly;
  const stays: EvaluatedActivity[] = [];
  for (const activity of activities) {
    const falls = rule !== undefined && (rule.kinds === undefined || rule.kinds.includes(activity.kind));
    if (!falls || !stays.some((earlier) => isSameCourse(earlier, activity))) stays.push(activity);
  }
  return stays;
}

/** Whether two activities are the same course of the same kind: section 4, step 2, "provider and title". */
function isSameCourse(one: EvaluatedActivity, other: EvaluatedActivity): boolean {
  if (bare(one.title) === '' || one.kind !== other.kind) return false;
  return bare(one.title) === bare(other.title) && bare(one.provider) === bare(other.provider);
}

function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The accepted carry-over as entries: section 4, step 1, "dated the first day of the cycle, before all others". */
function carriedOver({ carryOver, cycle, on }: EvaluationInput): Entry[] {
  if (on < cycle.start) return [];
  return carryOver.map((part) => {
    const fixed = { id: 'carry-over', kind: null, end: cycle.start, days: [cycle.start], marks: [], year: 0 };
    return { ...fixed, parts: [{ ...part }] };
  });
}

/** An activity as an entry of which nothing is cut yet: section 4, step 1. */
function entryOf({ id, kind, start, end, marks, parts }: EvaluatedActivity, years: readonly Year[]): Entry {
  const copies = parts.map((part) => ({ ...part }));
  return { id, kind, end, days: everyDay(start, end), marks, year: yearOf(end, years), parts: copies };
}

/** Writes down an entry that does not count at all: section 4, "nothing disappears silently". */
function cutWhole({ id, parts }: EvaluatedActivity, kind: 'outside' | 'once-only', cuts: CutFigures[]): void {
  cuts.push({ entry: id, credits: parts.reduce((sum, part) => sum + part.credits, 0), reason: { kind } });
}
