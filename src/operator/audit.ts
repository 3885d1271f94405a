import { AUDIT_KINDS, type AuditKind } from '../store/audit-entities.ts';
import { contentHash, entryHash, GENESIS } from '../store/audit-hash.ts';
import type { AuditReading, ReadFile } from '../store/audit-reading.ts';
import { sha256Of } from '../store/evidence/proofs.ts';
import { UsageError } from './workspace.ts';

/** What walking a workspace's log comes to: whole, or the first thing that is wrong, in words, at an entry or about what is kept now. */
export type Verdict =
  | { readonly kind: 'whole'; readonly entries: number; readonly head: string }
  | { readonly kind: 'broken'; readonly at: number | undefined; readonly why: string };

/** A head that was written down elsewhere, `12:ab34…`. */
export interface AuditAnchor {
  readonly seq: number;
  readonly hash: string;
}

/** The bytes of a file that the database does not have; nothing when they are nowhere. */
type BytesOf = (fileId: string) => Promise<Uint8Array | undefined>;

const PAGE = 500;

class Broken extends Error {
  readonly at: number | undefined;

  constructor(at: number | undefined, why: string) {
    super(why);
    this.at = at;
  }
}

/** The last thing the log says of a subject. */
interface Last {
  readonly kind: string;
  readonly hash: string;
}

/**
 * Walks a workspace's log from its first entry: every hash is computed again here and not in the database, every content must be
 * what was hashed, and what is kept now must be what the log says last.
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
  const query = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]));
  let [seq, hash] = [0, GENESIS];
  for (;;) {
    const entries = await log.entriesAfter(seq, PAGE);
    if (entries.length === 0) break;
    const contents = await log.contentsBetween(seq, (entries.at(-1) as (typeof entries)[number]).seq);
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
      const anchored = query.get(seq);
      if (anchored !== undefined && anchored !== hash)
        throw new Broken(seq, "it doesn't match the head given with --head");
      query.delete(seq);
    }
  }
  const [beyond] = query.keys();
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

/** Whose a subject is, as its hashed content says it. */
function ownerOf({ kind, subject }: Entry, { content }: ReplayedContent): string | null {
  if (kind === 'person') return subject;
  return kind === 'rule' || kind === 'team' ? null : (content as { person_id: string }).person_id;
}

/** What is kept now against what the log says last. */
async function compare(kind: AuditKind, lasts: ReadonlyMap<string, Last>, log: AuditReading): Promise<void> {
  const stated = new Map([...lasts].filter(([, last]) => last.kind === kind && last.hash !== ''));
  for await (const { subject, personId, content, last } of log.live(kind)) {
    const hash = stated.get(subject)?.hash;
    if (hash === undefined) throw new Broken(undefined, `the ${kind} ${subject} isn't in the log`);
    stated.delete(subject);
    if (last === undefined || contentHash(last.salt, content) !== hash)
      throw new Broken(undefined, `the ${kind} ${subject} doesn't match the log`);
    if (last.personId !== personId) throw new Broken(undefined, `the ${kind} ${subject} has another owner in the log`);
  }
  const [removed] = stated.keys();
  if (removed !== undefined)
    throw new Broken(undefined, `the ${kind} ${removed} is missing, but no log entry says it was deleted`);
}

/** Files are named by their SHA-256 in what the log keeps of a record; here their bytes must be what that says. */
async function checkFile({ fileId, sha256, isHere, isWhole }: ReadFile, bytesOf: BytesOf): Promise<void> {
  if (!isWhole) throw new Broken(undefined, `the file ${fileId} was changed after its upload`);
  if (isHere) return;
  const bytes = await bytesOf(fileId);
  if (bytes === undefined) throw new Broken(undefined, `the file ${fileId} is missing`);
  if (sha256Of(bytes) !== sha256) throw new Broken(undefined, `the file ${fileId} was changed after its upload`);
}

/** What the command line prints, and whether the log is whole. */
interface AuditVerdictText {
  readonly text: string;
  readonly isWhole: boolean;
}

/** Where the log ends, to be written down elsewhere. */
export async function headText(log: AuditReading): Promise<AuditVerdictText> {
  const head = await log.head();
  return { text: head === null ? 'The log is empty.' : `${head.seq}:${head.hash}`, isWhole: true };
}

/** The verdict in words. */
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

/** Reads a head as it is printed, `12:ab34…`; throws `UsageError` when it is none. */
export function readAnchor(text: string): AuditAnchor {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/u.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new UsageError(`--head '${text}' isn't valid. Use the output of 'audit head': a number, a colon and a hash.`);
  return { seq: Number(seq), hash };
}
