import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingTitle, namedTests, problemOf } from './named-tests.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'security.md'), 'utf8');
/** The rows of the tables of threats, without their headings. */
const threats = (page.split('\n## Threats\n')[1]?.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Threat|---) \|/u.test(line));

describe('the page about security', () => {
  it('has a test for each threat', () => {
    expect(threats.length).toBeGreaterThan(30);
    expect(threats.filter((line) => namedTests(line).length === 0)).toEqual([]);
  });

  it('names every test so that it is looked for', () => {
    const files = [...page.matchAll(/`test\/[\w./-]+\.test\.ts`/gu)].map(([name]) => name);

    expect(files.filter((name) => name !== '`test/docs/security.test.ts`')).toHaveLength(namedTests(page).length);
  });

  it.each(namedTests(page).map((test) => [[test.file, ...test.titles].join(' › '), test] as const))(
    'names a test that exists: %s',
    (_, test) => {
      expect(problemOf(test, root)).toBeUndefined();
    },
  );
});

describe('a named test', () => {
  it.each([
    ["it('works', () => {});", ['works'], undefined],
    ["it.each([1])('works', () => {});", ['works'], undefined],
    ["it.each([1])(\n  'works',\n  () => {});", ['works'], undefined],
    ["describe('a door', () => { it('opens', () => {}); });", ['a door', 'opens'], undefined],
    ["describe('a door', () => { it('opens', () => {}); });", ['opens', 'a door'], 'a door'],
    ["it('works well', () => {});", ['works'], 'works'],
    ["it.skip('works', () => {});", ['works'], 'works'],
    ["it.todo('works');", ['works'], 'works'],
    ["// it('works', () => {});", ['works'], 'works'],
    ["const title = 'works';", ['works'], 'works'],
  ])('in %s: %j', (source, titles, missing) => {
    expect(missingTitle(source, titles)).toBe(missing);
  });

  it('is in a file that exists', () => {
    expect(problemOf({ file: 'test/gone.test.ts', titles: ['works'] }, root)).toBe("test/gone.test.ts doesn't exist");
  });
});
