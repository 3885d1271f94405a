import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const resolve = createRequire(import.meta.url).resolve;

/** The paper sizes of the layouts. */
export type PaperSize = 'A4 landscape' | 'A4 portrait' | 'letter portrait';

/** The fonts of the layouts: Inter, a serif, a fixed width and handwriting. */
export type Font = 'sans' | 'serif' | 'mono' | 'script';

const PACKAGES: Readonly<
  Record<Exclude<Font, 'sans'>, readonly [name: string, family: string, weights: readonly string[]]>
> = {
  serif: ['libre-baskerville', 'Libre Baskerville', ['400', '700']],
  mono: ['ibm-plex-mono', 'IBM Plex Mono', ['400', '700']],
  script: ['dancing-script', 'Dancing Script', ['400']],
};

/** A page as HTML, in one font; `style` is CSS. Handwriting is the class `script`. */
export function paper(
  body: string,
  { size, font = 'sans', style = '' }: { readonly size: PaperSize; readonly font?: Font; readonly style?: string },
): string {
  const fonts = [...new Set<Font>([font, 'script'])].map(facesOf).join('');
  const family = font === 'sans' ? 'var(--fonts)' : `'${PACKAGES[font][1]}', var(--fonts)`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paper</title><style>${fonts}
@page{size:${size};margin:0}body{margin:0;font:11pt/1.35 ${family};position:relative;box-sizing:border-box;padding:14mm 18mm}
.script{font-family:'Dancing Script'}p,div,td,th{margin:0}p{margin:2.2mm 0}table{border-collapse:collapse}td,th{padding:1mm 5mm 1mm 0;text-align:left;font-weight:400}
.c{text-align:center}.r{text-align:right}.b{font-weight:700}.foot{position:absolute;bottom:9mm}.grey{color:#777}${style}</style></head><body>${body}</body></html>`;
}

/** A text as HTML. */
export function html(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

function facesOf(font: Font): string {
  if (font === 'sans') return '';
  const [name, family, weights] = PACKAGES[font];
  const folder = join(dirname(resolve(`@fontsource/${name}/package.json`)), 'files');
  return weights
    .flatMap((weight) => ['latin-ext', 'latin'].map((subset) => [weight, subset] as const))
    .map(([weight, subset]) => {
      const data = readFileSync(join(folder, `${name}-${subset}-${weight}-normal.woff2`)).toString('base64');
      const range = subset === 'latin' ? 'U+0000-00FF,U+2013-201E,U+2022,U+2026' : 'U+0100-02BA,U+1E00-1E9F';
      return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`;
    })
    .join('\n');
}
