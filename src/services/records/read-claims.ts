import { type Answers, answerOf, answersOf } from '../../chat/form.ts';
import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { type Day, within } from '../../domain/calendar.ts';
import { isSplit, leavesOf, WHOLE } from '../../domain/category-tree.ts';
import { type Credits, parseCredits, sum } from '../../domain/credit.ts';
import { cycleFor } from '../../domain/cycle-choice.ts';
import { cutToRoom, type Estimable, type Estimate, estimateCredits } from '../../domain/estimate.ts';
import type { Part } from '../../domain/holding.ts';
import { beyondLimit } from '../../domain/renewals-served.ts';
import { inForce } from '../../domain/sourced.ts';
import { conditionHolds, earningDays, termsOf } from '../../domain/terms.ts';
import type { NewClaim } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { FormErrors } from '../form-errors.ts';

/** What claims are read from. */
export interface ClaimInput {
  readonly answers: Answers;
  readonly holdings: readonly CreditHolding[];
  readonly words: Words;
}

/**
 * What the minutes are worth for a holding, cut to the room under its caps; 0 when no room is left. An activity outside the days
 * that count is not cut: it is kept and does not count.
 */
export function estimateForHolding(
  holding: CreditHolding,
  activity: Estimable & { readonly start: Day; readonly minutes: number; readonly category?: string },
): Estimate | undefined {
  const { renewal, cycle, entries } = holding;
  const estimate = estimateCredits(renewal, activity, activity);
  if (estimate === undefined || !within(earningDays(renewal, cycle), activity.end)) return estimate;
  const { category = leavesOf(renewal)[0]?.code ?? WHOLE } = activity;
  return cutToRoom({ renewal, cycle, entries }, { ...activity, category, marks: [] }, estimate);
}

/** What is known of the activity by now. */
export interface ActivityFacts {
  readonly kind: ActivityKind;
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  readonly minutes: number | undefined;
}

/** Reads what an activity claims for each chosen certification; what is wrong goes to `errors`. */
export function readClaims(reading: ClaimInput, done: ActivityFacts, errors: FormErrors): readonly NewClaim[] {
  const { answers, holdings, words } = reading;
  const chosen = new Set(answersOf(answers, 'counts'));
  const claims: NewClaim[] = [];
  for (const holding of holdings) {
    const isChosen = chosen.has(holding.certification.code);
    const typed = typedParts(holding, answers, words, errors);
    if (!isChosen) {
      const first = typed.find((part) => part.credits > 0);
      if (first !== undefined) errors.add(first.field, words.log.notTicked(holding.certification.short));
      continue;
    }
    const parts = typed.length > 0 ? typed : estimatedPart(holding, answers, done, words, errors);
    checkAmounts(holding, parts, done, words, errors);
    const { holdingId } = holding;
    const claimed = parts.filter((part) => part.credits > 0);
    const marks = answersOf(answers, claimFields(holding.certification).marks);
    claims.push({
      holdingId,
      cycleId: cycleIdFor(holding, done.end),
      marks,
      parts: claimed.map(({ category, credits }) => ({ category, credits })),
    });
  }
  if (chosen.size === 0) errors.add('counts', words.log.countsForNothing);
  checkRenewals(
    holdings.filter(({ certification }) => chosen.has(certification.code)),
    done.kind,
    words,
    errors,
  );
  return claims;
}

/** What is too much for a body that lets one activity serve so many of its renewals is refused, beside its field. */
function checkRenewals(chosen: readonly CreditHolding[], kind: ActivityKind, words: Words, errors: FormErrors): void {
  const requested = chosen.map(({ certification, renewal }) => ({ certification, renewal }));
  for (const { served, max } of beyondLimit(requested, kind)) {
    const { certification, renewal } = served;
    const { credits, part } = claimFields(certification);
    const first = leavesOf(renewal)[0]?.code;
    const field = isSplit(renewal) && first !== undefined ? part(first) : credits;
    errors.add(field, words.log.tooManyRenewals(certification.body, max.value));
  }
}

