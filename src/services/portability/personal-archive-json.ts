import { z } from 'zod';
import { cleanText } from '../../chat/normalise-text.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../../domain/activity-kinds.ts';
import { type Day, parseDay } from '../../domain/calendar.ts';
import { MAX_CREDITS } from '../../domain/credit.ts';
import { EVIDENCE_FACTS, EVIDENCE_FORMS } from '../../domain/evidence.ts';
import { PORTAL_STATES } from '../../store/reports/report-entities.ts';
import type { Words } from '../../strings/index.ts';
import { proofLinkProblem } from '../records/proof-link.ts';

/** The name of the JSON file in an archive, and its format version. */
export const ARCHIVE_CONTENT_FILE = 'recert.json';
export const ARCHIVE_FORMAT = 'recert export 1';

const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined);
const code = z.string().max(80);
/** Text is cleaned like text typed in a chat. */
const text = (max: number) => z.string().max(max).transform(cleanText);
const conditions = z.record(code, text(200));
const marks = z.array(code).max(50);
const parts = z
  .array(z.object({ category: code, credits: z.int().min(1).max(MAX_CREDITS), marks: marks.exactOptional() }))
  .max(50);

const cycle = z.object({
  ...{ starts: day, ends: day, conditions, actsDone: z.record(code, day) },
  carryOver: parts,
  cured: z.record(text(80), z.object({ on: day, what: text(500) })).default({}),
  openings: z
    .array(z.object({ on: day, parts, accepted: z.boolean() }))
    .max(50)
    .default([]),
});
const certification = z.object({
  ...{ certification: code, number: text(100), certifiedOn: day.nullish(), periods: z.record(code, day) },
  cycles: z.array(cycle).max(100),
});
const proof = z.object({
  form: z.enum(['', ...EVIDENCE_FORMS]),
  shows: z.array(z.enum(EVIDENCE_FACTS)),
  link: text(2_048).refine((link) => link === '' || proofLinkProblem(link) === undefined),
  note: text(5_000),
  isAttested: z.boolean(),
  name: text(200).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
});
const record = z.object({
  title: text(200).refine((title) => title !== ''),
  provider: text(200),
  kind: z.enum(ACTIVITY_KINDS),
  delivery: z.enum(['', ...DELIVERIES]),
  starts: day,
  ends: day,
  minutes: z.int().min(0).max(1_000_000).optional(),
  description: text(20_000),
  claims: z
    .array(
      z.object({
        certification: code,
        cycle: day,
        overClaimReason: text(500).default(''),
        parts,
        /** Of all parts, in archives made before parts had marks. */
        marks: marks.default([]),
      }),
    )
    .max(100),
  proofs: z.array(proof).max(100),
  portal: z
    .array(z.object({ certification: code, state: z.enum(PORTAL_STATES), on: day, reference: text(200) }))
    .max(100),
});
const PersonalExport = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  certifications: z.array(certification).max(500),
  records: z.array(record).max(20_000),
});
/** The JSON of an archive of `export mine`. */
export type PersonalExport = z.infer<typeof PersonalExport>;
export type ArchivedHolding = PersonalExport['certifications'][number];
export type ArchivedRecord = PersonalExport['records'][number];

/** The problems of a refused import, one line each. */
export interface ImportProblems {
  readonly lines: readonly string[];
}

/** Reads the JSON of an archive. Returns the problems with their paths when it is invalid. */
export function parsePersonalExport(content: string, words: Words): PersonalExport | ImportProblems {
  const phrases = words.import.over;
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { lines: [phrases.notJson] };
  }
  const read = PersonalExport.safeParse(json);
  if (read.success) return read.data;
  return { lines: read.error.issues.map(({ path }) => phrases.shape(path.map(String).join('.'))) };
}
