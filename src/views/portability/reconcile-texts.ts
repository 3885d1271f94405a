import type { Difference, ReconciledActivity } from '../../domain/activity-comparison.ts';
import type { ClaimDifference, ComparedClaim } from '../../domain/claim-differences.ts';
import type { Words } from '../../strings/index.ts';
import { categoryName } from '../requirement-words.ts';
import type { TranscriptComparison, TranscriptEntry, TranscriptPair } from './reconcile-lists.ts';

type Certifications = TranscriptComparison['certifications'];

/** The certifications of the claims, and the language. */
export interface TextContext {
  readonly certifications: Certifications;
  readonly words: Words;
}

/** Returns a claim as text: `CISSP 30 CPE (Group A)`. */
function claimText({ certification, credits, parts }: ComparedClaim, context: TextContext): string {
  const found = context.certifications.get(certification);
  if (found === undefined) return `${certification} ${context.words.amount(credits)}`;
  const { renewal } = found;
  const name = (code: string) => categoryName(code, renewal, context.words) ?? code;
  const split = parts.map((part) =>
    parts.length === 1 ? name(part.category) : `${context.words.amount(part.credits)} ${name(part.category)}`,
  );
  const inside = split.length === 0 ? '' : ` (${split.join(', ')})`;
  return `${found.certification.short} ${context.words.credits(credits, renewal.unit)}${inside}`;
}

/** Returns the days and the claims of an activity. */
export function activityText(activity: ReconciledActivity, context: TextContext): string {
  const { start, end, claims } = activity;
  return [context.words.span(start ?? end, end), ...claims.map((claim) => claimText(claim, context))].join(' · ');
}

/** Returns what is to be known of an entry beside its days and claims: its states, a limit, certifications that aren't the member's. */
export function entryRemarks(entry: TranscriptEntry, context: TextContext): readonly string[] {
  const { words, certifications } = context;
  const { states, unknown, applied, claims } = entry;
  const phrases = words.reconcile;
  const shown = [...new Set([...states.values()].map(({ state }) => state))];
  const unit = certifications.get(claims[0]?.certification ?? '')?.renewal.unit;
  return [
    ...shown.map((state) => phrases.states[state]),
    ...(applied === undefined || unit === undefined ? [] : [phrases.limited(words.credits(applied, unit))]),
    ...(unknown.length === 0 ? [] : [phrases.notAdded(unknown)]),
  ];
}

/** Returns both sides of a pair with what differs, and the remarks on the entry. */
export function pairText(pair: TranscriptPair, context: TextContext): string {
  const { there, here, differences } = pair;
  const phrases = context.words.reconcile;
  const side = (of: 'there' | 'here') =>
    differences.map((one) => differenceText(one, pair, { of, context })).join(' · ');
  const isSum = differences.some(({ field }) => field === 'categories');
  const remarks = [...entryRemarks(there, context), ...(isSum ? [phrases.sameSum] : [])];
  // What differs in nothing that is compared is shown whole.
  const [theirs, ours] =
    differences.length === 0
      ? [activityText(there, context), activityText(here, context)]
      : [side('there'), side('here')];
  return [`${phrases.here(ours)}`, `${phrases.there([theirs, ...remarks].join(' · '))}`].join('\n');
}

interface Side {
  readonly of: 'there' | 'here';
  readonly context: TextContext;
}

function differenceText(difference: Difference, pair: TranscriptPair, { of, context }: Side): string {
  const { title, start, end } = pair[of];
  switch (difference.field) {
    case 'title':
      return title;
    case 'days':
      return context.words.span(start ?? end, end);
    case 'credits':
    case 'categories':
      return claimSide(difference, of, context);
  }
}

function claimSide(difference: ClaimDifference, of: 'there' | 'here', context: TextContext): string {
  const claim = difference[of];
  if (claim !== undefined) return claimText(claim, context);
  const { certification } = context.certifications.get(difference.certification) ?? {};
  return context.words.reconcile.noClaim(certification?.short ?? difference.certification);
}
