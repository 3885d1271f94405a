import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ASKS_PROCESS_ZONE, EVERY_ZONE } from './time-zones.ts';

const root = join(import.meta.dirname, '..');

/** Calls whose answer is another one in another zone, whatever is handed in. */
const ALWAYS =
  /\.[gs]et(?:FullYear|Year|Month|Date|Day|Hours|Minutes)\(|getTimezoneOffset|\.to(?:Date|Time)String\(|\.toJSDate\(|\bmtime\b|Temporal\.Now\.(?!instant\b)/gu;
/** Calls that depend on the zone unless what is handed in names one, or is a number. */
const UNLESS_TOLD = /\bnew Date\(|\bDate\.parse\(|\bDateTimeFormat\(|\.toLocale(?:Date|Time)?String\(/gu;
/** What a `Date` is made of that has no need of a zone: another instant, milliseconds, or a text that ends with one. */
const INSTANT =
  /^$|^Number\.NaN$|Z['`]$|^-?[\d_.]+$|\.getTime\(\)|\.now\(\)|^Date\.UTC\(|[mM]illiseconds\b|_MS\b|\b1000\b/u;

/** The arguments of the call whose parenthesis opens before `start`, split at its own commas. */
function argumentsAt(source: string, start: number): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const letter of source.slice(start)) {
    if (')]}'.includes(letter)) depth -= 1;
    if (depth < 0) break;
    if ('([{'.includes(letter)) depth += 1;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((one) => one.trim()).filter((one, index) => one !== '' || index === 0);
}

function isTold(call: string, given: readonly string[]): boolean {
  if (/Format\($|String\($/u.test(call)) return given.some((one) => /\btimeZone\b/u.test(one));
  return given.length === 1 && INSTANT.test(given[0] ?? '');
}

/** The places of a source that depend on the zone of the process. */
function placesIn(text: string): readonly string[] {
  const source = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
  const always = [...source.matchAll(ALWAYS)].map(([found]) => found);
  const untold = [...source.matchAll(UNLESS_TOLD)]
    .map(({ 0: call, index }) => ({ call, given: argumentsAt(source, index + call.length) }))
    .filter(({ call, given }) => !isTold(call, given))
    .map(({ call, given }) => `${call}${given.join(', ')})`);
  return [...always, ...untold];
}

const sources = ['src', 'adapters', 'migrations'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:tsx?|js|mjs)$/u.test(file))
    .map((file) => join(top, file).replaceAll('\\', '/')),
);

describe('the time zone of the process', () => {
  it('is asked in the named places alone', () => {
    const asking = sources
      .map((file) => ({ file, places: placesIn(readFileSync(join(root, file), 'utf8')) }))
      .filter(({ file, places }) => places.length > 0 !== file in ASKS_PROCESS_ZONE);

    expect(asking).toEqual([]);
  });

  it.each([
    'at.getHours()',
    'at.setDate(1)',
    'at.getTimezoneOffset()',
    'at.toDateString()',
    'time.toJSDate()',
    'Temporal.Now.plainDateISO()',
    'new Date(2026, 0, 1)',
    'new Date(yearOf(day), 0)',
    'new Date(text)',
    "new Date('2026-01-01T10:00')",
    'Date.parse(text)',
    "new Intl.DateTimeFormat('en').format(at)",
    "at.toLocaleDateString('de', { day: 'numeric' })",
  ])('is asked by %s', (source) => {
    expect(placesIn(source)).toHaveLength(1);
  });

  it.each([
    'new Date()',
    'new Date(0)',
    'new Date(now.getTime() - DAY_MS)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text.
    'new Date(`${day}T00:00:00Z`)',
    'new Date(Date.UTC(2026, 0, 1))',
    'at.getUTCHours()',
    'Date.now()',
    "new Intl.DateTimeFormat('en', { timeZone: zone })",
    '// at.getHours()',
  ])('is not asked by %s', (source) => {
    expect(placesIn(source)).toEqual([]);
  });

  it('is another one in tests that there are', () => {
    const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
      .map((file) => `test/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.test.ts'));

    expect(Object.keys(EVERY_ZONE).filter((path) => !tests.some((file) => matchesGlob(file, path)))).toEqual([]);
  });
});
