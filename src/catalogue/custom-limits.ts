import { type RuleFile, ruleFileOf } from './index.ts';

/** A minimum of one category that a workspace sets. The amount is a text such as `4`. */
export interface CategoryMinimum {
  /** The category's name; one that does not exist yet is added. */
  readonly category: string;
  readonly amount: string;
  readonly per: 'cycle' | 'year';
}

/** A maximum that a workspace sets, on a category or on some kinds of activity. */
export interface CustomCap {
  /** The name of a category or kind; the name of a cap that exists changes that one. */
  readonly name: string;
  readonly amount: string;
  readonly per: 'entry' | 'day' | 'year' | 'cycle';
  /** The kind of activity that the name stands for; without one it names a category. */
  readonly kind?: string | undefined;
}

type Own = (value: unknown) => RuleFile;

/** Returns a credit renewal whose category minimums are these. Others that a form can't show stay as they are. */
export function withMinimums(renewal: RuleFile, minimums: readonly CategoryMinimum[], own: Own): RuleFile {
  const categories = withCategories(
    renewal,
    minimums.map(({ category }) => category),
  );
  const codeOf = (name: string) => String(categories.find((one) => isNamed(one, name))?.code);
  const wanted = minimums.map(({ category, amount, per }) => ({ category: codeOf(category), amount, per }));
  const requirements = ruleList(renewal.requirements).flatMap((rule) => {
    if (!isSimpleMinimum(rule)) return [rule];
    const match = wanted.find(({ category, per }) => category === rule.category && per === (rule.per ?? 'cycle'));
    return match === undefined ? [] : [withAmount(rule, 'amount', own(match.amount))];
  });
  const added = wanted
    .filter(({ category, per }) => !requirements.some((rule) => isMinimumOf(rule, category, per)))
    .map(({ category, amount, per }) => ({
      code: per === 'year' ? `${category}-yearly` : category,
      category,
      per,
      amount: own(amount),
    }));
  // A claim may not go by default to a category that has a minimum.
  const isFree = ({ category, providers }: RuleFile) =>
    providers !== undefined || !wanted.some((one) => one.category === category);
  const defaults = ruleList(renewal.defaultCategories).filter(isFree);
  return {
    ...renewal,
    categories,
    requirements: [...requirements, ...added],
    ...(renewal.defaultCategories === undefined ? {} : { defaultCategories: defaults }),
  };
}

/** Returns a credit renewal whose caps are these. Others that a form can't show stay as they are. */
export function withCaps(renewal: RuleFile, caps: readonly CustomCap[], own: Own): RuleFile {
  const ofCategories = caps.filter(({ name, kind }) => kind === undefined && capNamed(renewal, name) === undefined);
  const categories = withCategories(
    renewal,
    ofCategories.map(({ name }) => name),
  );
  const stored = ruleList(renewal.caps).flatMap((cap) => {
    if (!isSimpleCap(cap)) return [cap];
    const match = caps.find((one) => isNamed(cap, one.name) && one.per === cap.per);
    return match === undefined ? [] : [withAmount(cap, 'limit', own(match.amount))];
  });
  const added = caps
    .filter(({ name, per }) => !stored.some((cap) => isNamed(cap, name) && cap.per === per))
    .map(({ name, amount, per, kind }) => {
      const known = capNamed(renewal, name);
      const subject =
        known?.kinds === undefined && kind === undefined
          ? { category: known?.category ?? categories.find((one) => isNamed(one, name))?.code }
          : { kinds: known?.kinds ?? [kind] };
      return { name, per, limit: own(amount), ...subject };
    });
  return { ...renewal, categories, caps: [...stored, ...added] };
}

/** Returns whether a requirement of a rule file can be shown as a line: one amount for one category. */
export function isSimpleMinimum(rule: RuleFile): boolean {
  const { category, mark, when, exceptKinds, per = 'cycle', severity = 'hard', amount } = rule;
  const isPlain = mark === undefined && when === undefined && exceptKinds === undefined && severity === 'hard';
  return isPlain && category !== undefined && per !== 'period' && typeof ruleFileOf(amount).value === 'string';
}

/** Returns whether a cap of a rule file can be shown as a line: one amount for one category or for kinds. */
export function isSimpleCap({ category, kinds, mark, deliveries, when, limit }: RuleFile): boolean {
  const isPlain = mark === undefined && deliveries === undefined && when === undefined;
  return isPlain && (category === undefined) !== (kinds === undefined) && typeof ruleFileOf(limit).value === 'string';
}

function isMinimumOf(rule: RuleFile, category: string, per: string): boolean {
  return isSimpleMinimum(rule) && rule.category === category && (rule.per ?? 'cycle') === per;
}

function capNamed(renewal: RuleFile, name: string): RuleFile | undefined {
  return ruleList(renewal.caps).find((cap) => isSimpleCap(cap) && isNamed(cap, name));
}

/** An amount that stays the same keeps its source. */
function withAmount(rule: RuleFile, field: 'amount' | 'limit', amount: RuleFile): RuleFile {
  return ruleFileOf(rule[field]).value === amount.value ? rule : { ...rule, [field]: amount };
}

function withCategories(renewal: RuleFile, names: readonly string[]): readonly RuleFile[] {
  const categories = [...ruleList(renewal.categories)];
  for (const name of names) {
    if (categories.some((one) => isNamed(one, name))) continue;
    categories.push({ code: unusedCode(codeOfName(name), categories), name });
  }
  return categories;
}

function unusedCode(code: string, among: readonly RuleFile[]): string {
  return among.some((one) => one.code === code) ? unusedCode(`${code}-2`, among) : code;
}

/** Returns the code for a name: lower case words joined by hyphens. */
export function codeOfName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', ' plus')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');
}

function isNamed(one: RuleFile, name: string): boolean {
  return String(one.name).toLowerCase() === name.toLowerCase();
}

/** Returns the objects of a list in a rule file. */
export function ruleList(value: unknown): readonly RuleFile[] {
  return Array.isArray(value) ? value.map(ruleFileOf) : [];
}
