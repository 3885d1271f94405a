import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../src/opportunities/feed-duration.ts';
import { plainWords } from '../../src/opportunities/plain-words.ts';

describe('a duration of a feed', () => {
  it.each([
    ['3723', 62],
    ['60', 1],
    ['59.9', undefined],
    ['62:03', 62],
    ['1:02:03', 62],
    ['0:00:59', undefined],
    ['PT1H2M3S', 62],
    ['pt90m', 90],
    ['P2D', 2880],
    ['P1W', 10_080],
    ['P', undefined],
    ['PT', undefined],
    ['-60', undefined],
    ['an hour', undefined],
    ['', undefined],
    [String(31 * 24 * 3600), 44_640],
    [String(31 * 24 * 3600 + 60), undefined],
  ])('%j is %s minutes', (text, expected) => {
    expect(minutesOf(text)).toBe(expected);
  });
});

describe('a text of a feed', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One Two'],
    ['&lt;b&gt;bold&lt;/b&gt; &amp;amp; plain', 'bold & plain'],
    ['<script>alert(1)</script>safe<style>p{}</style>', 'safe'],
    ['a<br>b', 'a b'],
    ['  many \n\t spaces ', 'many spaces'],
    ['\u202egnp.exe\u0000', 'gnp.exe'],
    ['1 < 2', '1 < 2'],
  ])('%j reads %j', (text, expected) => {
    expect(plainWords(text, 100)).toBe(expected);
  });

  it.each([
    [14, 'Zero trust now'],
    [13, 'Zero trust…'],
    [9, 'Zero tru…'],
    [4, 'Zer…'],
  ])('in %i characters is %s', (max, expected) => {
    expect(plainWords('Zero trust now', max)).toBe(expected);
  });
});
