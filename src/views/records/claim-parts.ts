import type { Field } from '../../chat/form.ts';
import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { isDeliveryAlone, type NamedRate } from '../../domain/activity-rates.ts';
import type { DateRange } from '../../domain/calendar.ts';
import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CategoryChoice } from '../../domain/claim-category.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { versionsOf } from '../../domain/sourced-value.ts';
import type { DomainFit } from '../../domain/subject-fit.ts';
import type { Words } from '../../strings/index.ts';
import { categoryReason, fitReasons, itemName, rateText } from '../claim-reasons.ts';
import { claimFields, LOG_LIMITS } from '../record-fields.ts';

/** A certification that credits can be logged for. */
export interface Claimable {
  readonly certification: Certification;
  readonly renewal: CreditRenewal;
  /** Present when the duration is known. */
  readonly estimate?: Estimate | undefined;
  /** The activity of the form; absent in an empty form. */
  readonly activity?: ClaimableActivity | undefined;
  /** The category that is filled in, and why. */
  readonly choice?: CategoryChoice | undefined;
  /** Whether it counts, and why; absent if that isn't known, or if the member selected the category. */
  readonly fit?: DomainFit | undefined;
  /** The category can't be decided and must be selected. */
  readonly asksCategory?: boolean;
  /** The body's items of which one must be selected, because each has its own rate. */
  readonly items?: readonly NamedRate[];
  /** Whether a number of items can be entered. */
  readonly countsItems?: boolean;
  /** The cycles of which one can be selected, because the activity is in the grace of the first. */
  readonly graceCycles?: readonly DateRange[];
  /** Why more is claimed than the body gives must be entered. */
  readonly asksReason?: boolean;
}

/** The kind and provider that a category is chosen by. */
export interface ClaimableActivity {
  readonly kind: ActivityKind | undefined;
  readonly provider: string;
}

/** Whether the category follows from the rules, so that it is explained beside the credits. */
export function isCategoryDecided({ choice, asksCategory = false }: Claimable): boolean {
  return !asksCategory && choice !== undefined && choice.why !== 'stated';
}

/** The fields of what an activity claims for one certification. */
export function claimParts(claimable: Claimable, words: Words): readonly Field[] {
  const { certification, renewal, asksReason = false } = claimable;
  const fields = claimFields(certification);
  const marks = renewal.marks.filter(({ from }) => from === undefined);
  const markParts = marks.map(
    ({ code, name }, index): Field => ({
      kind: 'number',
      name: fields.mark(code),
      label: words.log.creditsMarked(certification.short, words.catalogueText(name), renewal.unit),
      optional: true,
      ...(index === 0 ? { hint: words.log.markedHint } : {}),
    }),
  );
  const reason: Field = {
    kind: 'line',
    name: fields.reason,
    label: words.claim.reason(certification.short),
    hint: words.claim.reasonHint,
    maxLength: LOG_LIMITS.reason,
  };
  return [
    ...cycleParts(claimable, words),
    ...itemParts(claimable, words),
    ...creditParts(claimable, words),
    ...markParts,
    ...(asksReason ? [reason] : []),
  ];
}

/** Which cycle an activity in a grace counts for. */
function cycleParts({ certification, graceCycles: cycles = [] }: Claimable, words: Words): readonly Field[] {
  if (cycles.length === 0) return [];
  const options = cycles.map(({ start, end }) => ({ value: start, label: words.span(start, end) }));
  const { cycle: label, cycleHint: hint } = words.claim;
  const { short } = certification;
  return [
    { kind: 'choice', name: claimFields(certification).cycle, label: label(short), hint, options, optional: true },
  ];
}

/** The body's items of the kind with their rates, and how many there were. */
function itemParts(
  { certification, renewal, items = [], countsItems = false }: Claimable,
  words: Words,
): readonly Field[] {
  const { item, items: count } = claimFields(certification);
  const phrases = words.claim;
  const options = items.map((one) => {
    const detail = rateText(one.rate, renewal, words);
    return { value: one.item, label: itemName(one, words), ...(detail === undefined ? {} : { detail }) };
  });
  const rates = items.flatMap((one) => {
    const value = rateText(one.rate, renewal, words);
    return value === undefined ? [] : [`${itemName(one, words)}: ${value}`];
  });
  const hint = phrases.itemHint(rates);
  const { short } = certification;
  return [
    ...(items.length === 0
      ? []
      : [
          {
            ...({ kind: 'choice', name: item, options } as const),
            ...(isDeliveryAlone(items)
              ? { label: phrases.isFirstTime(short), hint: `${hint} ${phrases.firstTimeHint}`, optional: true }
              : { label: phrases.item(short), hint }),
          },
        ]),
    ...(countsItems
      ? [
          {
            ...({ kind: 'number', name: count, optional: true } as const),
            ...{ label: phrases.items(short), hint: phrases.itemsHint },
          },
        ]
      : []),
  ];
}

function creditParts(claimable: Claimable, words: Words): readonly Field[] {
  const { certification, renewal } = claimable;
  const phrases = words.log;
  const { short } = certification;
  const { unit } = renewal;
  const fields = claimFields(certification);
  const hint = creditsHint(claimable, words);
  const leaves = leavesOf(renewal);
  const credits: Field = {
    kind: 'number',
    name: fields.credits,
    label: phrases.creditsOf(short, unit),
    hint,
    optional: true,
  };
  if (leaves.length < 2) return [credits];
  const others = (isSplit(renewal) ? leaves : []).map(
    ({ code, name }, index): Field => ({
      kind: 'number',
      name: fields.part(code),
      label: phrases.creditsIn(short, words.catalogueText(name), unit),
      optional: true,
      ...(index === 0 ? { hint: phrases.creditsInHint } : {}),
    }),
  );
  return [credits, categoryPart(claimable, words), ...others];
}

function categoryPart(claimable: Claimable, words: Words): Field {
  const { certification, renewal, asksCategory = false } = claimable;
  return {
    kind: 'choice',
    name: claimFields(certification).category,
    label: words.log.categoryOf(certification.short),
    hint: categoryHint(claimable, words),
    options: leavesOf(renewal).map(({ code, name }) => ({ value: code, label: words.catalogueText(name) })),
    ...(asksCategory ? {} : { optional: true }),
  };
}

function categoryHint(claimable: Claimable, words: Words): string {
  const { certification, asksCategory = false } = claimable;
  if (asksCategory) return words.claim.askCategory(certification.body);
  return categoryReason(claimable, words) ?? words.claim.categoryHint;
}

function creditsHint(claimable: Claimable, words: Words): string {
  const { certification, renewal, estimate, fit } = claimable;
  const calculated = estimate === undefined ? undefined : estimateHint(estimate, renewal, words);
  const reason = isCategoryDecided(claimable) ? categoryReason(claimable, words) : undefined;
  return [
    calculated ?? words.log.creditsHint,
    ...(fit === undefined ? [] : fitReasons(certification, fit, words)),
    ...(reason === undefined ? [] : [reason]),
  ].join(' ');
}

function estimateHint({ low, likely, high }: Estimate, { conversion, unit }: CreditRenewal, words: Words): string {
  const perCredit = versionsOf(conversion.minutesPerCredit).at(-1);
  if (perCredit === undefined) return words.log.noConversion;
  const hint = words.log.estimate(low, likely, high, perCredit.value, unit);
  return perCredit.certainty === 'M' ? `${hint.slice(0, -1)}${words.log.unverified}.` : hint;
}
