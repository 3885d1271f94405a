import { z } from 'zod';
import type { Certification } from '../domain/certification.ts';
import { creditRenewalSchema } from './credit-schema.ts';
import { unfitSources } from './hosts.ts';
import { brokenReferences, type RuleOrigin } from './references.ts';
import { code, credits, daySchema, source, sourced, text, timeSpanSchema } from './schema-pieces.ts';
import { cycleRuleSchema, sharingSchema, upkeepSchema } from './upkeep-schema.ts';

const ExamRenewal = z.strictObject({
  kind: z.enum(['exam', 'assessment']),
  cycle: cycleRuleSchema,
  opensBefore: sourced(timeSpanSchema).exactOptional(),
  closesAfter: sourced(timeSpanSchema).exactOptional(),
  fromOldExpiry: sourced(z.literal(true)).exactOptional(),
  free: sourced(z.literal(true)).exactOptional(),
  how: text,
});

const NeverExpires = z.strictObject({ kind: z.literal('never-expires'), ...source });

const CertificationFile = z.strictObject({
  $schema: text.exactOptional(),
  code,
  short: text,
  name: text,
  body: text,
  aliases: z.array(text).default([]),
  renewal: z.discriminatedUnion('kind', [creditRenewalSchema, ExamRenewal, NeverExpires]),
  upkeep: upkeepSchema.default({ fees: [] }),
  sharing: sharingSchema.default({}),
  sources: z.record(z.string(), z.url({ protocol: /^https?$/, error: 'must be a web address' })),
  reviewed: daySchema,
  retired: sourced(
    z.strictObject({
      on: daySchema.exactOptional(),
      renewableUntil: daySchema.exactOptional(),
      replacedBy: z.array(text).min(1).exactOptional(),
    }),
  ).exactOptional(),
  nextChange: sourced(
    z.union([
      z.literal('none'),
      z.strictObject({
        what: text,
        from: daySchema.exactOptional(),
        amounts: z.record(code, credits).exactOptional(),
      }),
    ]),
  ).exactOptional(),
});
/** The schema of a rule file with its references. */
const checked = (origin: RuleOrigin) =>
  CertificationFile.superRefine((file, context) => {
    for (const { path, message } of brokenReferences(file, origin)) context.addIssue({ code: 'custom', path, message });
  });
const CHECKED = { catalogue: checked('catalogue'), workspace: checked('workspace') };

/** Returns the JSON schema for editors, stored in `certification.schema.json`. */
export function certificationJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(CertificationFile, { io: 'input', reused: 'ref' });
}

/** The certification a rule file holds; throws with the file and every wrong field when it does not fit. */
export function readCertification(file: string, content: unknown, origin: RuleOrigin = 'catalogue'): Certification {
  const read = CHECKED[origin].safeParse(content, { reportInput: true });
  if (!read.success) {
    const issues = read.error.issues.flatMap(meantBy);
    throw new Error(issues.map((issue) => `${file}: ${messageOf(issue)}`).join('\n'));
  }

  const { $schema, ...certification } = read.data;
  const unfit = unfitSources(certification.sources);
  return unfit.length === 0 ? certification : { ...certification, unfitSources: unfit };
}

/** Of a value that may have several forms, what is wrong with the form that it most likely has: the one that was read furthest. */
function meantBy(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const forms = issue.errors.map((inner) =>
    inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] })).flatMap(meantBy),
  );
  const depth = (form: readonly z.core.$ZodIssue[]) => Math.max(...form.map(({ path }) => path.length));
  const deepest = forms.sort((a, b) => depth(b) - depth(a))[0];
  if (deepest !== undefined && depth(deepest) > issue.path.length) return deepest;
  return forms.find((form) => form.every(({ code }) => code !== 'invalid_type')) ?? [issue];
}

function messageOf({ path, message, input }: z.core.$ZodIssue): string {
  const shown = typeof input === 'string' || typeof input === 'number' ? `, got '${input}'` : '';
  return `${path.join('.') || 'the file'} ${message}${shown}.`;
}
