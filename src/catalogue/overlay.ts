import { type Catalogue, catalogueOf, type RuleFile, ruleFileOf } from './index.ts';

/** A rule file of a workspace. */
export interface CustomRuleFile {
  readonly code: string;
  readonly content: unknown;
}

/** A catalogue with a workspace's rules, and the reasons why some of them are unusable, by code. */
export interface Overlaid {
  readonly catalogue: Catalogue;
  readonly unusable: ReadonlyMap<string, string>;
}

const MAX_CACHED = 100;
const cache = new Map<string, Overlaid>();

/**
 * Returns a catalogue in which a workspace's rules replace those with the same code. Rules that no longer fit the schema, or whose
 * names now belong to another certification, are left out so that an update of the catalogue cannot stop a workspace.
 */
export function overlay(base: Catalogue, own: readonly CustomRuleFile[]): Overlaid {
  if (own.length === 0) return { catalogue: base, unusable: new Map() };
  const key = JSON.stringify(own.map(({ content }) => content));
  const known = cache.get(key);
  if (known !== undefined) return known;
  const overlaid = applyRules(base, own);
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, overlaid);
  return overlaid;
}

function applyRules(base: Catalogue, own: readonly CustomRuleFile[]): Overlaid {
  const unusable = new Map<string, string>();
  let usable: readonly CustomRuleFile[] = [];
  let catalogue = base;
  for (const one of own) {
    try {
      catalogue = replaceRules(base, [...usable, one]);
      usable = [...usable, one];
    } catch (error) {
      unusable.set(one.code, error instanceof Error ? error.message : String(error));
    }
  }
  return { catalogue, unusable };
}

function replaceRules(base: Catalogue, own: readonly CustomRuleFile[]): Catalogue {
  const codes = new Set(own.map(({ code }) => code));
  const others = base.all.flatMap(({ code }): readonly RuleFile[] => {
    const file = codes.has(code) ? undefined : base.fileOf(code);
    return file === undefined ? [] : [file];
  });
  return catalogueOf([...others, ...own.map(({ content }) => ruleFileOf(content))], codes);
}
