import { z } from 'zod';
import { ANCHORS } from '../domain/cycle-rule.ts';
import { EVIDENCE_FACTS, EVIDENCE_FORMS } from '../domain/evidence.ts';
import {
  code,
  count,
  credits,
  kinds,
  monthDay,
  source,
  sourced,
  text,
  timeSpanSchema,
  versioned,
} from './schema-pieces.ts';

export const cycleRuleSchema = z
  .strictObject({
    anchor: sourced(z.enum(ANCHORS)).exactOptional(),
    months: versioned(count).exactOptional(),
    fixedDay: sourced(
      z.strictObject({ ends: monthDay, year: count.exactOptional(), rolling: z.literal(true).exactOptional() }),
    ).exactOptional(),
  })
  .refine(({ anchor, fixedDay }) => (anchor?.value === 'fixed-day') === (fixedDay !== undefined), {
    path: ['fixedDay'],
    message: 'must be given for the anchor "fixed-day", and only there',
  });

const Fee = z.strictObject({
  name: text,
  /** In cents. */
  amount: versioned(count),
  /** For those who are not members of the body, in cents. */
  others: sourced(count).exactOptional(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as "USD"'),
  per: z.enum(['year', 'cycle']),
  due: z.enum(['start', 'end', 'month-after']),
  oncePerPerson: sourced(
    z.strictObject({ code, decidedBy: z.enum(['earliest', 'highest']), rank: count.exactOptional() }),
  ).exactOptional(),
});

const forms = sourced(z.array(z.enum(EVIDENCE_FORMS)).min(1));

const evidenceTerms = {
  shows: sourced(z.array(z.enum(EVIDENCE_FACTS)).min(1)).exactOptional(),
  accepts: forms.exactOptional(),
  needs: forms.exactOptional(),
  refuses: z.union([forms, z.array(forms).min(1)]).exactOptional(),
  language: sourced(text).exactOptional(),
};

const byKind = z.array(z.strictObject({ kinds, ...evidenceTerms })).superRefine((list, context) => {
  list.forEach((terms, index) => {
    const earlier = new Set(list.slice(0, index).flatMap((other) => other.kinds));
    const again = terms.kinds.find((kind) => earlier.has(kind));
    if (again !== undefined)
      context.addIssue({ code: 'custom', path: [index, 'kinds'], message: `must name a kind once, got '${again}'` });
  });
});

const EvidencePolicy = z.strictObject({
  ...evidenceTerms,
  byKind: byKind.exactOptional(),
  summary: sourced(z.strictObject({ kinds, words: count })).exactOptional(),
  files: sourced(z.strictObject({ max: count, bytes: count })).exactOptional(),
  audit: sourced(z.strictObject({ how: text, days: count.exactOptional() })).exactOptional(),
  sponsors: sourced(
    z
      .array(
        z.strictObject({
          registries: z.array(text).min(1),
          kinds: kinds.exactOptional(),
          mark: code.exactOptional(),
          force: z.enum(['required', 'presumed']),
        }),
      )
      .min(1),
  ).exactOptional(),
});

export const upkeepSchema = z.strictObject({
  fees: z.array(Fee).default([]),
  reporting: versioned(timeSpanSchema).exactOptional(),
  paying: versioned(timeSpanSchema).exactOptional(),
  lapse: z
    .strictObject({ suspended: sourced(timeSpanSchema).exactOptional(), reinstatement: sourced(text).exactOptional() })
    .exactOptional(),
  retention: versioned(count).exactOptional(),
  evidence: EvidencePolicy.exactOptional(),
  portal: sourced(text).exactOptional(),
});

const codes = sourced(z.array(code).min(1));

export const sharingSchema = z.strictObject({
  full: sourced(z.literal(true)).exactOptional(),
  renews: z
    .array(
      z.strictObject({
        codes: z.array(code).min(1),
        by: z.array(z.enum(['earned', 'renewed', 'active'])).min(1),
        dates: z.union([z.enum(['kept', 'aligned']), z.strictObject({ months: count })]),
        ...source,
      }),
    )
    .min(1)
    .exactOptional(),
  needs: codes.exactOptional(),
  within: codes.exactOptional(),
  group: z.strictObject({ code, track: code, addOn: sourced(credits) }).exactOptional(),
});
