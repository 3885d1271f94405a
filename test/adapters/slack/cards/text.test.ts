import { describe, expect, it } from 'vitest';
import { escapeText, plainText, richText } from '../../../../adapters/slack/cards/text.ts';
import type { Run } from '../../../../src/chat/text.ts';

const elementsOf = (...runs: readonly Run[]) => richText(...runs).elements[0]?.elements;

describe('a plain text', () => {
  it.each([
    ['Log', 10, 'Log'],
    ['Log credits', 11, 'Log credits'],
    ['Log credits', 10, 'Log credi…'],
    ['', 10, '–'],
    [' \n\t', 10, '–'],
    [' Log ', 10, ' Log '],
  ])('of %j in %i characters is %j', (text, max, shown) => {
    expect(plainText(text, max)).toEqual({ type: 'plain_text', text: shown, emoji: false });
  });
});

describe('a rich text', () => {
  it('keeps bold and links as elements', () => {
    const elements = elementsOf('See ', { bold: '*this*' }, { link: '<here>', url: 'https://example.org/a' });

    expect(elements).toEqual([
      { type: 'text', text: 'See ' },
      { type: 'text', text: '*this*', style: { bold: true } },
      { type: 'link', url: 'https://example.org/a', text: '<here>' },
    ]);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'example.org', '', `https://example.org/${'a'.repeat(3000)}`])(
    'shows only the label of a link to %j',
    (url) => {
      expect(elementsOf({ link: 'here', url })).toEqual([{ type: 'text', text: 'here' }]);
    },
  );

  it('takes an address of just the length that Slack takes', () => {
    const url = `https://example.org/${'a'.repeat(2980)}`;

    expect(url).toHaveLength(3000);
    expect(elementsOf({ link: 'here', url })).toEqual([{ type: 'link', url, text: 'here' }]);
  });

  it.each<[string, readonly Run[]]>([
    ['no run', []],
    ['an empty run', ['']],
    ['an empty bold run', [{ bold: '' }]],
  ])('of %s is a dash', (_name, runs) => {
    expect(elementsOf(...runs)).toEqual([{ type: 'text', text: '–' }]);
  });

  it('is shortened over all of its runs together', () => {
    const elements = elementsOf('a'.repeat(2990), { bold: 'b'.repeat(20) }, 'never seen');

    expect(elements).toEqual([
      { type: 'text', text: 'a'.repeat(2990) },
      { type: 'text', text: `${'b'.repeat(9)}…`, style: { bold: true } },
    ]);
  });
});

it.each([
  ['a & b', 'a &amp; b'],
  ['<!channel>', '&lt;!channel&gt;'],
  ['&lt;', '&amp;lt;'],
  ['<<>>', '&lt;&lt;&gt;&gt;'],
  ['"quoted" *stars*', '"quoted" *stars*'],
])('escapes %j as %j', (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});
