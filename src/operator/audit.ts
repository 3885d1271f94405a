import { z } from 'zod';
import { AUDIT_KINDS, type AuditKind } from '../store/audit-entities.ts';
import { contentHash, entryHash, GENESIS } from '../store/audit-hash.ts';
import type { AuditReading, ReadFile } from '../store/audit-reading.ts';
import { sha256Of } from '../store/evidence/proofs.ts';
import { UsageError } from './named-workspace.ts';

/** The result of checking a log: intact, or the first problem, at an entry (`at`) or in the current data. */
export type Verdict =
  | { readonly kind: 'whole'; readonly entries: number; readonly head: string }
  | { readonly kind: 'broken'; readonly at: number | undefined; readonly why: string };

/** A head that was noted earlier, `12:ab34…`. */
export interface AuditAnchor {
  readonly seq: number;
  readonly hash: string;
}

/** Returns the bytes of a file outside of the database; undefined if it is missing. */
type BytesOf = (fileId: string) => Promise<Uint8Array | undefined>;

const PAGE = 500;

const OwnedContent = z.object({ person_id: z.string() });

class Broken extends Error {
  readonly at: number | undefined;

  constructor(at: number | undefined, why: string) {
    super(why);
    this.at = at;
  }
}

/** The last log entry of a subject. */
interface Last {
  readonly kind: string;
  readonly hash: string;
}

/**
 * Checks the log of a workspace from its first entry: recomputes every hash, compares every stored content with its hash, and compares the
 * current data and files with their last log entries.
 */
export async function verifyLog(
  log: AuditReading,
  anchors: readonly AuditAnchor[] = [],
  bytesOf: BytesOf = async () => undefined,
): Promise<Verdict> {
  try {
    const { seq, hash, lasts } = await walk(log, anchors);
    const head = await log.head();
    if ((head?.seq ?? 0) !== seq || (head?.hash ?? GENESIS) !== hash)
      throw new Broken(
        seq + 1,
        `the log ends at entry ${seq}, but its head names entry ${head?.seq ?? 0} or another hash`,
      );
    for (const kind of AUDIT_KINDS) await compare(kind, lasts, log);
    for await (const file of log.files()) await checkFile(file, bytesOf);
    return { kind: 'whole', entries: seq, head: `${seq}:${hash}` };
  } catch (error) {
    if (error instanceof Broken) return { kind: 'broken', at: error.at, why: error.message };
    throw error;
  }
}

async function walk(log: AuditReading, anchors: readonly AuditAnchor[]) {
  const lasts = new Map<string, Last>();
  const lacking = new Map<string, number>();
  const expected = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]));
  let [seq, hash] = [0, GENESIS];
  for (;;) {
    const entries = await log.entriesAfter(seq, PAGE);
    if (entries.length === 0) break;
    const contents = await log.contentsBetween(seq, entries.at(-1)?.seq ?? seq);
    for (const entry of entries) {
      seq += 1;
      if (entry.seq !== seq) throw new Broken(seq, `entry ${seq} is missing`);
      if (entry.previous !== hash) throw new Broken(seq, "it doesn't contain the hash of the previous entry");
      hash = entryHash(entry);
      if (entry.hash !== hash) throw new Broken(seq, "its content doesn't match its hash");
      if (entry.beforeHash !== (lasts.get(entry.subject)?.hash ?? ''))
        throw new Broken(seq, "its “before” hash doesn't match the earlier entry");
      checkContent(entry, contents.get(seq), lacking);
      lasts.set(entry.subject, { kind: entry.kind, hash: entry.afterHash });
      const anchored = expected.get(seq);
      if (anchored !== undefined && anchored !== hash)
        throw new Broken(seq, "it doesn't match the head given with --head");
      expected.delete(seq);
    }
  }
  const [beyond] = expected.keys();
  if (beyond !== undefined)
    throw new Broken(seq + 1, `the log ends before entry ${beyond}, which was given with --head`);
  const [unexplained] = lacking.values();
  if (unexplained !== undefined)
    throw new Broken(unexplained, 'its content is missing, but no entry says it was erased');
  if ((await log.contentsBeyond(seq)) > 0) throw new Broken(seq + 1, 'there is content without a log entry');
  return { seq, hash, lasts };
}

