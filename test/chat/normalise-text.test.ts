import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/chat/normalise-text.ts';
import { fc } from '../support/properties.ts';

describe('cleaning', () => {
  it.each`
    dirty              | clean
    ${' a\u0000b '}    | ${'ab'}
    ${'a\r\nb\rc'}     | ${'a\nb\nc'}
    ${'\u202egnp.exe'} | ${'gnp.exe'}
    ${'e\u0301'}       | ${'é'}
    ${'\ud800x'}       | ${'\ufffdx'}
    ${'👩🏽‍💻'}            | ${'👩🏽‍💻'}
    ${'tab\tstays'}    | ${'tab\tstays'}
  `('turns $dirty into $clean', ({ dirty, clean }) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it('is done once: cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
