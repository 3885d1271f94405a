import type { Answers } from '../../chat/form.ts';
import type { ActivityKind } from '../../domain/activity-kinds.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Part } from '../../domain/holding.ts';
import type { Words } from '../../strings/index.ts';
import type { FormErrors } from '../form-errors.ts';

/** The fields of an activity that were read before its claims; undefined where they are missing or wrong. */
interface StatedActivity {
  readonly kind: ActivityKind;
  readonly title: string;
  readonly provider: string;
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  readonly minutes: number | undefined;
}

/** What the claims of a form are read from. Errors are added to `errors`. */
export interface ClaimInput {
  readonly answers: Answers;
  readonly activity: StatedActivity;
  /** The day on which it is saved. */
  readonly today: Day;
  readonly words: Words;
  readonly errors: FormErrors;
}

/** A part of a claim with the name of its form field. */
export type TypedPart = Part & { readonly field: string };
