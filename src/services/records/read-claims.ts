import { answerOf, answersOf } from '../../chat/form.ts';
import { itemsToAsk } from '../../domain/activity-rates.ts';
import { isSplit, leavesOf, WHOLE } from '../../domain/category-tree.ts';
import { type Credits, parseCredits, sum } from '../../domain/credit.ts';
import { cycleFor, cyclesInGrace } from '../../domain/cycle-choice.ts';
import { type Estimable, estimateCredits } from '../../domain/estimate.ts';
import { withMarkAmounts } from '../../domain/split-by-mark.ts';
import type { NewClaim } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import { itemName } from '../../views/claim-reasons.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { creditsProblemText } from '../credits-problem-text.ts';
import { checkAmounts, checkItems, checkRenewals } from './check-claims.ts';
import { chooseCategory } from './choose-category.ts';
import type { ClaimInput, TypedPart } from './claim-input.ts';
import { estimateForHolding } from './estimate-for-holding.ts';
import { readItems } from './read-chosen-item.ts';

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
  checkCategory(holding, typed, input);
  checkItems(holding, input);
  const parts = typed.length > 0 ? typed : estimatePart(holding, input);
  checkAmounts(holding, parts, input);
  return {
    holdingId: holding.holdingId,
    cycleId: cycleIdFor(holding, input),
    parts: withMarkAmounts(
      parts.filter(({ credits }) => credits > 0).map(({ category, credits }) => ({ category, credits })),
      readMarkAmounts(holding, parts, input),
    ),
  };
}

/** Reads how many of the claimed credits have each mark. */
function readMarkAmounts(
  { certification, renewal }: CreditHolding,
  parts: readonly TypedPart[],
  input: ClaimInput,
): ReadonlyMap<string, Credits> {
  const total = sum(parts.map(({ credits }) => credits));
  const amounts = new Map<string, Credits>();
  for (const { code, name, from } of renewal.marks) {
    const field = claimFields(certification).mark(code);
    const typed = answerOf(input.answers, field);
    if (from !== undefined || typed === '') continue;
    const credits = readCredits(typed, field, input) ?? 0;
    if (credits > total) input.errors.add(field, input.words.log.moreMarkedThanClaimed(name, total));
    amounts.set(code, credits);
  }
  return amounts;
}

/** Returns the cycle for an activity: in a grace the one that was stated, else the one the rules give; the latest one when no cycle fits. */
function cycleIdFor(holding: CreditHolding, { answers, activity: { end }, today }: ClaimInput): string {
  const { certification, cycles, cycle } = holding;
  if (end === undefined) return cycle.cycleId;
  const stated = answerOf(answers, claimFields(certification).cycle);
  const open = cyclesInGrace(holding, end).find((index) => cycles[index]?.cycle.start === stated);
  return (cycles[open ?? cycleFor(holding, { end, savedOn: today })] ?? cycle).cycleId;
}

/** Reads the credits of a claim: those in other categories, and the rest in the category of the claim. */
function readTypedParts(holding: CreditHolding, input: ClaimInput): readonly TypedPart[] {
  const { certification, renewal } = holding;
  const fields = claimFields(certification);
  const typedIn = (field: string) => {
    const typed = answerOf(input.answers, field);
    return typed === '' ? undefined : readCredits(typed, field, input);
  };
  const others = (isSplit(renewal) ? leavesOf(renewal) : []).flatMap(({ code: category }) => {
    const credits = typedIn(fields.part(category));
    return credits === undefined ? [] : [{ field: fields.part(category), category, credits }];
  });
  const total = typedIn(fields.credits);
  if (total === undefined) return others;
  const rest = total - sum(others.map(({ credits }) => credits));
  if (rest < 0) input.errors.add(fields.credits, input.words.log.moreInCategories(total - rest));
  if (rest <= 0 && others.length > 0) return others;
  const category = categoryOf(holding, input) ?? WHOLE;
  const [same, ...different] = [...others].sort(
    (one, other) => Number(other.category === category) - Number(one.category === category),
  );
  if (same?.category === category) return [{ ...same, credits: same.credits + rest }, ...different];
  return [{ field: fields.credits, category, credits: rest }, ...others];
}

function categoryOf(holding: CreditHolding, { answers, activity }: ClaimInput): string | undefined {
  const { category } = claimFields(holding.certification);
  return chooseCategory(holding, activity, answerOf(answers, category))?.category;
}

/** Adds an error if credits of a claim have no category and none follows from what the member said. */
function checkCategory(holding: CreditHolding, typed: readonly TypedPart[], input: ClaimInput): void {
  const { certification, renewal } = holding;
  const fields = claimFields(certification);
  const { claim } = input.words;
  const isPlaced = typed.length > 0 && typed.every(({ field }) => field !== fields.credits);
  if (isPlaced || categoryOf(holding, input) !== undefined) return;
  const names = leavesOf(renewal).map(({ name }) => input.words.catalogueText(name));
  input.errors.replace(fields.category, `${claim.askCategory(certification.body)} ${claim.choose(names)}`);
}

function readCredits(typed: string, field: string, { words, errors }: ClaimInput): Credits | undefined {
  const read = parseCredits(typed);
  if ('credits' in read) return read.credits;
  errors.add(field, creditsProblemText(read.problem, typed, words));
  return undefined;
}

/** Estimates the credits from the duration when the credit fields are empty. */
function estimatePart(holding: CreditHolding, input: ClaimInput): readonly TypedPart[] {
  const { certification, renewal } = holding;
  const { answers, activity, words, errors } = input;
  const { kind, start, end, minutes } = activity;
  const fields = claimFields(certification);
  const category = categoryOf(holding, input);
  // Without a category, the error stands at the category.
  if (category === undefined) return [];
  const field = fields.credits;
  if (minutes === undefined || end === undefined) {
    errors.add(field, words.log.noCredits);
    return [];
  }
  const rated = { kind, end, start: start ?? end, minutes, ...readItems(certification, answers) };
  const estimate = estimateForHolding(holding, { ...rated, category });
  if (estimate === undefined) {
    const items = itemsToAsk(renewal, rated);
    if (items.length === 0) errors.add(field, words.log.noConversion);
    else errors.replace(fields.item, words.claim.askItem(items.map((one) => itemName(one, words))));
    return [];
  }
  if (estimate.likely === 0) errors.add(field, zeroCreditsReason(holding, rated, words));
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
