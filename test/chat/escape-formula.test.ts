import { describe, expect, it } from 'vitest';
import { escapeFormula, unescapeFormula } from '../../src/chat/escape-formula.ts';
import { fc } from '../support/properties.ts';

const INVISIBLE = ['\u2028', '\u2029', '\u0085', '\v', '\f', '\ufeff', '\u200b', '\u00a0', '\n', '\t', '\0', ' '];
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

describe('a text that a spreadsheet would read as a formula', () => {
  it.each(SIGNS.flatMap((sign) => INVISIBLE.map((invisible) => [sign, invisible] as const)))(
    'is escaped whatever stands around %j: %j',
    (sign, invisible) => {
      for (const text of [
        `${sign}1`,
        `${invisible}${sign}1`,
        `${sign}${invisible}1`,
        `${invisible}${invisible}${sign}`,
      ])
        expect(escapeFormula(text)).toBe(`'${text}`);
    },
  );

  it('is escaped when it begins with apostrophes already', () => {
    expect(escapeFormula("'=1")).toBe("''=1");
  });

  it.each(['', 'a=1', "'a", "Don't", '1 + 1', '„=“', 'A\n=1'])('is not %j', (text) => {
    expect(escapeFormula(text)).toBe(text);
    expect(unescapeFormula(text)).toBe(text);
  });

  it('is the same after it was escaped and read', () => {
    const character = fc.constantFrom(...INVISIBLE, ...SIGNS, "'", '"', 'a', '1');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 8 }), (characters) => {
        const text = characters.join('');
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
      }),
    );
  });
});
