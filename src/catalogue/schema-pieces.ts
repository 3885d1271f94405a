import { z } from 'zod';
import { ACTIVITY_KINDS, DELIVERIES } from '../domain/activity-kinds.ts';
import { parseDay } from '../domain/calendar.ts';
import { type CreditsProblem, parseCredits } from '../domain/credit.ts';

const AMOUNT_FORM = 'must be an amount in quotes such as "0.25"';
const CODE_FORM = 'must be lower case words joined by hyphens';
const PROBLEMS: Record<CreditsProblem, string> = {
  unreadable: AMOUNT_FORM,
  negative: 'must not be negative',
  'too-fine': 'must have at most two decimals',
  'too-large': 'must be at most 1000',
};

export const text = z.string().min(1);
export const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, CODE_FORM);
export const count = z.int().positive();
export const kinds = z.array(z.enum(ACTIVITY_KINDS)).min(1);
export const deliveries = z.array(z.enum(DELIVERIES)).min(1);

/** Month and day, `06-30`. */
export const monthDay = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'must be a month and a day such as "06-30"');

/** An amount in quotes, as hundredths. */
export const credits = z
  .string(AMOUNT_FORM)
  .regex(/^\d+(\.\d{1,2})?$/, AMOUNT_FORM)
  .transform((amount, context) => {
    const read = parseCredits(amount);
    if ('credits' in read) return read.credits;
    context.addIssue(PROBLEMS[read.problem]);
    return z.NEVER;
  });

export const percent = z.strictObject({ percent: z.int().min(1).max(100) });

export const timeSpanSchema = z.union(
  [z.strictObject({ days: count }), z.strictObject({ months: count })],
  'must be {"days": 90} or {"months": 2}',
);

export const daySchema = z.iso.date('must be a day such as "2026-03-31"').transform((typed, context) => {
  const read = parseDay(typed);
  if (read !== undefined) return read;
  context.addIssue('must be a day between 1900 and 2199');
  return z.NEVER;
});

export const source = {
  certainty: z.enum(['O', 'Om', 'C', 'S', 'P', 'M']),
  sources: z.array(text),
  note: text.exactOptional(),
};

/** A value with its source. */
export function sourced<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, ...source });
}

/** One value for all time, or versions that do not overlap. */
export function versioned<T extends z.ZodType>(value: T) {
  const version = z.strictObject({
    value,
    ...source,
    from: daySchema.exactOptional(),
    until: daySchema.exactOptional(),
  });
  const versions = z
    .array(version)
    .min(1)
    .superRefine((list, context) => {
      const spans: readonly { readonly from: string; readonly until: string }[] = list.map(
        ({ from = '', until = '9999' }) => ({ from, until }),
      );
      spans.forEach((range, index) => {
        if (range.from > range.until)
          context.addIssue({ code: 'custom', path: [index, 'until'], message: 'must not lie before from' });
        const isTaken = spans.slice(0, index).some((other) => other.from <= range.until && range.from <= other.until);
        if (isTaken)
          context.addIssue({ code: 'custom', path: [index, 'from'], message: 'must not overlap another version' });
      });
    });
  return z.union([version, versions]);
}
