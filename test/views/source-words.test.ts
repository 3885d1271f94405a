import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../src/chat/text.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { sourcedFact, sourceRuns } from '../../src/views/source-words.ts';
import { aCertification, aRenewal } from '../domain/rules.ts';

const sources = { S1: 'https://example.org', S2: 'https://www.scribd.com/1' };
const certification = { ...aCertification({ renewal: aRenewal({}), sources }), body: 'ABC', unfitSources: ['S2'] };
const english = wordsFor('en-GB');
const COPY = 'Read in a copy; the body’s own page was not opened.';

describe('a source', () => {
  it('is a link to its address', () => {
    expect(sourceRuns({ certainty: 'O', sources: ['S1'] }, certification, english)).toEqual([
      'Source: ABC website',
      ' ',
      { link: '[1]', url: 'https://example.org' },
    ]);
  });

  it('that is a copy is named as one and not linked', () => {
    const runs = sourceRuns({ certainty: 'S', sources: ['S2'] }, certification, english);

    expect(plainTextOf(runs)).toBe('Source: third party [2], read in a copy');
    expect(JSON.stringify(runs)).not.toContain('scribd');
  });

  it.each([
    ['S', COPY, 'Source: third party [1], read in a copy'],
    ['S', 'Unpaid. Read in a copy.', 'Source: third party [1], read in a copy'],
    ['Om', COPY, 'Source: copy of the ABC website [1]'],
  ] as const)('of the certainty %s with the note “%s” says once that it was a copy', (certainty, note, text) => {
    expect(plainTextOf(sourceRuns({ certainty, sources: ['S1'], note }, certification, english))).toBe(text);
  });
});

it.each([
  ['en-GB', 'L', '40 (Source: third party [1], read in a copy) Unpaid.'],
  ['de-DE', 'L', 'in einer Kopie gelesen) Unpaid.'],
])('a fact in %s has the rest of the note', (locale, label, text) => {
  const source = { certainty: 'S', sources: ['S1'], note: `Unpaid. ${COPY}` } as const;

  const { value } = sourcedFact({ label, text: '40' }, source, { certification, words: wordsFor(locale) });

  expect(plainTextOf(value)).toContain(text);
});
