import type { ActivityKind } from '../domain/activity-kinds.ts';
import type { NamedRate } from '../domain/activity-rates.ts';
import type { Certification } from '../domain/certification.ts';
import type { CategoryChoice } from '../domain/claim-category.ts';
import type { CreditRenewal, Rate } from '../domain/credit-rules.ts';
import type { ClaimLimit } from '../domain/over-claim.ts';
import type { DomainFit } from '../domain/subject-fit.ts';
import type { Words } from '../strings/index.ts';
import { categoryName } from './requirement-words.ts';

/** A claim whose category was chosen by a rule. */
export interface ChosenClaim {
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
  readonly choice?: CategoryChoice | undefined;
  readonly activity?: { readonly kind: ActivityKind | undefined; readonly provider: string } | undefined;
}

/** Returns why a claim is in its category: `Group B, because …`; undefined if the member stated it or there is no other. */
export function categoryReason(
  { certification, renewal, choice, activity }: ChosenClaim,
  words: Words,
): string | undefined {
  if (choice === undefined) return undefined;
  const { category, why, topic = '', isOfProvider } = choice;
  const name = categoryName(category, renewal, words) ?? '';
  const kind = activity?.kind === undefined ? '' : words.kinds[activity.kind];
  switch (why) {
    case 'only':
    case 'stated':
      return undefined;
    case 'topics':
      return words.claim.byTopic(name, topic);
    case 'chosen-before':
      return words.claim.byEarlierChoice(name, kind, activity?.provider ?? '');
    case 'default':
      return words.claim.byDefault(
        { name, kind, body: certification.body, provider: isOfProvider ? activity?.provider : undefined },
        (renewal.topicCategories ?? []).length > 0,
      );
  }
}

/** Returns the body's name of an item, and whether it was given for the first time where that matters. */
export function itemName({ name, delivered }: NamedRate, words: Words): string {
  const text = words.catalogueText(name);
  return delivered === undefined ? text : words.claim.delivered[delivered](text);
}

/** Returns what a rate gives: `1 CPE each`; undefined for the standard conversion. */
export function rateText(rate: Rate | undefined, { unit }: CreditRenewal, words: Words): string | undefined {
  if (rate === undefined) return undefined;
  if ('perItem' in rate) return words.claim.each(words.credits(rate.perItem, unit));
  return 'minutesPerCredit' in rate
    ? words.claim.perTime(rate.minutesPerCredit, unit)
    : words.claim.percentOfTime(rate.percentOfTime);
}

/** Returns how the most a body gives for an activity is calculated: `60 min at 50 minutes each gives 1 CPE`. */
export function limitText(limit: ClaimLimit, { unit }: CreditRenewal, words: Words): string {
  const credits = words.credits(limit.credits, unit);
  if (limit.kind === 'items')
    return words.claim.limitOfItems(limit.items, {
      name: words.catalogueText(limit.name),
      each: words.credits(limit.each, unit),
      credits,
    });
  const { minutes, minutesPerCredit, percent } = limit;
  return words.claim.limitOfTime(words.minutes(minutes), { minutesPerCredit, percent, credits });
}

/** Returns whether an activity counts for a certification, with the subject that decides it; nothing if there is nothing to say. */
export function fitReasons({ short }: Certification, fit: DomainFit, words: Words): readonly string[] {
  const subject = fit.subject?.[words.language];
  switch (fit.verdict) {
    case 'counts':
      return subject === undefined ? [] : [words.claim.countsFor(short, subject)];
    case 'if-it-fits':
      return [words.claim.onlyIfItFits(short, subject)];
    case 'does-not-count':
      return subject === undefined ? [] : [words.claim.doesNotCount(short, subject)];
  }
}
