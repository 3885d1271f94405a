import { addMonths, type DateRange, lengthOf } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';
import type { FormErrors } from '../form-errors.ts';

/** Whether the two dates can be a cycle; what is wrong stands beside the last day. */
export function checkCycleDates({ start, end }: DateRange, words: Words, errors: FormErrors): void {
  if (end < start) errors.add('cycleEnd', words.shape.endBeforeStart(start));
  else if (lengthOf({ start, end }) < 28) errors.add('cycleEnd', words.add.tooShort);
  else if (end > addMonths(start, 121)) errors.add('cycleEnd', words.add.tooLong);
}
