import type { Answers } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import { isSplit } from '../../domain/category-tree.ts';
import { sum } from '../../domain/credit.ts';
import { cyclesInGrace } from '../../domain/cycle-choice.ts';
import { creditsWithMark, marksOf } from '../../domain/split-by-mark.ts';
import type { Activity } from '../../store/entities.ts';
import type { NewClaim } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';

/** What a record claims, and the holdings shown in its form. */
export interface RecordClaims {
  readonly claims: readonly NewClaim[];
  readonly holdings: readonly CreditHolding[];
}

/** Returns the form answers of a stored record, without its proof. */
export function answersOfRecord(record: Activity, { claims, holdings }: RecordClaims, words: Words): Answers {
  const { title, provider, kind, delivery, starts, ends, minutes, description } = record;
  const claimed = holdings.filter(({ holdingId }) => claims.some((claim) => claim.holdingId === holdingId));
  return {
    title,
    provider,
    kind,
    delivery,
    start: starts,
    ...(starts === ends ? {} : { end: ends }),
    ...(minutes === null ? {} : { duration: `${minutes}m` }),
    description,
    counts: claimed.map(({ certification }) => certification.code),
    ...Object.assign({}, ...claimed.map((holding) => claimAnswers(holding, { claims, ends }, words))),
  };
}

function claimAnswers(
  { holdingId, certification, renewal, cycles }: CreditHolding,
  { claims, ends }: { readonly claims: readonly NewClaim[]; readonly ends: Day },
  words: Words,
): Answers {
  const fields = claimFields(certification);
  const claim = claims.find((one) => one.holdingId === holdingId);
  const { parts = [], overClaimReason = '' } = claim ?? {};
  const reason = overClaimReason === '' ? {} : { [fields.reason]: overClaimReason };
  const cycle = cyclesInGrace({ renewal, cycles }, ends).find((index) => cycles[index]?.cycleId === claim?.cycleId);
  const counts = cycle === undefined ? {} : { [fields.cycle]: cycles[cycle]?.cycle.start ?? '' };
  const markAnswers = Object.fromEntries(
    marksOf(parts).map((mark) => [fields.mark(mark), words.amount(creditsWithMark(parts, mark))]),
  );
  const byCategory = [...Map.groupBy(parts, ({ category }) => category)]
    .map(([category, some]) => ({ category, credits: sum(some.map(({ credits }) => credits)) }))
    .sort((one, other) => other.credits - one.credits);
  const [main, ...more] = byCategory;
  const others = isSplit(renewal) ? more : [];
  return {
    [fields.credits]: words.amount(sum(parts.map(({ credits }) => credits))),
    ...(main === undefined ? {} : { [fields.category]: main.category }),
    ...Object.fromEntries(others.map(({ category, credits }) => [fields.part(category), words.amount(credits)])),
    ...markAnswers,
    ...counts,
    ...reason,
  };
}
