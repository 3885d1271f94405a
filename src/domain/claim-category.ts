import type { ActivityKind } from './activity-kinds.ts';
import { leavesOf, WHOLE } from './category-tree.ts';
import type { CreditRenewal, DefaultCategory } from './credit-rules.ts';
import { type Entry, providerOf, splitWords } from './holding.ts';
import { matchTopics, type TopicText } from './topic-match.ts';

/** Why a claim is in a category; `only`: the certification has no other. */
export type CategoryReason = 'only' | 'stated' | 'topics' | 'chosen-before' | 'default';

/** The category of a claim, and why. */
export interface CategoryChoice {
  readonly category: string;
  readonly why: CategoryReason;
  /** The matched topic of a choice by topics. */
  readonly topic?: string;
  /** The default is that of the activity's provider. */
  readonly isOfProvider?: true;
}

/** What is known of an activity when a category is chosen for its claim. */
export interface CategorizedActivity extends TopicText {
  /** Absent while it isn't known. */
  readonly kind?: ActivityKind | undefined;
  readonly provider?: string | undefined;
}

/** What the member stated, and the entries of the holding. */
export interface MemberChoices {
  /** The code of a category; anything else is ignored. */
  readonly stated?: string | undefined;
  /** The subject of an opportunity by which it is in the domains of the certification. */
  readonly subject?: string | undefined;
  readonly entries?: readonly Pick<Entry, 'kind' | 'course' | 'parts' | 'order'>[] | undefined;
}

/**
 * Chooses the category of a claim, docs/domain.md section 4: stated by the member, named by the topics, chosen before for the same provider and
 * kind, or the catalogue's default. Returns undefined when the member must be asked.
 */
export function categoryOfClaim(
  renewal: CreditRenewal,
  activity: CategorizedActivity,
  { stated, subject, entries = [] }: MemberChoices,
): CategoryChoice | undefined {
  const leaves = leavesOf(renewal);
  const [only, ...others] = leaves;
  if (others.length === 0) return { category: only?.code ?? WHOLE, why: 'only' };
  const isLeaf = (category: string | undefined) => leaves.some(({ code }) => code === category);
  if (stated !== undefined && isLeaf(stated)) return { category: stated, why: 'stated' };
  const named = [...matchTopics(renewal, activity)].filter(([category]) => isLeaf(category));
  const [match, ...otherMatches] = named;
  if (match !== undefined && otherMatches.length === 0) return { category: match[0], why: 'topics', topic: match[1] };
  const ofDomains = renewal.topicCategories?.find(({ domains }) => domains === true)?.category;
  if (named.length === 0 && subject !== undefined && ofDomains !== undefined && isLeaf(ofDomains))
    return { category: ofDomains, why: 'topics', topic: subject };
  const before = chosenBefore(activity, entries);
  if (before !== undefined && isLeaf(before)) return { category: before, why: 'chosen-before' };
  // Topics of several categories contradict a default, which holds unless a topic is named.
  const choice = named.length > 1 ? undefined : defaultCategory(renewal, activity);
  return isLeaf(choice?.category) ? choice : undefined;
}

type EarlierEntries = NonNullable<MemberChoices['entries']>;

const latestChoices = new WeakMap<EarlierEntries, ReadonlyMap<string, string | undefined>>();

/** Returns the category of the latest entry of the same provider and kind, if it has a single one. */
function chosenBefore({ kind, provider = '' }: CategorizedActivity, entries: EarlierEntries): string | undefined {
  const folded = splitWords(provider).join('');
  if (kind === undefined || folded === '' || entries.length === 0) return undefined;
  // Indexed once, because thousands of opportunities are compared with the same entries.
  const known = latestChoices.get(entries) ?? indexChoices(entries);
  latestChoices.set(entries, known);
  return known.get(`${kind} ${folded}`);
}

function indexChoices(entries: EarlierEntries): ReadonlyMap<string, string | undefined> {
  const choices = new Map<string, string | undefined>();
  for (const { kind, course, parts } of [...entries].sort((a, b) => a.order - b.order)) {
    const [category, ...others] = new Set(parts.map((part) => part.category));
    choices.set(`${kind} ${providerOf(course)}`, others.length === 0 ? category : undefined);
  }
  return choices;
}

/** Returns the catalogue's default, of the provider before that of any provider. */
function defaultCategory(
  { defaultCategories = [], requirements }: CreditRenewal,
  { kind, provider = '' }: CategorizedActivity,
): CategoryChoice | undefined {
  if (kind === undefined) return undefined;
  const hasMinimum = (code: string) =>
    requirements.some(({ severity, category }) => severity === 'hard' && category === code);
  const ofKind = defaultCategories.filter(({ kinds }) => kinds.includes(kind));
  const typed = fold(provider);
  const isProvider = ({ providers }: DefaultCategory) =>
    typed !== '' && providers?.some((one) => fold(one) === typed) === true;
  // A provider's row states a fact of the body; any other may not fill a minimum.
  const own = ofKind.find(isProvider);
  if (own !== undefined) return { category: own.category, why: 'default', isOfProvider: true };
  const row = ofKind.find(({ providers, category }) => providers === undefined && !hasMinimum(category));
  return row === undefined ? undefined : { category: row.category, why: 'default' };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
