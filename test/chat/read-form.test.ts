import { describe, expect, it } from 'vitest';
import { readForm } from '../../src/chat/read-form.ts';

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
