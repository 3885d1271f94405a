import { ACTIVITY_KINDS } from '../../domain/activity-kinds.ts';
import { CategoryTree, leavesOf } from '../../domain/category-tree.ts';
import type { CategoryReason } from '../../domain/claim-category.ts';
import type { Category } from '../../domain/credit-rules.ts';
import { foldName } from '../../sheets/column-heading.ts';
import { wordsFor } from '../../strings/index.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { chooseCategory } from '../records/choose-category.ts';

/** What a row says of its category, and the activity. */
export interface RowCategoryInput {
  /** The cell of the column of categories. */
  readonly typed: string;
  readonly activity: Readonly<Record<string, string>>;
  /** The category selected for rows that name none. */
  readonly selected: string | undefined;
}

/** The category of a row and why; `careful`: the only one that fills no minimum. Or why there is none. */
export type RowCategory =
  | { readonly category: string; readonly why: CategoryReason | 'careful' }
  | { readonly problem: 'unknown' | 'undecided' };

/** Returns the category that a row names or the rules decide, then the one selected for such rows, then the careful one. */
export function categoryOfRow(holding: CreditHolding, { typed, activity, selected }: RowCategoryInput): RowCategory {
  const leaves = leavesOf(holding.renewal);
  const stated = findCategory(typed, leaves);
  const within = stated === undefined ? findParent(typed, holding) : undefined;
  if (typed !== '' && stated === undefined && within === undefined && leaves.length > 1 && selected === undefined)
    return { problem: 'unknown' };
  const { title, provider } = activity;
  const kind = ACTIVITY_KINDS.find((one) => one === activity.kind);
  const isWithin = ({ category }: { readonly category: string }) => within === undefined || within.includes(category);
  const choices = [chooseCategory(holding, { kind, title, provider }, stated), chooseCategory(holding, {}, selected)];
  const choice = choices.find((one) => one !== undefined && isWithin(one));
  if (choice !== undefined) return choice;
  const careful = carefulCategory(holding, within ?? leaves.map(({ code }) => code));
  return careful === undefined ? { problem: 'undecided' } : { category: careful, why: 'careful' };
}

const { catalogueText: inGerman } = wordsFor('de');

/** Returns the code of the category with this code, name or words of a name, as the certification body or a German card says it. */
export function findCategory(typed: string, leaves: readonly Category[]): string | undefined {
  return matchCategory(typed, leaves) ?? matchCategory(typed, germanCategories(leaves));
}

/** Returns categories with their German names. */
export function germanCategories(categories: readonly Category[]): readonly Category[] {
  return categories.map((category) => ({ ...category, name: inGerman(category.name) }));
}

function matchCategory(typed: string, leaves: readonly Category[]): string | undefined {
  const words = foldName(typed);
  if (words === '') return undefined;
  const exact = leaves.filter(({ code, name }) => foldName(code) === words || foldName(name) === words);
  const whole = leaves.filter(({ name }) => ` ${foldName(name)} `.includes(` ${words} `));
  const begun = leaves.filter(({ name }) => ` ${foldName(name)}`.includes(` ${words}`));
  // `Group A - Domain related`
  const beginning = leaves.filter(({ name }) => words.startsWith(`${foldName(name)} `));
  const matches = [exact, beginning, whole, begun].find((some) => some.length > 0) ?? [];
  return matches.length === 1 ? matches[0]?.code : undefined;
}

/** Returns the leaves inside a category that the cell begins with: `Giving Back - Volunteer`. */
function findParent(typed: string, { renewal: { categories } }: CreditHolding): readonly string[] | undefined {
  const words = ` ${foldName(typed)} `;
  const tree = new CategoryTree(categories);
  const parents = categories.filter(
    ({ code, name }) => words.startsWith(` ${foldName(name)} `) && hasChildren(code, categories),
  );
  const [parent] = parents;
  if (parent === undefined) return undefined;
  return leavesOf({ categories }).flatMap(({ code }) => (tree.contains(parent.code, code) ? [code] : []));
}

function hasChildren(code: string, categories: readonly Category[]): boolean {
  return categories.some(({ parent }) => parent === code);
}

/** Returns the only category of some that fills no required minimum and that credits of a stricter one may fill: nothing is claimed that may be false. */
function carefulCategory({ renewal }: CreditHolding, codes: readonly string[]): string | undefined {
  const tree = new CategoryTree(renewal.categories);
  const required = renewal.requirements.flatMap(({ severity, category }) =>
    severity === 'hard' && category !== undefined ? [category] : [],
  );
  const isGeneral = (code: string) => renewal.categories.some(({ fills }) => fills === code);
  const free = codes.filter((code) => isGeneral(code) && !required.some((category) => tree.contains(category, code)));
  return free.length === 1 ? free[0] : undefined;
}
