import { existsSync, readFileSync } from 'node:fs';

/** A test as a page names it: the file, then the titles from the outermost `describe` to the test. */
export interface NamedTest {
  readonly file: string;
  readonly titles: readonly string[];
}

const REFERENCE = /`(test\/[\w./-]+\.test\.ts)`((?: › `[^`]+`)+)/gu;

/** Returns the tests that a page names as `` `test/….test.ts` › `title` ``. */
export function namedTests(page: string): readonly NamedTest[] {
  return [...page.matchAll(REFERENCE)].map(([, file = '', titles = '']) => ({
    file,
    titles: [...titles.matchAll(/`([^`]+)`/gu)].map(([, title = '']) => title),
  }));
}

/** Returns what is wrong with the reference: no such file, or a title that no test after the one before has. */
export function problemOf({ file, titles }: NamedTest, root: string): string | undefined {
  const path = `${root}/${file}`;
  if (!existsSync(path)) return `${file} doesn't exist`;
  return missingTitle(readFileSync(path, 'utf8'), titles);
}

/** Returns the first of `titles` that is not the title of a test that runs, in this order, if there is one. */
export function missingTitle(source: string, titles: readonly string[]): string | undefined {
  const code = source.replace(/^\s*\/\/.*$/gmu, '');
  let from = 0;
  for (const title of titles) {
    const found = indexOfTitle(code, title, from);
    if (found === undefined) return title;
    from = found + title.length;
  }
  return undefined;
}

/** A title stands behind `it(` or `describe(`, or behind the table of `it.each`, `it.runIf` and the like. */
function indexOfTitle(code: string, title: string, from: number): number | undefined {
  const escaped = title.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const pattern = new RegExp(`(?:\\b(?:it|describe)|\\)|\`)\\(\\s*(['"\`])${escaped}\\1\\s*,`, 'gu');
  pattern.lastIndex = from;
  return pattern.exec(code)?.index;
}
