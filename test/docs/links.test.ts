import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const pages = [...globSync('*.md', { cwd: root }), ...globSync('docs/**/*.md', { cwd: root })].sort();
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```$/gmu, '').replace(/`[^`\n]*`/gu, '');
const matchesOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Where a page links to inside the repository: the file, and the heading after `#`. */
function linksOf(page: string): { link: string; file: string; heading: string | undefined }[] {
  return matchesOf(withoutCode(textOf(page)), /\]\(([^)\s]+)\)/gu)
    .filter((link) => !/^[a-z]+:/u.test(link))
    .map((link) => {
      const [path = '', heading] = link.split('#');
      return { link, file: path === '' ? page : normalize(join(dirname(page), path)), heading };
    });
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = matchesOf(textOf(page).replace(/^```[\s\S]*?^```$/gmu, ''), /^#+ (.+)$/gmu);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

/** Scripts of `package.json` that a page tells its reader to run. */
function scriptsIn(text: string): string[] {
  const named = matchesOf(text, /\bnpm run (?:--silent )?([\w:-]+)/gu);
  return [...named, ...matchesOf(text, /\bnpm (start|test)\b/gu)];
}

/** Paths of the repository in backticks; a `*` or a `<name>` in one stands for anything. */
function pathsIn(text: string): string[] {
  return matchesOf(text, /`((?:src|adapters|docs|test|migrations|templates|bench)\/[\w.<>*/-]*)`/gu);
}

function isThere(path: string): boolean {
  return globSync(path.replace(/\/$/u, '').replace(/<[\w-]+>/gu, '*'), { cwd: root }).length > 0;
}

describe.each(pages)('%s', (page) => {
  it('links to files and headings that exist', () => {
    const dead = linksOf(page).filter(({ file, heading }) => {
      if (!existsSync(join(root, file))) return true;
      return heading !== undefined && !anchorsOf(file).includes(heading);
    });

    expect(dead.map(({ link }) => link)).toEqual([]);
  });

  it('names scripts that exist', () => {
    expect(scriptsIn(textOf(page)).filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it('names files that exist', () => {
    expect(pathsIn(textOf(page)).filter((path) => !isThere(path))).toEqual([]);
  });
});

it('the pages of docs are all listed in docs/README.md or docs/decisions/README.md', () => {
  const listed = ['docs/README.md', 'docs/decisions/README.md'].flatMap((page) =>
    linksOf(page).map(({ file }) => file),
  );
  const unlisted = pages.filter((page) => page.startsWith('docs/') && !listed.includes(page));

  expect(unlisted).toEqual(['docs/README.md']);
});

describe('what is looked for', () => {
  it('is found in a text', () => {
    expect(scriptsIn('`npm run --silent recert -- x`, npm start, npm run test:oracle')).toEqual([
      'recert',
      'test:oracle',
      'start',
    ]);
    expect(pathsIn('`src/domain/pace.ts` and `src/commands/<feature>/`, not `npm test`')).toEqual([
      'src/domain/pace.ts',
      'src/commands/<feature>/',
    ]);
    expect([isThere('src/domain/'), isThere('src/<layer>/pace.ts'), isThere('src/no-such-folder')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
