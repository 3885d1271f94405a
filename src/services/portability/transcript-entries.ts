import { createHash } from 'node:crypto';
import { splitWords } from '../../domain/holding.ts';
import { isOpenState } from '../../domain/transcript-states.ts';
import type { Transcript, TranscriptClaim, TranscriptRow } from '../../sheets/read-transcript.ts';
import type { ApartLine, TranscriptEntry } from '../../views/portability/reconcile-lists.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Data } from '../data-with-catalogue.ts';
import { readCertificationCell } from './certification-cell.ts';

/** The holdings that a transcript is about. */
export interface TranscriptHoldings {
  /** Those of its body. */
  readonly holdings: readonly CreditHolding[];
  /** The one that lines without a certification are for. */
  readonly chosen: CreditHolding | undefined;
  readonly catalogue: Data['catalogue'];
}

/** A transcript as it is compared: its activities, and the lines that count for nothing. */
export interface TranscriptContents {
  readonly entries: readonly TranscriptEntry[];
  readonly apart: readonly ApartLine[];
}

/** Returns the activities of a transcript. Lines of one activity that name other certifications are one. */
export function transcriptContents({ rows }: Transcript, about: TranscriptHoldings): TranscriptContents {
  const open = rows.filter(({ state }) => isOpenState(state)).map((row) => entryOf(row, about));
  const entries: TranscriptEntry[] = [];
  for (const entry of open) {
    const at = entries.findIndex((other) => isOneActivity(other, entry));
    const before = entries[at];
    if (before === undefined) entries.push(entry);
    else entries[at] = joined(before, entry);
  }
  const apart = rows.filter(({ state }) => !isOpenState(state));
  return { entries: withUniqueIds(entries), apart };
}

function entryOf(row: TranscriptRow, about: TranscriptHoldings): TranscriptEntry {
  const { number, title, provider, type, start, end, state, reference, applied } = row;
  const named = row.claims.map((claim) => claimsOf(claim, about));
  const claims = named.flatMap((one) => one.claims);
  return {
    ...{ id: '', lines: [number], title, provider, type, end, claims },
    ...(start === undefined ? {} : { start }),
    states: new Map(claims.map(({ certification }) => [certification, { state, reference }])),
    unknown: named.flatMap((one) => one.unknown),
    ...(applied === undefined ? {} : { applied }),
  };
}

/** Returns a claim for each certification that its name means. */
function claimsOf({ name, credits, parts }: TranscriptClaim, { holdings, chosen, catalogue }: TranscriptHoldings) {
  const claimFor = ({ certification }: CreditHolding) => ({ certification: certification.code, credits, parts });
  if (name === '') return { claims: chosen === undefined ? [] : [claimFor(chosen)], unknown: [] };
  const found = readCertificationCell(name, { holdings, catalogue, names: {} });
  const own = found.flatMap((one) => (one.kind === 'holdings' ? one.holdings : []));
  const unknown = found.flatMap((one) => (one.kind === 'holdings' ? [] : [one.name]));
  return { claims: [...new Set(own)].map(claimFor), unknown };
}

function isOneActivity(one: TranscriptEntry, other: TranscriptEntry): boolean {
  const isSame = activityKey(one) === activityKey(other);
  const codes = new Set(one.claims.map(({ certification }) => certification));
  return (
    isSame &&
    codes.size > 0 &&
    other.claims.length > 0 &&
    other.claims.every(({ certification }) => !codes.has(certification))
  );
}

function activityKey({ title, provider, start, end }: TranscriptEntry): string {
  return JSON.stringify([splitWords(title).join(''), splitWords(provider).join(''), start ?? '', end]);
}

function joined(one: TranscriptEntry, other: TranscriptEntry): TranscriptEntry {
  return {
    ...one,
    lines: [...one.lines, ...other.lines],
    claims: [...one.claims, ...other.claims],
    states: new Map([...one.states, ...other.states]),
    unknown: [...one.unknown, ...other.unknown],
  };
}

/** An id follows from what an entry says, so that it is the same in the next paste. */
function withUniqueIds(entries: readonly TranscriptEntry[]): readonly TranscriptEntry[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const content = JSON.stringify([activityKey(entry), entry.claims, entry.unknown]);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return { ...entry, id: `${hash}${count === 1 ? '' : `-${count}`}` };
  });
}
