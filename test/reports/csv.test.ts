import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/chat/escape-html.ts';
import { cssString } from '../../src/reports/css-string.ts';
import { csvOf } from '../../src/reports/csv.ts';

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

describe('a table as CSV', () => {
  it('has a byte order mark, the named columns in order, and ends with a line break', () => {
    const rows = [{ title: 'A, B', credits: 1.5, note: null, secret: 'x' }];

    expect(
      textOf(csvOf<'title' | 'credits' | 'note' | 'secret'>({ note: 'Note', title: 'Title', credits: 'CPE' }, rows)),
    ).toBe('\ufeffNote,Title,CPE\r\n,"A, B",1.5\r\n');
  });

  it.each([
    ...['=1+1\nx', '-2+3\nx', '@SUM(1)\u2028x', '+1\u0085x', '=1\vx', '\r=1', '\nplain'],
    ...[' =1', '\u200b-1', '\u00a0@x', '＝1+1', '＋1', '－1', '＠SUM(1)', '﹦1', '﹢1', '﹣1', '﹫x', "'=1"],
    ...['=\u2028HYPERLINK("http://x")', '=\u2029x', '\u2028=1', '\u2029-1', '\u0085+1', '\v@x', '\f=1', '\ufeff=1'],
    ...['\u202e=1', '\ufe0f=1', '\u115f=1', '\0=1', '\r\n\t =1', '\u2028plain', '=1\n"=2"'],
  ])('writes no formula in a cell of several lines or behind what is invisible: %j', (title) => {
    const text = textOf(csvOf<'title'>({ title: 'Title' }, [{ title }]));

    expect(text.slice('\ufeffTitle\r\n'.length).replace(/^"/u, '').startsWith("'")).toBe(true);
  });

  it.each(['A talk', '1.5', 'a-b', 'x=1', '5 – 6'])('leaves %j as it is', (title) => {
    expect(textOf(csvOf<'title'>({ title: 'Title' }, [{ title }]))).toBe(`\ufeffTitle\r\n${title}\r\n`);
  });

  it('writes no formula as a heading', () => {
    expect(textOf(csvOf<'title'>({ title: '=1+1' }, [{ title: 'A' }]))).toBe('\ufeff"\'=1+1"\r\nA\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1'])('writes no formula: %j', (title) => {
    const [, line = ''] = textOf(csvOf<'title'>({ title: 'Title' }, [{ title }])).split('\r\n');

    expect(line.replace(/^"/u, '')).toBe(`'${title}${line.startsWith('"') ? '"' : ''}`);
  });
});

describe('escaping', () => {
  it('leaves no character that ends a text or an attribute', () => {
    expect(escapeHtml(`<a href="x">&'</a>`)).toBe('&#60;a href=&#34;x&#34;&#62;&#38;&#39;&#60;/a&#62;');
  });

  it.each([
    ['Team A – 2026', '"Team A – 2026"'],
    ['a"b\\c\n', '"a\\22 b\\5c c\\a "'],
    ['</style>', '"\\3c \\2f style\\3e "'],
  ])('in CSS %j is %s', (text, expected) => {
    expect(cssString(text)).toBe(expected);
  });
});
