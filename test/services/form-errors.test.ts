import { describe, expect, it } from 'vitest';
import type { ShapeProblem } from '../../src/chat/read-form.ts';
import { FormErrors } from '../../src/services/form-errors.ts';
import { wordsFor } from '../../src/strings/index.ts';

const words = wordsFor('en-GB');

describe('the errors of a form', () => {
  it.each<[ShapeProblem, string]>([
    [{ kind: 'missing' }, words.shape.missing],
    [{ kind: 'too-long', length: 210, max: 200 }, words.shape.tooLong(210, 200)],
    [{ kind: 'not-offered' }, words.shape.notAnOption],
  ])('%j reads “%s”', (problem, expected) => {
    const errors = new FormErrors(new Map([['title', problem]]), words);

    expect(errors.toObject()).toEqual({ title: expected });
    expect([errors.any, errors.has('title'), errors.has('kind')]).toEqual([true, true, false]);
  });

  it('keep the first of a field, unless it is replaced', () => {
    const errors = new FormErrors(new Map(), words);
    expect(errors.any).toBe(false);

    errors.add('link', 'First.');
    errors.add('link', 'Second.');
    expect(errors.toObject()).toEqual({ link: 'First.' });

    errors.replace('link', 'Third.');
    expect(errors.toObject()).toEqual({ link: 'Third.' });
  });
});
