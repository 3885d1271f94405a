import { addMonths, type DateRange, lengthOf } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';
import type { FormErrors } from '../form-errors.ts';

/** Checks that two dates can be a cycle: 28 days to 121 months. An error is added to the field `cycleEnd`. */
export function checkCycleDates({ start, end }: DateRange, words: Words, errors: FormErrors): void {
  if (end < start) errors.add('cycleEnd', words.shape.endBeforeStart(start));
  else if (lengthOf({ start, end }) < 28) errors.add('cycleEnd', words.add.tooShort);
  else if (end > addMonths(start, 121)) errors.add('cycleEnd', words.add.tooLong);
}
