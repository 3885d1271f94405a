import { z } from 'zod';
import type { Catalogue } from '../catalogue/index.ts';
import { readCertification } from '../catalogue/schema.ts';
import { code, credits, daySchema, text } from '../catalogue/schema-pieces.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../domain/activity-kinds.ts';
import type { Day } from '../domain/calendar.ts';
import { WHOLE } from '../domain/category-tree.ts';
import type { Certification } from '../domain/certification.ts';
import { type EvaluationInput, evaluate, type Figures } from '../domain/evaluate.ts';
import { DEFAULT_TOLERANCE } from '../domain/pace.ts';
import { marksOf } from '../domain/split-by-mark.ts';

/** The file is invalid; the message has a line for each problem, with its field. */
export class BadQuestion extends Error {
  override name = 'BadQuestion';
}

const Part = z.strictObject({ category: code, credits, marks: z.array(code).exactOptional() });

const OpeningBalance = z.strictObject({
  day: daySchema,
  /** The first day of the cycle it is stated for; absent: the evaluated cycle. */
  cycle: daySchema.exactOptional(),
  accepted: z.boolean().exactOptional(),
  parts: z.array(Part).min(1),
});

const Activity = z.strictObject({
  id: text,
  title: z.string().default(''),
  provider: z.string().default(''),
  kind: z.enum(ACTIVITY_KINDS),
  delivery: z.enum(DELIVERIES).exactOptional(),
  start: daySchema,
  end: daySchema.exactOptional(),
  cycle: daySchema.exactOptional(),
  planned: z.boolean().default(false),
  parts: z.array(Part).min(1),
  /** Of every part. */
  marks: z.array(code).default([]),
});

const QuestionFile = z.strictObject({
  certification: z.unknown().refine((value) => value !== undefined, 'must be a catalogue code or a rule file'),
  cycle: z
    .strictObject({ start: daySchema, end: daySchema })
    .refine(({ start, end }) => start <= end, 'must not end before it starts'),
  certifiedOn: daySchema.exactOptional(),
  conditions: z.record(code, code).default({}),
  periods: z.record(code, daySchema).default({}),
  carryOver: z.array(Part).default([]),
  openingBalances: z.array(OpeningBalance).default([]),
  /** Missed requirements that the body made good, by the requirement's id. */
  cured: z.record(text, z.strictObject({ on: daySchema, what: z.string().default('') })).default({}),
  renewedBy: z.strictObject({ short: text, on: daySchema }).exactOptional(),
  activities: z.array(Activity).default([]),
  on: daySchema.exactOptional(),
  tolerance: z.int().min(0).max(365).default(DEFAULT_TOLERANCE),
});

/** Returns the figures of a case in the format of `docs/evaluate.md`, as of `today` unless the case has a date. Throws `BadQuestion`. */
export function evaluateFile(
  content: string,
  catalogue: Catalogue,
  today: Day,
): Figures & {
  readonly certification: string;
  readonly cycle: EvaluationInput['cycle'];
  readonly on: Day;
  readonly credits: 'hundredths';
} {
  const question = readQuestion(content, catalogue, today);
  const { cycle, on } = question;
  return { certification: question.certification.code, cycle, on, credits: 'hundredths', ...evaluate(question) };
}

/** Returns the case as input of `evaluate`. Throws `BadQuestion`. */
function readQuestion(content: string, catalogue: Catalogue, today: Day): EvaluationInput {
  const read = QuestionFile.safeParse(parseJson(content));
  if (!read.success)
    throw new BadQuestion(
      read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'} ${message}`).join('\n'),
    );
  const { certification: named, activities, openingBalances, on = today, ...rest } = read.data;
  const certification = certificationOf(named, catalogue);
  const withEnds = activities.map(({ end, marks, parts, ...activity }) => ({
    ...activity,
    end: end ?? activity.start,
    parts: parts.map((part) => (marks.length === 0 ? part : { ...part, marks: [...marks, ...(part.marks ?? [])] })),
  }));
  const openings = openingBalances.map(({ day, ...balance }) => ({ ...balance, on: day }));
  const question = { ...rest, certification, on, openings, activities: withEnds };
  const problems = problemsOf(question);
  if (problems.length > 0) throw new BadQuestion(problems.join('\n'));
  return question;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new BadQuestion(`The file isn't valid JSON: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

function certificationOf(named: unknown, catalogue: Catalogue): Certification {
  if (typeof named !== 'string') {
    try {
      return readCertification('certification', named, 'workspace');
    } catch (cause) {
      throw new BadQuestion(cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }
  const found = catalogue.find(named);
  if (found !== undefined) return found;
  const codes = catalogue.candidates(named).slice(0, 3);
  const hint = codes.length === 0 ? '' : ` Did you mean ${codes.map(({ code }) => `'${code}'`).join(' or ')}?`;
  throw new BadQuestion(
    `certification '${named}' isn't in the catalogue.${hint === '' ? ' Use a catalogue code or a rule file.' : hint}`,
  );
}

function problemsOf({ certification, activities, carryOver, openings = [] }: EvaluationInput): readonly string[] {
  const { renewal } = certification;
  if (renewal.kind !== 'credits') return [`certification ${certification.code} isn't renewed by credits.`];
  const categories = new Set([WHOLE, ...renewal.categories.map((category) => category.code)]);
  const marks = new Set(renewal.marks.map((mark) => mark.code));
  const ids = new Set<string>();
  const problems: string[] = [];
  const checkParts = (where: string, parts: EvaluationInput['carryOver']) => {
    for (const { category } of parts)
      if (!categories.has(category)) problems.push(`${where}: ${certification.code} has no category '${category}'.`);
    for (const mark of marksOf(parts))
      if (!marks.has(mark)) problems.push(`${where}: ${certification.code} has no mark '${mark}'.`);
  };
  checkParts('carryOver', carryOver);
  for (const { on, parts } of openings) checkParts(`opening balance of ${on}`, parts);
  for (const { id, start, end, parts } of activities) {
    if (ids.has(id)) problems.push(`activity '${id}': the id is used twice.`);
    ids.add(id);
    if (end < start) problems.push(`activity '${id}': the end is before the start.`);
    checkParts(`activity '${id}'`, parts);
  }
  return problems;
}
