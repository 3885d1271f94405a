import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const resolve = createRequire(import.meta.url).resolve;

/** The package of each script that Inter has no letters for, in the order in which they are tried. */
const SCRIPTS = [
  'arabic',
  'hebrew',
  'armenian',
  'georgian',
  'devanagari',
  'bengali',
  'gujarati',
  'gurmukhi',
  'kannada',
  'malayalam',
  'tamil',
  'telugu',
  'thai',
  'lao',
  'khmer',
  'myanmar',
  'sinhala',
  'oriya',
  'ethiopic',
].map((script) => `noto-sans-${script}`);
/** Characters in several fonts whose shape depends on the country. */
const HAN = ['noto-sans-sc', 'noto-sans-tc', 'noto-sans-jp', 'noto-sans-kr'];
const EMOJI = 'noto-emoji';

/** One file of a font, for some ranges of code points. */
interface Slice {
  readonly rule: string;
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** A font as a page names it, cut in slices. */
interface Font {
  readonly family: string;
  readonly slices: readonly Slice[];
}

/** The fonts of a page: `@font-face` rules with embedded files, and the font names. */
export interface PageFonts {
  readonly faces: string;
  readonly families: string;
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

const known = new Map<string, Font>();

/** Returns the fonts for the characters of a text. Inter is always installed: `fontsOfMachine`. */
export function fontsFor(text: string): PageFonts {
  const signs = [...new Set(text)].flatMap((sign) => sign.codePointAt(0) ?? []).filter(isNotInter);
  const scripts = fontsWith(signs, SCRIPTS);
  // The Han fonts have a few letters of other scripts too, and are not needed for those.
  const others = signs.filter((sign) => !scripts.some(({ slices }) => slices.some(({ ranges }) => isIn(sign, ranges))));
  const used = [...scripts, ...fontsWith(others, [...hanFor(signs), EMOJI])];
  const slices = used.flatMap((font) => font.slices);
  const lost = signs.filter((sign) => isDrawn(sign) && !slices.some(({ ranges }) => isIn(sign, ranges)));
  return {
    missing: lost.map((sign) => String.fromCodePoint(sign)),
    faces: used.flatMap(({ slices }) => slices.map(faceOf)).join('\n'),
    families: ['Inter', ...used.map(({ family }) => `'${family}'`), 'sans-serif'].join(', '),
  };
}

/** Returns the fonts that contain any of the characters, each with the slices that contain them. */
function fontsWith(signs: readonly number[], names: readonly string[]): readonly Font[] {
  const fonts = names.map(fontOf).map(({ family, slices }) => ({
    family,
    slices: slices.filter(({ ranges }) => signs.some((sign) => isIn(sign, ranges))),
  }));
  return fonts.filter(({ slices }) => slices.length > 0);
}

/**
 * Writes a configuration that gives a browser Inter and no font of the machine, so that a report is the same everywhere, and resolves to its path.
 * Without any installed font Chromium leaves all text out, whatever a page brings along.
 */
export async function fontsOfMachine(folder: string): Promise<string> {
  const inter = dirname(resolve('@expo-google-fonts/inter/package.json'));
  const path = join(folder, 'fonts.conf');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  await writeFile(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${escaped(inter)}</dir><cachedir>${escaped(join(folder, 'fonts'))}</cachedir></fontconfig>\n`,
  );
  return path;
}

/** Letters of Inter, punctuation, arrows and shapes, which the other fonts have too. */
function isNotInter(sign: number): boolean {
  return sign >= 0x530 && !(sign >= 0x1e00 && sign < 0x2600) && !(sign >= 0xfe00 && sign < 0xfe10);
}

/** Whether a character leaves a mark on paper: letters, digits, signs and punctuation. */
function isDrawn(sign: number): boolean {
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(String.fromCodePoint(sign));
}

/** The Han fonts, first that of the country whose own letters occur. */
function hanFor(signs: readonly number[]): readonly string[] {
  const has = (from: number, until: number) => signs.some((sign) => sign >= from && sign <= until);
  const first = has(0x3040, 0x30ff) ? 'noto-sans-jp' : has(0xac00, 0xd7af) ? 'noto-sans-kr' : 'noto-sans-sc';
  return [first, ...HAN.filter((one) => one !== first)];
}

function isIn(sign: number, ranges: Slice['ranges']): boolean {
  return ranges.some(([from, until]) => sign >= from && sign <= until);
}

function faceOf({ rule, file }: Slice): string {
  return rule.replace(/url\([^)]*\)/u, () => `url(data:font/woff2;base64,${readFileSync(file, 'base64')})`);
}

function fontOf(name: string): Font {
  const font = known.get(name) ?? readFont(name);
  known.set(name, font);
  return font;
}

function readFont(name: string): Font {
  const folder = dirname(resolve(`@fontsource-variable/${name}/package.json`));
  const rules = readFileSync(join(folder, 'index.css'), 'utf8').match(/@font-face \{[^}]*\}/gu) ?? [];
  const [, family = ''] = /font-family: '([^']+)'/u.exec(rules[0] ?? '') ?? [];
  return { family, slices: rules.map((rule) => sliceOf(rule, folder)) };
}

function sliceOf(rule: string, folder: string): Slice {
  const [, file = ''] = /url\(([^)]+)\)/u.exec(rule) ?? [];
  const [, ranges = ''] = /unicode-range: ([^;]+);/u.exec(rule) ?? [];
  return { rule, file: join(folder, file), ranges: ranges.split(',').map(rangeOf) };
}

function rangeOf(range: string): readonly [number, number] {
  const [from = '', until = from] = range.trim().replace(/^U\+/iu, '').split('-');
  return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(until.replaceAll('?', 'f'), 16)];
}
