import { type Answers, answerOf } from '../../chat/form.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '../../domain/activity-kinds.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import { parseDuration } from './parse-duration.ts';

/** The activity of a form that is still being filled in. */
export interface FormActivity {
  readonly title: string;
  readonly provider: string;
  /** The description of the opportunity that was attended. */
  readonly topics?: string | undefined;
  readonly kind: ActivityKind | undefined;
  readonly start: Day;
  readonly end: Day;
  readonly minutes: number | undefined;
}

/** Reads the activity in the answers of a form. A date that is missing or wrong is taken as today. */
export function readFormActivity(answers: Answers, today: Day, topics?: string): FormActivity {
  const start = parseDay(answerOf(answers, 'start')) ?? today;
  const end = parseDay(answerOf(answers, 'end')) ?? start;
  return {
    title: answerOf(answers, 'title'),
    provider: answerOf(answers, 'provider'),
    topics,
    kind: ACTIVITY_KINDS.find((kind) => kind === answerOf(answers, 'kind')),
    start,
    end: end < start ? start : end,
    minutes: parseDuration(answerOf(answers, 'duration')),
  };
}
