import { z } from 'zod';
import { type DateRange, type Day, parseDay } from '../../domain/calendar.ts';

/** What a report covers. It is stored with its job as JSON. */
export interface ReportRequest {
  /** One person's own report, or that of a team. */
  readonly scope: { readonly kind: 'mine' } | { readonly kind: 'team'; readonly teamId: string };
  /** The day whose end it shows; now if absent. */
  readonly on?: Day | undefined;
  readonly period?: DateRange | undefined;
  /** The code of the only certification it covers. */
  readonly certification?: string | undefined;
  readonly paper: 'a4' | 'letter';
  /** Whether the PDF has the chapters of people or only the summary; the CSV and the content hash are the same. */
  readonly content: 'full' | 'summary';
}

const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined);

const StoredRequest = z.object({
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('mine') }),
    z.object({ kind: z.literal('team'), teamId: z.string() }),
  ]),
  on: day.optional(),
  period: z.object({ start: day, end: day }).optional(),
  certification: z.string().optional(),
  paper: z.enum(['a4', 'letter']),
  content: z.enum(['full', 'summary']).default('full'),
});

/** Reads a stored request. Throws when it isn't one. */
export function parseReportRequest(stored: unknown): ReportRequest {
  return StoredRequest.parse(stored);
}
