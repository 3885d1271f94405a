import { type CategorizedActivity, type CategoryChoice, categoryOfClaim } from '../../domain/claim-category.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { fitInForm } from './subject-fit.ts';

type Chooser = Pick<CreditHolding, 'renewal' | 'entries'> & Partial<Pick<CreditHolding, 'certification'>>;

/**
 * Chooses the category of a claim for a holding, docs/domain.md section 4. `stated` is what the member selected or typed. Returns undefined when
 * the member must be asked.
 */
export function chooseCategory(
  holding: Chooser,
  activity: CategorizedActivity,
  stated?: string,
): CategoryChoice | undefined {
  const { renewal, entries } = holding;
  return categoryOfClaim(renewal, activity, { stated, subject: subjectInDomains(holding, activity), entries });
}

const remembered = new WeakMap<CategorizedActivity, Map<string, string | undefined>>();

/** Returns the subject by which an opportunity is in the domains of the certification, where these decide a category; once for each. */
function subjectInDomains({ renewal, certification }: Chooser, activity: CategorizedActivity): string | undefined {
  const decides = renewal.topicCategories?.some(({ domains }) => domains === true) === true;
  // Only an opportunity has topics, which may be empty.
  if (!decides || certification === undefined || activity.topics === undefined) return undefined;
  const known = remembered.get(activity) ?? new Map<string, string | undefined>();
  remembered.set(activity, known);
  if (!known.has(certification.code)) {
    const fit = fitInForm(certification, activity);
    known.set(certification.code, fit?.verdict === 'counts' ? fit.subject?.en : undefined);
  }
  return known.get(certification.code);
}
