import { type Catalogue, catalogueOf, type RuleFile } from './index.ts';

/** A workspace's own rule file, as it is kept. */
export interface CustomRuleFile {
  readonly code: string;
  readonly content: unknown;
}

/** A catalogue with own rules laid over it, and those that could not be: the reason, by code. */
export interface Overlaid {
  readonly catalogue: Catalogue;
  readonly unusable: ReadonlyMap<string, string>;
}

const MAX_CACHED = 100;
const kept = new Map<string, Overlaid>();

/**
 * A catalogue with a workspace's own rules in place of those of the same code. Rules that no longer fit the schema, or whose
 * words belong to another certification by now, are left out: a workspace must not stand still because the catalogue grew.
 */
export function overlay(base: Catalogue, own: readonly CustomRuleFile[]): Overlaid {
  if (own.length === 0) return { catalogue: base, unusable: new Map() };
  const key = JSON.stringify(own.map(({ content }) => content));
  const known = kept.get(key);
  if (known !== undefined) return known;
  const overlaid = laidOver(base, own);
  if (kept.size >= MAX_CACHED) kept.clear();
  kept.set(key, overlaid);
  return overlaid;
}

function laidOver(base: Catalogue, own: readonly CustomRuleFile[]): Overlaid {
  const unusable = new Map<string, string>();
  let usable: readonly CustomRuleFile[] = [];
  let catalogue = base;
  for (const one of own) {
    try {
      catalogue = together(base, [...usable, one]);
      usable = [...usable, one];
    } catch (error) {
      unusable.set(one.code, error instanceof Error ? error.message : String(error));
    }
  }
  return { catalogue, unusable };
}

function together(base: Catalogue, own: readonly CustomRuleFile[]): Catalogue {
  const codes = new Set(own.map(({ code }) => code));
  const others = base.all.flatMap(({ code }): readonly RuleFile[] => {
    const file = codes.has(code) ? undefined : base.fileOf(code);
    return file === undefined ? [] : [file];
  });
  return catalogueOf([...others, ...own.map(({ content }) => content as RuleFile)]);
}
