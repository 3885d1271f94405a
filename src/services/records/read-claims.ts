import { type Answers, answerOf, answersOf } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import { isSplit, leavesOf, WHOLE } from '../../domain/category-tree.ts';
import { type Credits, parseCredits } from '../../domain/credit.ts';
import { cycleFor } from '../../domain/cycle-choice.ts';
import { type Estimable, estimateCredits } from '../../domain/estimate.ts';
import type { NewClaim } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { checkAmounts, checkRenewals } from './check-claims.ts';
import type { ClaimInput, TypedPart } from './claim-input.ts';
import { estimateForHolding } from './estimate-for-holding.ts';

/** Reads what an activity claims for each chosen certification. */
export function readClaims(holdings: readonly CreditHolding[], input: ClaimInput): readonly NewClaim[] {
  const { answers, words, errors } = input;
  const codes = new Set(answersOf(answers, 'counts'));
  const isChosen = ({ certification }: CreditHolding) => codes.has(certification.code);
  const claims = holdings.flatMap((holding) => {
    const typed = readTypedParts(holding, input);
    if (isChosen(holding)) return readClaim(holding, typed, input);
    const first = typed.find((part) => part.credits > 0);
    if (first !== undefined) errors.add(first.field, words.log.notTicked(holding.certification.short));
    return [];
  });
  if (codes.size === 0) errors.add('counts', words.log.countsForNothing);
  checkRenewals(holdings.filter(isChosen), input);
  return claims;
}

function readClaim(holding: CreditHolding, typed: readonly TypedPart[], input: ClaimInput): NewClaim {
  const { answers, activity } = input;
  const parts = typed.length > 0 ? typed : estimatePart(holding, input);
  checkAmounts(holding, parts, input);
  return {
    holdingId: holding.holdingId,
    cycleId: cycleIdFor(holding, activity.end),
    marks: answersOf(answers, claimFields(holding.certification).marks),
    parts: parts.filter(({ credits }) => credits > 0).map(({ category, credits }) => ({ category, credits })),
  };
}

/** Returns the cycle for an activity that ended on a day; the latest one when no cycle fits. */
function cycleIdFor({ renewal, cycles, cycle, entries }: CreditHolding, end: Day | undefined): string {
  const index = end === undefined ? -1 : cycleFor({ renewal, cycles, entries }, end);
  return (cycles[index] ?? cycle).cycleId;
}

function readTypedParts(holding: CreditHolding, input: ClaimInput): readonly TypedPart[] {
  const fields = claimFields(holding.certification);
  const places = isSplit(holding.renewal)
    ? leavesOf(holding.renewal).map(({ code }) => ({ field: fields.part(code), category: code }))
    : [{ field: fields.credits, category: categoryOf(holding, input.answers) }];
  return places.flatMap(({ field, category }) => {
    const typed = answerOf(input.answers, field);
    const credits = typed === '' ? undefined : readCredits(typed, field, input);
    return credits === undefined ? [] : [{ field, category, credits }];
  });
}

function categoryOf({ certification, renewal }: CreditHolding, answers: Answers): string {
  const leaves = leavesOf(renewal);
  const answer = answerOf(answers, claimFields(certification).category);
  return leaves.find(({ code }) => code === answer)?.code ?? leaves[0]?.code ?? WHOLE;
}

function readCredits(typed: string, field: string, { words, errors }: ClaimInput): Credits | undefined {
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

/** Estimates the credits from the duration when the credit fields are empty. */
function estimatePart(holding: CreditHolding, { answers, activity, words, errors }: ClaimInput): readonly TypedPart[] {
  const { kind, start, end, minutes } = activity;
  const fields = claimFields(holding.certification);
  const category = categoryOf(holding, answers);
  const field = isSplit(holding.renewal) ? fields.part(category) : fields.credits;
  if (minutes === undefined || end === undefined) {
    errors.add(field, words.log.noCredits);
    return [];
  }
  const estimate = estimateForHolding(holding, { kind, start: start ?? end, end, minutes, category });
  if (estimate === undefined) {
    errors.add(field, words.log.noConversion);
    return [];
  }
  if (estimate.likely === 0) errors.add(field, zeroCreditsReason(holding, { kind, end, minutes }, words));
  return [{ field, category, credits: estimate.likely }];
}

/** Returns why an estimate is 0: the activity is too short, or a limit is reached. */
function zeroCreditsReason(
  { renewal }: CreditHolding,
  { minutes, ...activity }: Estimable & { readonly minutes: number },
  words: Words,
): string {
  const uncut = estimateCredits(renewal, activity, { minutes });
  return uncut === undefined || uncut.likely === 0 ? words.log.worthNothing(minutes) : words.log.noRoom(uncut.likely);
}
