import { randomUUID } from 'node:crypto';
import type { Catalogue } from '../catalogue/index.ts';
import type { Day } from '../domain/calendar.ts';
import { WHOLE } from '../domain/category-tree.ts';
import type { NewActivity, NewClaim } from '../store/activities.ts';
import type { HoldingWithCycles } from '../store/holdings.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Words } from '../strings/index.ts';
import { type NotTaken, type OwnExport, readOwnExport } from './own-export.ts';
import { countsOf, keyOf } from './same-record.ts';

/** Claims that name their certification itself. */
const ITSELF = { get: (code: string) => code };

type OwnRecord = OwnExport['records'][number];

/** The type by which a file of `export mine` is known. */
export const ARCHIVE_TYPE = 'application/zip';

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

/** A file of proof that comes with it, ready to be kept. */
export interface ComingFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** Keeps the bytes where they belong; what is returned goes into the database. */
  keep(fileId: string): Promise<Uint8Array | undefined>;
}

/** What somebody brings from another recert: what `export mine` says, and its files of proof by SHA-256. */
export interface BroughtAlong {
  readonly content: string;
  readonly files: ReadonlyMap<string, ComingFile>;
}

/** For whom something is taken over, and where. */
export interface Taking {
  readonly personId: string;
  readonly data: WorkspaceData;
  readonly catalogue: Catalogue;
  readonly today: Day;
  readonly now: Date;
  readonly words: Words;
}

/** What of it is not here yet. */
interface Compared {
  readonly added: readonly OwnExport['certifications'][number][];
  readonly fresh: readonly OwnRecord[];
  /** Files that are named and did not come. */
  readonly missing: number;
}

/** Compares what somebody brings with what is here, and writes nothing; says what is wrong with it. */
async function compared(own: OwnExport, { files }: BroughtAlong, taking: Taking): Promise<Compared | NotTaken> {
  const { personId, data } = taking;
  const held = await data.holdings.of(personId);
  const before = new Set(held.map(({ holding }) => holding.certification));
  const added = own.certifications.filter((one) => !before.has(one.certification));
  const wrong = [...problemsOf(own, taking), ...cyclesMissing(own, held, added, taking.words)];
  if (wrong.length > 0) return { lines: wrong };
  const there = await countsOf(personId, data);
  const fresh = own.records.filter((one) => {
    const key = keyOf(
      { ...one, claims: one.claims.map((claim) => ({ ...claim, holdingId: claim.certification })) },
      ITSELF,
    );
    const left = there.get(key) ?? 0;
    if (left > 0) there.set(key, left - 1);
    return left === 0;
  });
  const named = new Set(own.records.flatMap(({ proofs }) => proofs.flatMap(({ sha256 }) => sha256 ?? [])));
  return { added, fresh, missing: [...named].filter((sha256) => !files.has(sha256)).length };
}

/** What would be taken over, in counts; writes nothing. */
export async function wouldTakeOver(
  brought: BroughtAlong,
  taking: Taking,
): Promise<Omit<TakenOver, 'files'> | NotTaken> {
  const own = readOwnExport(brought.content, taking.words);
  if ('lines' in own) return own;
  const found = await compared(own, brought, taking);
  return 'lines' in found ? found : countsIn(own, found);
}

/**
 * Takes over what somebody brings from another recert: certifications that are not held here with their cycles, and records that are not here
 * yet, with their proof; all of it or nothing. The same once more adds nothing.
 */
export async function takeOver(brought: BroughtAlong, taking: Taking): Promise<TakenOver | NotTaken> {
  const { personId, data, now } = taking;
  const own = readOwnExport(brought.content, taking.words);
  if ('lines' in own) return own;
  const found = await compared(own, brought, taking);
  if ('lines' in found) return found;
  for (const one of found.added) await addHolding(one, taking);
  const held = await data.holdings.of(personId);
  const ids = await data.activities.addAll(
    found.fresh.map((one) => activityOf(one, held, personId)),
    now,
  );
  const kept = new Set<string>();
  const rest = { held, kept, taking, files: brought.files };
  for (const [at, one] of found.fresh.entries()) await addRest(one, ids[at] as string, rest);
  return { ...countsIn(own, found), files: kept.size };
}

function countsIn({ records }: OwnExport, { added, fresh, missing }: Compared): Omit<TakenOver, 'files'> {
  const already = records.length - fresh.length;
  return { certifications: added.length, records: fresh.length, already, missing };
}

function problemsOf({ certifications, records }: OwnExport, { catalogue, today, words }: Taking): readonly string[] {
  const over = words.import.over;
  const unknown = certifications.flatMap(({ certification, cycles }) => {
    if (catalogue.get(certification) === undefined) return [over.unknown(certification)];
    const sorted = [...cycles].sort((a, b) => (a.starts < b.starts ? -1 : 1));
    const isTorn = sorted.some(({ starts, ends }, at) => ends < starts || starts <= (sorted[at - 1]?.ends ?? ''));
    return isTorn ? [over.torn(certification)] : [];
  });
  const bad = records.flatMap(({ title, starts, ends, claims }, at) => {
    const say = (what: string) => over.record(at + 1, title.slice(0, 40), what);
    if (ends < starts) return [say(over.ends)];
    if (ends > today) return [say(over.future)];
    const codes = claims.map((claim) => claim.certification);
    if (new Set(codes).size < codes.length) return [say(over.twice)];
    return claims.flatMap((claim) => {
      const renewal = catalogue.get(claim.certification)?.renewal;
      if (renewal?.kind !== 'credits') return [say(over.noCredits(claim.certification))];
      const known = new Set(renewal.categories.map((category) => category.code));
      const strange = claim.parts.find(({ category }) =>
        known.size === 0 ? category !== WHOLE : !known.has(category),
      );
      const marks = new Set(renewal.marks.map((mark) => mark.code));
      const mark = claim.marks.find((one) => !marks.has(one));
      return [
        ...(strange === undefined ? [] : [say(over.noCategory(claim.certification, strange.category))]),
        ...(mark === undefined ? [] : [say(over.noCategory(claim.certification, mark))]),
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

/** Claims in cycles that neither are here nor come along. */
function cyclesMissing(
  { records }: OwnExport,
  held: readonly HoldingWithCycles[],
  added: Compared['added'],
  words: Words,
): readonly string[] {
  const known = new Set([
    ...held.flatMap(({ holding, cycles }) => cycles.map(({ starts }) => `${holding.certification} ${starts}`)),
    ...added.flatMap(({ certification, cycles }) => cycles.map(({ starts }) => `${certification} ${starts}`)),
  ]);
  const wanted = records.flatMap(({ claims }) => claims);
  const missing = wanted.filter((claim) => !known.has(`${claim.certification} ${claim.cycle}`));
  return [...new Set(missing.map((claim) => words.import.over.noCycle(claim.certification, claim.cycle)))];
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
  readonly files: BroughtAlong['files'];
}

/** The proof of a record and what was said of it in portals. Who attested elsewhere does not vouch here. */
async function addRest(
  { proofs, portal }: OwnRecord,
  activityId: string,
  { held, kept, taking, files }: Rest,
): Promise<void> {
  const { data, personId, now } = taking;
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
