import type { Category, Certification, CreditRenewal } from '../domain/certification.ts';

/** A reference that leads nowhere, and where it stands. */
export interface BrokenReference {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What in an entry names a source or a category that is not there. */
export function brokenReferences(entry: Pick<Certification, 'renewal' | 'sources'>): BrokenReference[] {
  const { renewal } = entry;
  return [...brokenSources(entry), ...(renewal.kind === 'credits' ? brokenCategories(renewal) : [])];
}

function brokenSources({ renewal, sources }: Pick<Certification, 'renewal' | 'sources'>): BrokenReference[] {
  const broken: BrokenReference[] = [];
  const used = new Set<string>();
  for (const { path, certainty, keys } of sourceLists(renewal, ['renewal'])) {
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
  if ('sources' in node && 'certainty' in node) {
    yield { path: [...path, 'sources'], certainty: node.certainty, keys: node.sources as string[] };
    return;
  }
  for (const [key, child] of Object.entries(node)) {
    yield* sourceLists(child, [...path, Array.isArray(node) ? Number(key) : key]);
  }
}

function brokenCategories({ categories, yearly, caps }: CreditRenewal): BrokenReference[] {
  const codes = new Set(categories.map(({ code }) => code));
  const named = Object.entries({ yearly, caps }).flatMap(([list, rules]) =>
    rules.map((rule, index) => ({ path: ['renewal', list, index, 'category'], category: rule.category })),
  );
  const broken = named
    .filter(({ category }) => category !== undefined && !codes.has(category))
    .map(({ path, category }) => ({ path, message: `must name a category, got '${category}'` }));
  return [...categories.flatMap(brokenCategory), ...broken];
}

/** A parent stands before its parts, which also rules out circles. */
function brokenCategory(category: Category, index: number, categories: readonly Category[]): BrokenReference[] {
  const at = (field: string, message: string) => ({ path: ['renewal', 'categories', index, field], message });
  const { code, parent, minimum, maximum } = category;
  const earlier = new Set(categories.slice(0, index).map((other) => other.code));
  const broken: BrokenReference[] = [];
  if (earlier.has(code)) broken.push(at('code', `must be used once, got '${code}'`));
  if (parent !== undefined && !earlier.has(parent)) {
    broken.push(at('parent', `must name a category that stands before it, got '${parent}'`));
  }
  if (minimum && maximum && minimum.value > maximum.value) broken.push(at('minimum', 'must not exceed the maximum'));
  return broken;
}
