import { expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { checkCycleDates } from '../../../src/services/certifications/check-cycle-dates.ts';
import { FormErrors } from '../../../src/services/form-errors.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');

it.each([
  ['2026-01-02', '2026-01-01', words.shape.endBeforeStart(day('2026-01-02'))],
  ['2026-01-01', '2026-01-27', words.add.tooShort],
  ['2026-01-01', '2026-01-28', undefined],
  ['2026-01-01', '2036-02-01', undefined],
  ['2026-01-01', '2036-02-02', words.add.tooLong],
])('a cycle from %s to %s: %s', (start, end, expected) => {
  const errors = new FormErrors(new Map(), words);
  checkCycleDates({ start: day(start), end: day(end) }, words, errors);

  expect(errors.toObject()).toEqual(expected === undefined ? {} : { cycleEnd: expected });
});
