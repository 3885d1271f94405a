import { z } from 'zod';
import { ANCHORS } from '../domain/cycle-rule.ts';
import { EVIDENCE_FACTS, EVIDENCE_FORMS } from '../domain/evidence.ts';
import { code, count, credits, kinds, sourced, stretch, text, versioned } from './pieces.ts';

export const CycleRule = z.strictObject({
  anchor: sourced(z.enum(ANCHORS)).exactOptional(),
  months: versioned(count).exactOptional(),
});

const Fee = z.strictObject({
  name: text,
  /** In cents. */
  amount: versioned(count),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as "USD"'),
  per: z.enum(['year', 'cycle']),
  due: z.enum(['start', 'end', 'month-after']),
});

const EvidencePolicy = z.strictObject({
  shows: sourced(z.array(z.enum(EVIDENCE_FACTS)).min(1)).exactOptional(),
  accepts: sourced(z.array(z.enum(EVIDENCE_FORMS)).min(1)).exactOptional(),
  refuses: sourced(z.array(z.enum(EVIDENCE_FORMS)).min(1)).exactOptional(),
  summary: sourced(z.strictObject({ kinds, words: count })).exactOptional(),
  files: sourced(z.strictObject({ most: count, bytes: count })).exactOptional(),
  language: sourced(text).exactOptional(),
});

export const Upkeep = z.strictObject({
  fees: z.array(Fee).default([]),
  reporting: versioned(stretch).exactOptional(),
  paying: versioned(stretch).exactOptional(),
  lapse: z
    .strictObject({ suspended: sourced(stretch).exactOptional(), reinstatement: sourced(text).exactOptional() })
    .exactOptional(),
  retention: sourced(count).exactOptional(),
  evidence: EvidencePolicy.exactOptional(),
  portal: sourced(text).exactOptional(),
});

const codes = sourced(z.array(code).min(1));

export const Sharing = z.strictObject({
  full: sourced(z.literal(true)).exactOptional(),
  renews: codes.exactOptional(),
  needs: codes.exactOptional(),
  within: codes.exactOptional(),
  group: z.strictObject({ code, track: code, addOn: sourced(credits) }).exactOptional(),
});
