import { z } from 'zod';
import { parseDay } from '../domain/calendar.ts';
import { ACTIVITY_KINDS, type Certification } from '../domain/certification.ts';
import { type CreditsProblem, parseCredits } from '../domain/credit.ts';
import { brokenReferences } from './references.ts';

const AMOUNT_FORM = 'must be an amount in quotes such as "0.25"';
const CODE_FORM = 'must be lower case words joined by hyphens';
const PROBLEMS: Record<CreditsProblem, string> = {
  unreadable: AMOUNT_FORM,
  negative: 'must not be negative',
  'too-fine': 'must have at most two decimals',
  'too-large': 'must be at most 1000',
};

const text = z.string().min(1);
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, CODE_FORM);
const days = z.int().positive();

const credits = z
  .string(AMOUNT_FORM)
  .regex(/^\d+(\.\d{1,2})?$/, AMOUNT_FORM)
  .transform((amount, context) => {
    const read = parseCredits(amount);
    if ('credits' in read) return read.credits;
    context.addIssue(PROBLEMS[read.problem]);
    return z.NEVER;
  });

const reviewedDay = z.iso.date().transform((typed, context) => {
  const read = parseDay(typed);
  if (read !== undefined) return read;
  context.addIssue('must be a day between 1900 and 2199');
  return z.NEVER;
});

const known = {
  certainty: z.enum(['O', 'Om', 'C', 'S', 'P', 'M']),
  sources: z.array(text),
};

function sourced<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, ...known, note: text.exactOptional() });
}

const CycleRule = z.strictObject({
  anchor: sourced(z.enum(['certified', 'certified-same-day', 'january', 'birth-month', 'anniversary-month'])),
  months: sourced(z.int().positive()),
});

const YearlyMinimum = z.strictObject({
  amount: sourced(credits),
  severity: z.enum(['hard', 'suggested']),
  category: code.exactOptional(),
});

const Category = z.strictObject({
  code,
  name: text,
  parent: code.exactOptional(),
  minimum: sourced(credits).exactOptional(),
  maximum: sourced(credits).exactOptional(),
});

const Cap = z.strictObject({
  per: z.enum(['entry', 'year', 'cycle']),
  limit: sourced(credits),
  kinds: z.array(z.enum(ACTIVITY_KINDS)).min(1).exactOptional(),
  category: code.exactOptional(),
  name: text,
});

const Conversion = z.strictObject({
  minutesPerCredit: sourced(z.int().positive()).exactOptional(),
  step: sourced(credits.refine((step) => step > 0, 'must be more than 0')).exactOptional(),
  firstUnit: sourced(credits).exactOptional(),
});

const CreditRenewal = z.strictObject({
  kind: z.literal('credits'),
  unit: z.strictObject({ one: text, many: text }),
  cycle: CycleRule,
  total: sourced(credits),
  yearly: z.array(YearlyMinimum),
  categories: z.array(Category),
  caps: z.array(Cap),
  conversion: Conversion,
  earningGrace: sourced(days).exactOptional(),
  earlyCredits: sourced(z.literal(true)).exactOptional(),
  splits: sourced(z.literal(true)).exactOptional(),
  unknown: z.array(text).min(1).exactOptional(),
});

const ExamRenewal = z.strictObject({
  kind: z.enum(['exam', 'assessment']),
  cycle: CycleRule,
  opensDaysBefore: sourced(days).exactOptional(),
  closesDaysAfter: sourced(days).exactOptional(),
  how: text,
});

const NeverExpires = z.strictObject({ kind: z.literal('never-expires'), ...known });

const CertificationFile = z
  .strictObject({
    $schema: z.literal('../certification.schema.json'),
    code,
    short: text,
    name: text,
    body: text,
    aliases: z.array(text),
    renewal: z.discriminatedUnion('kind', [CreditRenewal, ExamRenewal, NeverExpires]),
    sources: z.record(z.string(), z.url({ protocol: /^https?$/, error: 'must be a web address' })),
    reviewed: reviewedDay,
  })
  .superRefine((file, context) => {
    for (const { path, message } of brokenReferences(file)) context.addIssue({ code: 'custom', path, message });
  });

/** What editors check a data file against; kept in `certification.schema.json`. */
export function certificationJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(CertificationFile, { io: 'input' });
}

/** The certification a data file holds; throws with the file and every wrong field when it does not fit. */
export function readCertification(file: string, content: unknown): Certification {
  const read = CertificationFile.safeParse(content, { reportInput: true });
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${file}: ${messageOf(issue)}`).join('\n'));

  const { $schema, ...certification } = read.data;
  if (file !== `${certification.code}.json`) {
    throw new Error(`${file}: code must equal the file's name, got '${certification.code}'.`);
  }
  return certification;
}

function messageOf({ path, message, input }: z.core.$ZodIssue): string {
  const shown = typeof input === 'string' || typeof input === 'number' ? `, got '${input}'` : '';
  return `${path.join('.') || 'the file'} ${message}${shown}.`;
}
