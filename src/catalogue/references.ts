import type { Certification } from '../domain/certification.ts';
import { type Category, type CreditRenewal, FIRST_CYCLE, type When } from '../domain/credit-rules.ts';
import type { Source } from '../domain/sourced-value.ts';

/** A broken reference and its path. */
export interface BrokenReference {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Whose rules they are: a workspace vouches for its own, so what it marks M needs no source. */
export type RuleOrigin = 'catalogue' | 'workspace';

/** Returns the references to sources, categories, marks or conditions that do not exist, and the values without a source. */
export function brokenReferences(
  entry: Pick<Certification, 'renewal' | 'sources' | 'upkeep' | 'sharing'>,
  origin: RuleOrigin = 'catalogue',
): BrokenReference[] {
  const { renewal } = entry;
  return [...brokenSources(entry, origin), ...(renewal.kind === 'credits' ? brokenRules(renewal) : [])];
}

function brokenSources(entry: Pick<Certification, 'sources'>, origin: RuleOrigin): BrokenReference[] {
  const broken: BrokenReference[] = [];
  const used = new Set<string>();
  const { sources } = entry;
  for (const { path, source } of sourcedValues(entry)) {
    const { certainty, sources: keys } = source;
    if (keys.length === 0 && (origin === 'catalogue' || certainty !== 'M'))
      broken.push({ path, message: 'must name a source' });
    for (const key of keys) {
      used.add(key);
      if (!Object.hasOwn(sources, key)) broken.push({ path, message: `must name a key of sources, got '${key}'` });
    }
  }
  for (const key of Object.keys(sources)) {
    if (!used.has(key)) broken.push({ path: ['sources', key], message: 'must be used by a value' });
  }
  return broken;
}

/** Where one value is known from, and the path of its list of sources. */
interface SourcedValue {
  readonly path: (string | number)[];
  readonly source: Source;
}

/** Yields everything in an entry that states how certain it is. */
export function sourcedValues(entry: Pick<Certification, 'sources'>): Generator<SourcedValue> {
  const { sources, ...rest } = entry;
  return sourcedIn(rest, []);
}

function* sourcedIn(node: unknown, path: (string | number)[]): Generator<SourcedValue> {
  if (typeof node !== 'object' || node === null) return;
  if (isSource(node)) {
    yield { path: [...path, 'sources'], source: node };
    return;
  }
  for (const [key, child] of Object.entries(node)) {
    yield* sourcedIn(child, [...path, Array.isArray(node) ? Number(key) : key]);
  }
}

/** The schema has checked its fields by then. */
function isSource(node: object): node is Source {
  return 'sources' in node && 'certainty' in node && Array.isArray(node.sources);
}

function brokenRules(renewal: CreditRenewal): BrokenReference[] {
  const { categories, requirements, caps, acts, marks, conditions, carryOver } = renewal;
  const broken = categories.flatMap(brokenCategory);
  const codes = { category: codesOf(categories), mark: codesOf(marks) };
  renewal.activities.forEach(({ category }, index) => {
    if (category !== undefined && !codes.category.has(category.value))
      broken.push({
        path: ['renewal', 'activities', index, 'category', 'value'],
        message: `must name a category, got '${category.value}'`,
      });
  });
  for (const [list, rules] of Object.entries({ requirements, caps, acts })) {
    rules.forEach((rule: { category?: string; mark?: string; when?: When }, index) => {
      const path = ['renewal', list, index];
      for (const field of ['category', 'mark'] as const) {
        const named = rule[field];
        if (named !== undefined && !codes[field].has(named))
          broken.push({ path: [...path, field], message: `must name a ${field}, got '${named}'` });
      }
      broken.push(...brokenWhen(rule.when, conditions, [...path, 'when']));
    });
  }
  carryOver?.from?.forEach(({ category, into = category }, index) => {
    for (const [field, named] of Object.entries({ category, into })) {
      if (named !== 'total' && !codes.category.has(named))
        broken.push({
          path: ['renewal', 'carryOver', 'from', index, field],
          message: `must name a category, got '${named}'`,
        });
    }
  });
  for (const [list, rows] of Object.entries({
    defaultCategories: renewal.defaultCategories,
    topicCategories: renewal.topicCategories,
  })) {
    rows?.forEach(({ category, mark }: { category: string; mark?: string }, index) => {
      const path = ['renewal', list, index];
      if (!codes.category.has(category))
        broken.push({ path: [...path, 'category'], message: `must name a category, got '${category}'` });
      if (mark !== undefined && !codes.mark.has(mark))
        broken.push({ path: [...path, 'mark'], message: `must name a mark, got '${mark}'` });
    });
  }
  return [...broken, ...repeated(requirements), ...lengths(requirements), ...unsafeDefaults(renewal)];
}

/** A default category must have no hard minimum of its own, docs/domain.md section 4. */
function unsafeDefaults({ defaultCategories = [], requirements }: CreditRenewal): BrokenReference[] {
  const withMinimum = new Set(
    requirements.flatMap(({ severity, category }) => (severity === 'hard' && category !== undefined ? [category] : [])),
  );
  return defaultCategories.flatMap(({ category, providers }, index) => {
    if (!withMinimum.has(category) || providers !== undefined) return [];
    const message = `must name a category without a minimum, got '${category}'`;
    return [{ path: ['renewal', 'defaultCategories', index, 'category'], message }];
  });
}

function codesOf(list: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ code }) => code));
}

function brokenWhen(when: When = {}, conditions: CreditRenewal['conditions'], path: (string | number)[]) {
  return Object.entries(when).flatMap(([name, answers]): BrokenReference[] => {
    const options =
      name === FIRST_CYCLE ? [{ code: 'yes' }, { code: 'no' }] : conditions.find((one) => one.code === name)?.options;
    if (options === undefined) return [{ path: [...path, name], message: `must name a condition, got '${name}'` }];
    const stray = answers.filter((answer) => !options.some((option) => option.code === answer));
    return stray.map((answer) => ({ path: [...path, name], message: `must name an option, got '${answer}'` }));
  });
}

function repeated(rules: CreditRenewal['requirements']): BrokenReference[] {
  return rules.flatMap(({ code }, index) => {
    if (!rules.slice(0, index).some((other) => other.code === code)) return [];
    return [{ path: ['renewal', 'requirements', index, 'code'], message: `must be used once, got '${code}'` }];
  });
}

function lengths(rules: CreditRenewal['requirements']): BrokenReference[] {
  return rules.flatMap(({ per, months }, index) => {
    if ((per === 'period') === (months !== undefined)) return [];
    return [
      {
        path: ['renewal', 'requirements', index, 'months'],
        message: 'must be given for a period of its own, and only there',
      },
    ];
  });
}

/** A parent category must come before its children, which also rules out cycles. */
function brokenCategory(category: Category, index: number, categories: readonly Category[]): BrokenReference[] {
  const at = (field: string, message: string) => ({ path: ['renewal', 'categories', index, field], message });
  const { code, parent, fills } = category;
  const earlier = new Set(categories.slice(0, index).map((other) => other.code));
  const broken: BrokenReference[] = [];
  if (earlier.has(code)) broken.push(at('code', `must be used once, got '${code}'`));
  if (parent !== undefined && !earlier.has(parent)) {
    broken.push(at('parent', `must name a category that stands before it, got '${parent}'`));
  }
  if (fills !== undefined && !categories.some((other) => other.code === fills)) {
    broken.push(at('fills', `must name a category, got '${fills}'`));
  }
  return broken;
}
