import type { Certification } from '../domain/certification.ts';
import { type Category, type CreditRenewal, FIRST_CYCLE, type When } from '../domain/credit-rules.ts';

/** A broken reference and its path. */
export interface BrokenReference {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Returns the references to sources, categories, marks or conditions that do not exist. */
export function brokenReferences(
  entry: Pick<Certification, 'renewal' | 'sources' | 'upkeep' | 'sharing'>,
): BrokenReference[] {
  const { renewal } = entry;
  return [...brokenSources(entry), ...(renewal.kind === 'credits' ? brokenRules(renewal) : [])];
}

function brokenSources({ sources, ...entry }: { sources: Certification['sources'] }): BrokenReference[] {
  const broken: BrokenReference[] = [];
  const used = new Set<string>();
  for (const { path, certainty, keys } of sourceLists(entry, [])) {
    if (keys.length === 0 && certainty !== 'M')
      broken.push({ path, message: 'must name a source unless certainty is M' });
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

interface SourceList {
  readonly path: (string | number)[];
  readonly certainty: unknown;
  readonly keys: readonly string[];
}

function* sourceLists(node: unknown, path: (string | number)[]): Generator<SourceList> {
  if (typeof node !== 'object' || node === null) return;
  if ('sources' in node && 'certainty' in node && Array.isArray(node.sources)) {
    yield { path: [...path, 'sources'], certainty: node.certainty, keys: node.sources };
    return;
  }
  for (const [key, child] of Object.entries(node)) {
    yield* sourceLists(child, [...path, Array.isArray(node) ? Number(key) : key]);
  }
}

function brokenRules(renewal: CreditRenewal): BrokenReference[] {
  const { categories, requirements, caps, acts, marks, conditions, carryOver } = renewal;
  const broken = categories.flatMap(brokenCategory);
  const codes = { category: codesOf(categories), mark: codesOf(marks) };
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
  return [...broken, ...repeated(requirements), ...lengths(requirements)];
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