type Entry = Awaited<ReturnType<AuditReading['entriesAfter']>>[number];
type ReplayedContent =
  Awaited<ReturnType<AuditReading['contentsBetween']>> extends ReadonlyMap<number, infer One> ? One : never;

function checkContent(entry: Entry, content: ReplayedContent | undefined, lacking: Map<string, number>): void {
  const { seq, subject, what, afterHash } = entry;
  if (what === 'erase' || what === 'purge') lacking.delete(subject);
  if (content === undefined) {
    if (afterHash !== '' && !lacking.has(subject)) lacking.set(subject, seq);
    return;
  }
  if (content.subject !== subject || contentHash(content.salt, content.content) !== afterHash)
    throw new Broken(seq, "its stored content doesn't match its hash");
  if (content.personId !== ownerOf(entry, content)) throw new Broken(seq, 'its stored content has another owner');
}

/** Returns the owner of a subject according to its hashed content; null for rules and teams, which have none. */
function ownerOf({ kind, subject }: Entry, { content }: ReplayedContent): string | null {
  if (kind === 'person') return subject;
  if (kind === 'rule' || kind === 'team') return null;
  return OwnedContent.safeParse(content).data?.person_id ?? null;
}

/** Compares the current data of a kind with the last log entry of each subject. */
async function compare(kind: AuditKind, lasts: ReadonlyMap<string, Last>, log: AuditReading): Promise<void> {
  const logged = new Map([...lasts].filter(([, last]) => last.kind === kind && last.hash !== ''));
  for await (const { subject, personId, content, last } of log.live(kind)) {
    const hash = logged.get(subject)?.hash;
    if (hash === undefined) throw new Broken(undefined, `the ${kind} ${subject} isn't in the log`);
    logged.delete(subject);
    if (last === undefined || contentHash(last.salt, content) !== hash)
      throw new Broken(undefined, `the ${kind} ${subject} doesn't match the log`);
    if (last.personId !== personId) throw new Broken(undefined, `the ${kind} ${subject} has another owner in the log`);
  }
  const [missing] = logged.keys();
  if (missing !== undefined)
    throw new Broken(undefined, `the ${kind} ${missing} is missing, but no log entry says it was deleted`);
}

/** Compares the bytes of a file with the SHA-256 that its record has in the log. */
async function checkFile({ fileId, sha256, isHere, isWhole }: ReadFile, bytesOf: BytesOf): Promise<void> {
  if (!isWhole) throw new Broken(undefined, `the file ${fileId} was changed after its upload`);
  if (isHere) return;
  const bytes = await bytesOf(fileId);
  if (bytes === undefined) throw new Broken(undefined, `the file ${fileId} is missing`);
  if (sha256Of(bytes) !== sha256) throw new Broken(undefined, `the file ${fileId} was changed after its upload`);
}

/** The text for the operator, and whether the log is intact. */
interface AuditVerdictText {
  readonly text: string;
  readonly isWhole: boolean;
}

/** Returns the head of the log, to be noted outside of recert. */
export async function headText(log: AuditReading): Promise<AuditVerdictText> {
  const head = await log.head();
  return { text: head === null ? 'The log is empty.' : `${head.seq}:${head.hash}`, isWhole: true };
}

/** Checks the log and returns the result in words. */
export async function verdictText(
  log: AuditReading,
  anchor: AuditAnchor | undefined,
  bytesOf: BytesOf,
): Promise<AuditVerdictText> {
  const verdict = await verifyLog(log, anchor === undefined ? [] : [anchor], bytesOf);
  if (verdict.kind === 'whole')
    return {
      text: `Verified: ${verdict.entries} ${verdict.entries === 1 ? 'entry' : 'entries'} intact. Head ${verdict.head}`,
      isWhole: true,
    };
  if ((await log.head()) === null && anchor === undefined)
    return { text: 'The log is empty. It starts with the next change or tonight.', isWhole: false };
  const where = verdict.at === undefined ? 'Current data' : `Entry ${verdict.at}`;
  return { text: `The log is broken. ${where}: ${verdict.why}.`, isWhole: false };
}

/** Reads a head as `audit head` prints it, `12:ab34…`. Throws `UsageError` for anything else. */
export function readAnchor(text: string): AuditAnchor {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new UsageError(`--head '${text}' isn't valid. Use the output of 'audit head': a number, a colon and a hash.`);
  return { seq: Number(seq), hash };
}
