import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Catalogue } from '../catalogue/index.ts';
import { ACTIVITY_KINDS, DELIVERIES } from '../domain/activity-kinds.ts';
import { type Day, parseDay } from '../domain/calendar.ts';
import { WHOLE } from '../domain/category-tree.ts';
import { MOST_CREDITS } from '../domain/credit.ts';
import { EVIDENCE_FACTS, EVIDENCE_FORMS } from '../domain/evidence.ts';
import type { NewActivity, NewClaim } from '../store/activities.ts';
import type { HoldingWithCycles } from '../store/holdings.ts';
import { PORTAL_STATES } from '../store/report-entities.ts';
import type { WorkspaceData } from '../store/store.ts';
import { OWN_FORMAT } from './own-pack.ts';
import { countsOf, keyOf } from './same-record.ts';

const day = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read === undefined) context.addIssue({ code: 'custom', message: `'${text.slice(0, 30)}' is not a day` });
  return read as Day;
});
const code = z.string().max(80);
const text = (most: number) => z.string().max(most);
const said = z.record(code, text(200));
const parts = z.array(z.object({ category: code, credits: z.int().min(1).max(MOST_CREDITS) })).max(50);

const cycle = z.object({
  ...{ starts: day, ends: day, conditions: said, actsDone: z.record(code, day) },
  carryOver: parts,
});
const certification = z.object({
  ...{ certification: code, number: text(100), certifiedOn: day.nullish(), periods: z.record(code, day) },
  cycles: z.array(cycle).max(100),
});
const proof = z.object({
  form: z.enum(['', ...EVIDENCE_FORMS]),
  shows: z.array(z.enum(EVIDENCE_FACTS)),
  link: text(2_048),
  note: text(5_000),
  isAttested: z.boolean(),
  name: text(200).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
});
const record = z.object({
  title: text(200).min(1),
  provider: text(200),
  kind: z.enum(ACTIVITY_KINDS),
  delivery: z.enum(['', ...DELIVERIES]),
  starts: day,
  ends: day,
  minutes: z.int().min(0).max(1_000_000).optional(),
  description: text(20_000),
  claims: z.array(z.object({ certification: code, cycle: day, marks: z.array(code).max(50), parts })).max(100),
  proofs: z.array(proof).max(100),
  portal: z
    .array(z.object({ certification: code, state: z.enum(PORTAL_STATES), on: day, reference: text(200) }))
    .max(100),
});
const OwnExport = z.object({
  format: z.literal(OWN_FORMAT),
  certifications: z.array(certification).max(500),
  records: z.array(record).max(20_000),
});
type OwnExport = z.infer<typeof OwnExport>;
type OwnRecord = OwnExport['records'][number];

/** What is wrong with what was to be taken over, a line for each; nothing of it is kept. */
export interface NotTaken {
  readonly lines: readonly string[];
}

/** What was taken over, in counts. */
export interface TakenOver {
  readonly certifications: number;
  readonly records: number;
  /** Records that are here already. */
  readonly already: number;
  readonly files: number;
  /** Files that were named and did not come. */
  readonly missing: number;
}

