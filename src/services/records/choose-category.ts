import { type CategorizedActivity, type CategoryChoice, categoryOfClaim } from '../../domain/claim-category.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';

/**
 * Chooses the category of a claim for a holding, docs/domain.md section 4. `stated` is what the member selected or typed. Returns undefined when
 * the member must be asked.
 */
export function chooseCategory(
  { renewal, entries }: Pick<CreditHolding, 'renewal' | 'entries'>,
  activity: CategorizedActivity,
  stated?: string,
): CategoryChoice | undefined {
  return categoryOfClaim(renewal, activity, { stated, entries });
}
