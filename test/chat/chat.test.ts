import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/chat/clean.ts';
import { parseLine } from '../../src/chat/parse-line.ts';
import { readForm } from '../../src/chat/read-form.ts';
import { fc } from '../support/properties.ts';

describe('a typed line', () => {
  it.each`
    line                             | command   | args
    ${'pace'}                        | ${'pace'} | ${{ text: '' }}
    ${'  PACE  cissp '}              | ${'pace'} | ${{ text: 'cissp' }}
    ${'/pace'}                       | ${'pace'} | ${{ text: '' }}
    ${'pace --on 2026-12-31'}        | ${'pace'} | ${{ text: '', on: '2026-12-31' }}
    ${'pace cissp --on=2026-12-31'}  | ${'pace'} | ${{ text: 'cissp', on: '2026-12-31' }}
    ${'pace —on 2026-12-31 cissp'}   | ${'pace'} | ${{ text: '', on: '2026-12-31 cissp' }}
    ${'pace cissp --on 20 Nov'}      | ${'pace'} | ${{ text: 'cissp', on: '20 Nov' }}
    ${'log e-mail security -- live'} | ${'log'}  | ${{ text: 'e-mail security -- live' }}
    ${'say --json'}                  | ${'say'}  | ${{ text: '', json: '' }}
    ${''}                            | ${''}     | ${{ text: '' }}
  `('reads “$line”', ({ line, command, args }) => {
    expect(parseLine(line)).toEqual({ command, args });
  });

  it('never throws, and always has a text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => typeof parseLine(line).args.text === 'string'));
  });
});

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

describe('the shape of a form', () => {
  const options = [{ value: 'a', label: 'A' }];
  const parts = [
    { kind: 'text', text: 'words' },
    { kind: 'line', name: 'line', label: 'Line', maxLength: 3 },
    { kind: 'choices', name: 'many', label: 'Many', options, optional: true },
  ] as const;

  it.each`
    answers                            | problem
    ${{}}                              | ${{ line: { kind: 'missing' } }}
    ${{ line: 'abcd' }}                | ${{ line: { kind: 'too-long', length: 4, max: 3 } }}
    ${{ line: '👩🏽‍💻👩🏽‍💻👩🏽‍💻' }}              | ${{}}
    ${{ line: 'a', many: ['a', 'b'] }} | ${{ many: { kind: 'not-offered' } }}
    ${{ line: 'a', many: ['a'] }}      | ${{}}
    ${{ line: 'a', stranger: 'x' }}    | ${{}}
  `('of $answers has $problem', ({ answers, problem }) => {
    expect(Object.fromEntries(readForm(parts, answers))).toEqual(problem);
  });
});