/** The cycle an activity that ended on a day belongs to. */
function cycleIdFor({ renewal, cycles, cycle, entries }: CreditHolding, end: Day | undefined): string {
  const index = end === undefined ? -1 : cycleFor({ renewal, cycles, entries }, end);
  return (cycles[index] ?? cycle).cycleId;
}

/** A part, and the field it was typed in. */
type TypedPart = Part & { readonly field: string };

/** What was typed for one certification; nothing when its fields are empty. */
function typedParts(holding: CreditHolding, answers: Answers, words: Words, errors: FormErrors): readonly TypedPart[] {
  const fields = claimFields(holding.certification);
  const leaves = leavesOf(holding.renewal);
  const places = isSplit(holding.renewal)
    ? leaves.map(({ code }) => ({ field: fields.part(code), category: code }))
    : [{ field: fields.credits, category: categoryOf(holding, answers) }];
  return places.flatMap(({ field, category }) => {
    const typed = answerOf(answers, field);
    if (typed === '') return [];
    const credits = readCredits(typed, field, words, errors);
    return credits === undefined ? [] : [{ field, category, credits }];
  });
}

function categoryOf({ certification, renewal }: CreditHolding, answers: Answers): string {
  const leaves = leavesOf(renewal);
  const answer = answerOf(answers, claimFields(certification).category);
  return leaves.find(({ code }) => code === answer)?.code ?? leaves[0]?.code ?? WHOLE;
}

function readCredits(typed: string, field: string, words: Words, errors: FormErrors): Credits | undefined {
  const read = parseCredits(typed);
  if ('credits' in read) return read.credits;
  const phrases = words.log;
  const problems = {
    unreadable: phrases.unreadable(typed),
    negative: phrases.negative,
    'too-fine': phrases.tooFine,
    'too-large': phrases.tooLarge,
  };
  errors.add(field, problems[read.problem]);
  return undefined;
}

function estimatedPart(
  holding: CreditHolding,
  answers: Answers,
  { kind, start, end, minutes }: ActivityFacts,
  words: Words,
  errors: FormErrors,
): readonly TypedPart[] {
  const fields = claimFields(holding.certification);
  const category = categoryOf(holding, answers);
  const field = isSplit(holding.renewal) ? fields.part(category) : fields.credits;
  if (minutes === undefined || end === undefined) {
    errors.add(field, words.log.noCredits);
    return [];
  }
  const estimate = estimateForHolding(holding, { kind, start: start ?? end, end, minutes, category });
  if (estimate === undefined) errors.add(field, words.log.noConversion);
  else if (estimate.likely === 0) errors.add(field, nothingLeft(holding, { kind, end }, minutes, words));
  return estimate === undefined ? [] : [{ field, category, credits: estimate.likely }];
}

/** Why an estimate is nothing: the activity is too short, or a limit is reached. */
function nothingLeft({ renewal }: CreditHolding, activity: Estimable, minutes: number, words: Words): string {
  const uncut = estimateCredits(renewal, activity, { minutes });
  return uncut === undefined || uncut.likely === 0 ? words.log.worthNothing(minutes) : words.log.noRoom(uncut.likely);
}

function checkAmounts(
  { certification, renewal, cycle }: CreditHolding,
  parts: readonly TypedPart[],
  { kind, end }: ActivityFacts,
  words: Words,
  errors: FormErrors,
): void {
  const on = end ?? cycle.cycle.end;
  const step = inForce(renewal.conversion.step, on)?.value;
  for (const { field, credits } of parts) {
    if (step !== undefined && credits % step !== 0) errors.add(field, words.log.step(certification.body, step));
  }
  const total = sum(parts.map((part) => part.credits));
  const first = parts[0];
  if (first === undefined) return;
  if (total === 0) errors.add(first.field, words.log.noCredits);
  const terms = termsOf(renewal, cycle, on);
  for (const cap of renewal.caps) {
    const concerns = cap.per === 'entry' && (cap.kinds?.includes(kind) ?? true) && cap.category === undefined;
    const applies = concerns && conditionHolds(cap.when, terms);
    const limit = inForce(cap.limit, on)?.value;
    if (applies && typeof limit === 'number' && total > limit)
      errors.add(first.field, words.log.overEntryCap(certification.body, limit));
  }
}
