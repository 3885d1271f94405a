import { describe, expect, it } from 'vitest';
import { InvertedIndex } from '../../src/opportunities/engine/inverted-index.ts';
import { loadVocabulary } from '../../src/opportunities/engine/load-vocabulary.ts';
import { readWords } from '../../src/opportunities/engine/query-words.ts';
import { mistakesBetween, Spelling } from '../../src/opportunities/engine/spelling.ts';

describe('mistakes', () => {
  it.each`
    one          | other        | mistakes
    ${'audit'}   | ${'audit'}   | ${0}
    ${'adit'}    | ${'audit'}   | ${1}
    ${'auudit'}  | ${'audit'}   | ${1}
    ${'audti'}   | ${'audit'}   | ${1}
    ${'aufit'}   | ${'audit'}   | ${1}
    ${'adti'}    | ${'audit'}   | ${2}
    ${'firewal'} | ${'payroll'} | ${3}
  `('are $mistakes between $one and $other', ({ one, other, mistakes }) => {
    expect(mistakesBetween(one, other, 2)).toBe(mistakes);
  });

  it('prefer the word that is written more often, and the same first letter', () => {
    const spelling = new Spelling();
    for (const word of ['policing', 'pricing', 'pricing', 'pricing', 'bricing']) spelling.add(word);

    expect(spelling.nearest('pricng')?.word).toBe('pricing');
    expect(spelling.nearest('pricng', 4)).toBeUndefined();
    expect(spelling.nearest('ing')).toBeUndefined();
    expect(spelling.nearest('27001')).toBeUndefined();
  });
});

describe('the words of a query', () => {
  const read = (text: string, index = new InvertedIndex()) =>
    readWords(text, { index, vocabulary: loadVocabulary() }).corrected;

  it.each`
    typed                       | corrected
    ${'vulnerabilty managment'} | ${'vulnerability management'}
    ${'hameconage'}             | ${'hameconnage'}
    ${'erpressungstrojanre'}    | ${'erpressungstrojaner'}
    ${'irplaybooks'}            | ${'ir playbooks'}
    ${'zero trust'}             | ${undefined}
    ${'lieferkettenrisiko'}     | ${undefined}
    ${'sourdough bread'}        | ${undefined}
  `('$typed are corrected to $corrected', ({ typed, corrected }) => {
    expect(read(typed)).toBe(corrected);
  });

  it('take a word of one opportunity for a mistake if many others have one letter more', () => {
    const index = new InvertedIndex();
    for (const word of ['kubeflowe', ...Array<string>(9).fill('kubeflower')]) {
      index.add(new Map([[word, 1]]));
      index.spelling.add(word);
    }

    expect(read('kubeflowe pipelines', index)).toBe('kubeflower pipelines');
  });

  it('split a compound of two words of the field', () => {
    const { stems } = readWords('Lieferantenrisikobewertungen', {
      index: new InvertedIndex(),
      vocabulary: loadVocabulary(),
    });

    expect(stems.length).toBeGreaterThan(1);
  });
});
