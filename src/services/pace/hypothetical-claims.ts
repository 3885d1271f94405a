import type { ActivityKind } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import { WHOLE } from '../../domain/category-tree.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Entry, Part } from '../../domain/holding.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { namesOfHolder } from '../certifications/names-of-holder.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { chooseCategory } from '../records/choose-category.ts';
import { estimateForHolding } from '../records/estimate-for-holding.ts';
import { findNamedCertification } from '../records/named-certification.ts';
import { parseDuration } from '../records/parse-duration.ts';
import type { QuickEntry } from '../records/parse-quick-entry.ts';

/** What a hypothetical activity would claim for one holding. */
export interface HypotheticalClaim {
  readonly holding: CreditHolding;
  readonly entry: Entry;
  readonly parts: readonly Part[];
  /** The category isn't decided, so the credits count in the total only. */
  readonly isUndecided: boolean;
}

/** An activity as it was typed, or that of an opportunity with its provider and topics. */
export interface HypotheticalActivity extends Pick<QuickEntry, 'certifications' | 'duration' | 'kind'> {
  readonly day?: Day | undefined;
  readonly lastDay?: Day | undefined;
  readonly title?: string;
  readonly provider?: string;
  readonly topics?: string;
}

/** Returns what an activity would claim by its duration, for the certifications it names or for all holdings. */
export function hypotheticalClaims(
  quick: HypotheticalActivity,
  holdings: readonly CreditHolding[],
  { request: { today }, data: { catalogue } }: Scope,
): readonly HypotheticalClaim[] {
  const minutes = quick.duration === undefined ? 0 : (parseDuration(quick.duration) ?? 0);
  if (minutes === 0) return [];
  const names = namesOfHolder(holdings, catalogue);
  const named = quick.certifications?.flatMap((name) => findNamedCertification(name, names) ?? []);
  const chosen =
    named === undefined ? holdings : named.flatMap(({ certification }) => holdingOf(certification, holdings));
  const start = quick.day ?? today;
  const end = quick.lastDay ?? start;
  const kind: ActivityKind = quick.kind ?? 'other';
  return chosen.flatMap((holding) => {
    const { code } = holding.certification;
    const stated = named?.find(({ certification }) => certification.code === code)?.category;
    const { title, provider, topics } = quick;
    const choice = chooseCategory(holding, { kind: quick.kind, title, provider, topics }, stated);
    const category = choice?.category ?? WHOLE;
    const likely = estimateForHolding(holding, { kind, start, end, minutes, category })?.likely ?? 0;
    if (likely === 0) return [];
    const parts = [{ category, credits: likely }];
    const order = Number.MAX_SAFE_INTEGER;
    const entry: Entry = { id: 'supposed', kind, start, end, order, parts };
    return [{ holding, entry, parts, isUndecided: choice === undefined }];
  });
}

function holdingOf({ code }: Certification, holdings: readonly CreditHolding[]): readonly CreditHolding[] {
  return holdings.filter(({ certification }) => certification.code === code);
}
