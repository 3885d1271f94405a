import { type Catalogue, catalogueOf, loadCatalogue, type RuleFile, ruleFileOf } from '../../src/catalogue/index.ts';

/** The default and topic categories of a certification as a test fixes them, without their sources; absent: none are known. */
export interface PinnedCategories {
  readonly defaultCategories?: readonly object[];
  readonly topicCategories?: readonly object[];
}

/** The catalogue with other default and topic categories, so that a test doesn't follow changes of the data. */
export function pinnedCatalogue(pins: Readonly<Record<string, PinnedCategories>>): Catalogue {
  const base = loadCatalogue();
  const files = base.all.map(({ code }): RuleFile => {
    const file = ruleFileOf(base.fileOf(code));
    const pinned = pins[code];
    if (pinned === undefined) return file;
    const { defaultCategories: _, topicCategories: __, ...renewal } = ruleFileOf(file.renewal);
    const [source] = Object.keys(ruleFileOf(file.sources));
    const sourced = (rows: readonly object[]) => rows.map((row) => ({ ...row, certainty: 'O', sources: [source] }));
    const rules = Object.fromEntries(Object.entries(pinned).map(([key, rows]) => [key, sourced(rows)]));
    return withUsedSources({ ...file, renewal: { ...renewal, ...rules } });
  });
  return catalogueOf(files);
}

/** Leaves out the sources of what was replaced, because a file may not have sources that it doesn't use. */
function withUsedSources({ sources, ...file }: RuleFile): RuleFile {
  const text = JSON.stringify(file);
  const used = Object.entries(ruleFileOf(sources)).filter(([key]) => text.includes(`"${key}"`));
  return { ...file, sources: Object.fromEntries(used) };
}