/** Reads what `export mine` wrote; says what is wrong with it and where. */
export function readOwnExport(content: string): OwnExport | NotTaken {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { lines: ['It is not JSON.'] };
  }
  const read = OwnExport.safeParse(json);
  if (read.success) return read.data;
  return { lines: read.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'It'}: ${message}.`) };
}

/** A file of proof that comes with it, ready to be kept. */
export interface ComingFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** Keeps the bytes where they belong; what is returned goes into the database. */
  keep(fileId: string): Promise<Uint8Array | undefined>;
}

interface Taking {
  readonly personId: string;
  readonly data: WorkspaceData;
  readonly catalogue: Catalogue;
  readonly today: Day;
  readonly now: Date;
  /** The files that came, by SHA-256. */
  readonly files: ReadonlyMap<string, ComingFile>;
}

/**
 * Takes over what somebody brings from another recert: certifications that are not held here with their cycles, and records that are not here
 * yet, with their proof; all of it or nothing. The same once more adds nothing.
 */
export async function takeOver(own: OwnExport, taking: Taking): Promise<TakenOver | NotTaken> {
  const { personId, data, now } = taking;
  const wrong = problemsOf(own, taking);
  if (wrong.length > 0) return { lines: wrong };
  const before = new Set((await data.holdings.of(personId)).map(({ holding }) => holding.certification));
  const added = own.certifications.filter((one) => !before.has(one.certification));
  for (const one of added) await addHolding(one, taking);
  const held = await data.holdings.of(personId);
  const missing = cyclesMissing(own, held);
  if (missing.length > 0) return { lines: missing };
  const codes = new Map(held.map(({ holding }) => [holding.holdingId, holding.certification]));
  const there = await countsOf(personId, data);
  const fresh = own.records.flatMap((one) => {
    const activity = activityOf(one, held, personId);
    const key = keyOf(activity, codes);
    const left = there.get(key) ?? 0;
    if (left === 0) return [{ one, activity }];
    there.set(key, left - 1);
    return [];
  });
  const ids = await data.activities.addAll(
    fresh.map(({ activity }) => activity),
    now,
  );
  const kept = new Set<string>();
  for (const [at, { one }] of fresh.entries()) await addRest(one, ids[at] as string, { held, kept, taking });
  const named = new Set(own.records.flatMap(({ proofs }) => proofs.flatMap(({ sha256 }) => sha256 ?? [])));
  return {
    certifications: added.length,
    records: fresh.length,
    already: own.records.length - fresh.length,
    files: kept.size,
    missing: [...named].filter((sha256) => !taking.files.has(sha256)).length,
  };
}

function problemsOf({ certifications, records }: OwnExport, { catalogue, today }: Taking): readonly string[] {
  const unknown = certifications.flatMap(({ certification, cycles }) => {
    if (catalogue.get(certification) === undefined) return [`'${certification}' is not known here.`];
    const sorted = [...cycles].sort((a, b) => (a.starts < b.starts ? -1 : 1));
    const isTorn = sorted.some(({ starts, ends }, at) => ends < starts || starts <= (sorted[at - 1]?.ends ?? ''));
    return isTorn ? [`The cycles of '${certification}' overlap or end before they begin.`] : [];
  });
  const bad = records.flatMap(({ title, starts, ends, claims }, at) => {
    const say = (what: string) => `Record ${at + 1} (${title.slice(0, 40)}): ${what}`;
    if (ends < starts) return [say('it ends before it begins.')];
    if (ends > today) return [say('it has not happened yet.')];
    const codes = claims.map((claim) => claim.certification);
    if (new Set(codes).size < codes.length) return [say('it claims twice for the same certification.')];
    return claims.flatMap((claim) => {
      const renewal = catalogue.get(claim.certification)?.renewal;
      if (renewal?.kind !== 'credits') return [say(`'${claim.certification}' takes no credits here.`)];
      const known = new Set(renewal.categories.map((category) => category.code));
      const strange = claim.parts.find(({ category }) =>
        known.size === 0 ? category !== WHOLE : !known.has(category),
      );
      const marks = new Set(renewal.marks.map((mark) => mark.code));
      const mark = claim.marks.find((one) => !marks.has(one));
      return [
        ...(strange === undefined ? [] : [say(`'${claim.certification}' has no category '${strange.category}'.`)]),
        ...(mark === undefined ? [] : [say(`'${claim.certification}' has no '${mark}'.`)]),
      ];
    });
  });
  return [...unknown, ...bad];
}

async function addHolding(
  { certification, number, certifiedOn, periods, cycles }: OwnExport['certifications'][number],
  { personId, data: { holdings }, now }: Taking,
): Promise<void> {
  const about = { personId, certification, number, certifiedOn: certifiedOn ?? undefined };
  const holdingId = await holdings.add(about, now);
  if (holdingId === undefined) return;
  for (const { starts, ends, conditions, actsDone, carryOver } of cycles) {
    const cycleId = await holdings.addCycle(holdingId, { start: starts, end: ends }, { conditions, carryOver });
    await holdings.updateCycle(cycleId, { actsDone });
  }
  await holdings.update(holdingId, { periods });
}

/** Claims in cycles that are not here: the certification is held here with others. */
function cyclesMissing({ records }: OwnExport, held: readonly HoldingWithCycles[]): readonly string[] {
  const wanted = records.flatMap(({ claims }) => claims.map(({ certification, cycle }) => ({ certification, cycle })));
  const lines = wanted.flatMap(({ certification: wantedCode, cycle: starts }) => {
    const found = held.find(({ holding }) => holding.certification === wantedCode);
    if (found?.cycles.some((one) => one.starts === starts)) return [];
    return [`'${wantedCode}' has no cycle here that begins on ${starts}: correct its cycles first.`];
  });
  return [...new Set(lines)];
}

function activityOf(own: OwnRecord, held: readonly HoldingWithCycles[], personId: string): NewActivity {
  const { claims, proofs, portal, ...rest } = own;
  const claimed = claims.map(({ certification, cycle: starts, marks, parts }): NewClaim => {
    const found = held.find(({ holding }) => holding.certification === certification) as HoldingWithCycles;
    const cycleId = found.cycles.find((one) => one.starts === starts)?.cycleId as string;
    return { holdingId: found.holding.holdingId, cycleId, marks, parts };
  });
  return { ...rest, personId, claims: claimed };
}

interface Rest {
  readonly held: readonly HoldingWithCycles[];
  /** The hashes of files that were kept. */
  readonly kept: Set<string>;
  readonly taking: Taking;
}

/** The proof of a record and what was said of it in portals. Who attested elsewhere does not vouch here. */
async function addRest({ proofs, portal }: OwnRecord, activityId: string, { held, kept, taking }: Rest): Promise<void> {
  const { data, personId, files, now } = taking;
  for (const { form, shows, link, note, sha256 } of proofs) {
    const file = sha256 === undefined ? undefined : files.get(sha256);
    const fileIds: string[] = [];
    if (file !== undefined) {
      const fileId = randomUUID();
      const bytes = await file.keep(fileId);
      const { name, type, size, sha256: hash } = file;
      const about = { fileId, personId, name, type, size, sha256: hash, ...(bytes === undefined ? {} : { bytes }) };
      fileIds.push(await data.proofs.addFile(about, now));
      kept.add(hash);
    }
    await data.proofs.insert(activityId, { form, shows, link, note, fileIds }, now);
  }
  const entries = portal.flatMap(({ certification, state, on, reference }) => {
    const found = held.find(({ holding }) => holding.certification === certification);
    return found === undefined ? [] : [{ activityId, holdingId: found.holding.holdingId, state, onDay: on, reference }];
  });
  await data.portals.note(entries);
}
