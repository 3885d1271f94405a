import { describe, expect, it } from 'vitest';
import { parseCredits } from '../../src/domain/credit.ts';

describe('reading credits', () => {
  it.each`
    text       | credits
    ${'1'}     | ${100}
    ${'1.25'}  | ${125}
    ${'1,25'}  | ${125}
    ${' 0.5 '} | ${50}
    ${'1.10'}  | ${110}
    ${'1.100'} | ${110}
    ${'0'}     | ${0}
    ${'-0'}    | ${0}
    ${'+2'}    | ${200}
    ${'1000'}  | ${100_000}
    ${'0.29'}  | ${29}
    ${'1.15'}  | ${115}
  `('reads $text as $credits hundredths', ({ text, credits }) => {
    expect(parseCredits(text)).toEqual({ credits });
  });

  it.each`
    text          | problem
    ${''}         | ${'unreadable'}
    ${'one'}      | ${'unreadable'}
    ${'1.'}       | ${'unreadable'}
    ${'1e3'}      | ${'unreadable'}
    ${'1 000'}    | ${'unreadable'}
    ${'1,000.5'}  | ${'unreadable'}
    ${'1,000'}    | ${'unreadable'}
    ${'🎉'}       | ${'unreadable'}
    ${'١'}        | ${'unreadable'}
    ${'-1'}       | ${'negative'}
    ${'1.255'}    | ${'too-fine'}
    ${'1000.01'}  | ${'too-large'}
    ${'99999999'} | ${'too-large'}
  `('says of $text that it is $problem', ({ text, problem }) => {
    expect(parseCredits(text)).toEqual({ problem });
  });
});
