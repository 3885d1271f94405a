import { addMonths, type DateRange, lengthOf } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';
import type { FormErrors } from '../form-errors.ts';

/** Checks that two dates can be a cycle: 28 days to 121 months. An error is added to the field of its end. */
export function checkCycleDates(
  { start, end }: DateRange,
  words: Words,
  errors: FormErrors,
  endField = 'cycleEnd',
): void {
  if (end < start) errors.add(endField, words.shape.endBeforeStart(start));
  else if (lengthOf({ start, end }) < 28) errors.add(endField, words.add.tooShort);
  else if (end > addMonths(start, 121)) errors.add(endField, words.add.tooLong);
}
