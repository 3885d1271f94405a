import type { Answers } from '../../chat/form.ts';
import { leavesOf } from '../../domain/category-tree.ts';
import type { ComparedClaim } from '../../domain/claim-differences.ts';
import type { Words } from '../../strings/index.ts';
import type { TranscriptEntry } from '../../views/portability/reconcile-lists.ts';
import { claimFields, LOG_LIMITS } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { findActivityKind } from '../records/find-activity-kind.ts';

/** The holdings that a form shows, and the words of its amounts. */
interface FormContext {
  readonly holdings: readonly CreditHolding[];
  readonly words: Words;
}

/** Returns the answers of a log form for an entry. What the transcript doesn't say stays empty. */
export function logAnswersOf(entry: TranscriptEntry, context: FormContext): Answers {
  const { title, provider, type, start, end } = entry;
  const kind = findActivityKind(type);
  return {
    title: title.slice(0, LOG_LIMITS.title),
    ...(provider === '' ? {} : { provider: provider.slice(0, LOG_LIMITS.provider) }),
    ...(kind === undefined ? {} : { kind }),
    ...dayAnswers(start ?? end, end),
    ...claimsAnswers(entry, context),
  };
}

/** Returns the answers of an edit form with what the transcript says in place of what differs. */
export function editAnswersOf(entry: TranscriptEntry, stored: Answers, context: FormContext): Answers {
  const { start, end } = entry;
  const codes = context.holdings.map(({ certification }) => certification.code);
  // A portal that has only the last day says nothing of the first.
  const isSameEnd = (stored.end ?? stored.start) === end;
  const first = start ?? (isSameEnd ? String(stored.start ?? end) : end);
  const { end: _, ...rest } = stored;
  const others = Object.entries(rest).filter(([name]) => !isClaimField(name, codes));
  const counts = [stored.counts ?? []].flat().filter((code) => !codes.includes(code));
  const claims = claimsAnswers(entry, context);
  return {
    ...Object.fromEntries(others),
    ...dayAnswers(first, end),
    ...claims,
    counts: [...counts, ...[claims.counts ?? []].flat()],
  };
}

/** Whether a field belongs to the claim of one of these certifications; the reason of a higher claim stays. */
function isClaimField(name: string, codes: readonly string[]): boolean {
  const [what, code = ''] = name.split('.');
  return (what === 'credits' || what === 'category') && codes.includes(code);
}

function dayAnswers(start: string, end: string): Answers {
  return start === end ? { start } : { start, end };
}

function claimsAnswers({ claims }: TranscriptEntry, { holdings, words }: FormContext): Answers {
  const claimed = claims.flatMap((claim) => {
    const holding = holdings.find(({ certification }) => certification.code === claim.certification);
    return holding === undefined ? [] : [{ claim, holding }];
  });
  return {
    counts: claimed.map(({ holding }) => holding.certification.code),
    ...Object.assign({}, ...claimed.map(({ claim, holding }) => claimAnswers(claim, holding, words))),
  };
}

/** Credits in a portal's category that has several in the catalogue are left for the member to put into one. */
function claimAnswers({ credits, parts }: ComparedClaim, { certification, renewal }: CreditHolding, words: Words) {
  const fields = claimFields(certification);
  const leaves = new Set(leavesOf(renewal).map(({ code }) => code));
  const known = parts.filter(({ category }) => leaves.has(category)).toSorted((a, b) => b.credits - a.credits);
  const isWhole = known.length === parts.length;
  const [main, ...others] = isWhole ? known : [undefined, ...known];
  return {
    [fields.credits]: words.amount(credits),
    ...(main === undefined ? {} : { [fields.category]: main.category }),
    ...Object.fromEntries(
      others.flatMap((part) => (part === undefined ? [] : [[fields.part(part.category), words.amount(part.credits)]])),
    ),
  };
}
