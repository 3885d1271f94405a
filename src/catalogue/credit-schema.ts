import { z } from 'zod';
import {
  code,
  count,
  credits,
  daySchema,
  deliveries,
  kinds,
  monthDay,
  percent,
  source,
  sourced,
  text,
  timeSpanSchema,
  versioned,
} from './schema-pieces.ts';
import { cycleRuleSchema } from './upkeep-schema.ts';

const amount = z.union([credits, percent], 'must be an amount in quotes such as "0.25", or {"percent": 50}');
const when = z.record(code, z.array(code).min(1));
const share = z.array(z.strictObject({ category: code, max: credits.exactOptional(), into: code.exactOptional() }));

const RequirementRule = z.strictObject({
  code,
  name: text.exactOptional(),
  category: code.exactOptional(),
  mark: code.exactOptional(),
  exceptKinds: kinds.exactOptional(),
  per: z.enum(['cycle', 'year', 'period']).default('cycle'),
  months: count.exactOptional(),
  amount: versioned(amount),
  chosenBy: z.enum(['cycle-start', 'cycle-end', 'day']).default('cycle-start'),
  severity: z.enum(['hard', 'suggested']).default('hard'),
  when: when.exactOptional(),
});

const Category = z.strictObject({
  code,
  name: text,
  parent: code.exactOptional(),
  fills: code.exactOptional(),
});

const Condition = z.strictObject({
  code,
  question: text,
  options: z.array(z.strictObject({ code, name: text })).min(2),
  defaultAnswer: code.exactOptional(),
});

const RequiredAction = z.strictObject({
  code,
  name: text,
  per: z.enum(['cycle', 'year']).default('cycle'),
  when: when.exactOptional(),
  ...source,
});

const Cap = z.strictObject({
  per: z.enum(['entry', 'day', 'year', 'cycle']),
  limit: versioned(amount),
  kinds: kinds.exactOptional(),
  category: code.exactOptional(),
  mark: code.exactOptional(),
  deliveries: deliveries.exactOptional(),
  when: when.exactOptional(),
  name: text,
});

const Conversion = z.strictObject({
  minutesPerCredit: versioned(count).exactOptional(),
  step: versioned(credits.refine((step) => step > 0, 'must be more than 0')).exactOptional(),
  firstUnit: versioned(credits).exactOptional(),
});

const rate = z.union([
  z.strictObject({ minutesPerCredit: count, step: credits.exactOptional(), firstUnit: credits.exactOptional() }),
  z.strictObject({ perItem: credits }),
  z.strictObject({ percentOfTime: count, firstTimeOnly: z.literal(true).exactOptional() }),
]);

const ActivityRule = z.strictObject({
  name: text,
  kinds,
  rate: versioned(rate).exactOptional(),
  counts: sourced(z.literal(false)).exactOptional(),
  renewals: sourced(count).exactOptional(),
  evidence: sourced(text).exactOptional(),
  category: sourced(code).exactOptional(),
});

const Mark = z.strictObject({ code, name: text, from: z.strictObject({ deliveries }).exactOptional() });

const DefaultCategory = z.strictObject({
  kinds,
  category: code,
  providers: z.array(text).min(1).exactOptional(),
  ...source,
});

const TopicCategory = z.strictObject({
  category: code,
  mark: code.exactOptional(),
  topics: z.array(text).min(1),
  domains: z.literal(true).exactOptional(),
  ...source,
});

const CarryOver = z.strictObject({
  cap: versioned(credits),
  per: z.literal('year').exactOptional(),
  lastMonths: sourced(count).exactOptional(),
  from: share.min(1).exactOptional(),
});

const NewHolder = z.strictObject({
  totals: sourced(z.array(z.strictObject({ credits, months: count.exactOptional() })).min(1)).exactOptional(),
  perMonths: sourced(z.strictObject({ months: count, credits })).exactOptional(),
  exemptYears: sourced(count).exactOptional(),
  table: sourced(
    z
      .array(
        z.strictObject({
          from: monthDay,
          to: monthDay,
          year: count.exactOptional(),
          total: credits,
          minimums: z.record(code, credits).exactOptional(),
          months: count.exactOptional(),
        }),
      )
      .min(1),
  ).exactOptional(),
});

const Unchecked = z.strictObject({
  rule: text,
  why: z.enum(['unknown', 'disputed', 'paused']),
  about: z.enum(['requirement', 'other']),
  from: daySchema.exactOptional(),
  certainty: source.certainty.exactOptional(),
  sources: source.sources.exactOptional(),
  note: source.note,
});

export const creditRenewalSchema = z.strictObject({
  kind: z.literal('credits'),
  unit: z.strictObject({ one: text, many: text }),
  cycle: cycleRuleSchema,
  requirements: z.array(RequirementRule).default([]),
  categories: z.array(Category).default([]),
  marks: z.array(Mark).default([]),
  conditions: z.array(Condition).default([]),
  acts: z.array(RequiredAction).default([]),
  caps: z.array(Cap).default([]),
  onceOnly: z.strictObject({ kinds: kinds.exactOptional(), ...source }).exactOptional(),
  conversion: Conversion.default({}),
  activities: z.array(ActivityRule).default([]),
  earningGrace: versioned(timeSpanSchema).exactOptional(),
  earlyCredits: sourced(z.literal(true)).exactOptional(),
  earlySpan: versioned(timeSpanSchema).exactOptional(),
  defaultCategories: z.array(DefaultCategory).exactOptional(),
  topicCategories: z.array(TopicCategory).exactOptional(),
  splits: sourced(z.literal(true)).exactOptional(),
  carryOver: CarryOver.exactOptional(),
  newHolder: NewHolder.exactOptional(),
  unchecked: z.array(Unchecked).default([]),
});
