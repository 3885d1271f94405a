import type { DateRange, Day } from '../../domain/calendar.ts';

/** What a report is about; kept with its job, so all of it is plain. */
export interface ReportRequest {
  /** One person's own report, or that of a team. */
  readonly scope: { readonly kind: 'mine' } | { readonly kind: 'team'; readonly teamId: string };
  /** The day whose end it shows; absent: now. */
  readonly on?: Day | undefined;
  readonly period?: DateRange | undefined;
  /** The code of the only certification it is about. */
  readonly certification?: string | undefined;
  readonly paper: 'a4' | 'letter';
}
