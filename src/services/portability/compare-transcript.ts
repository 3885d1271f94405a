import { reconcileActivities } from '../../domain/reconcile-activities.ts';
import { TRANSCRIPT_BODIES, type TranscriptBody } from '../../domain/transcript-layout.ts';
import { readTranscript, type Transcript } from '../../sheets/read-transcript.ts';
import { markableState, type TranscriptComparison } from '../../views/portability/reconcile-lists.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { parseDate } from '../parse-date.ts';
import { Refusal } from '../refusal.ts';
import { findReconciledRecords } from './reconciled-records.ts';
import { findStoredTranscript, type StoredTranscript } from './stored-transcript.ts';
import { transcriptContents } from './transcript-entries.ts';

/** Returns the member's certifications of bodies whose transcripts are recognised. Throws `Refusal` if there is none. */
export async function findTranscriptHoldings({ request, data }: Scope): Promise<readonly CreditHolding[]> {
  const bodies: readonly string[] = TRANSCRIPT_BODIES;
  const all = creditHoldings(await findHoldings(request.person, data));
  const found = all.filter(({ certification }) => bodies.includes(certification.body));
  if (found.length === 0) throw new Refusal(request.words.reconcile.noHoldings(bodies));
  return found;
}

/** Reads the text of a transcript; undefined if it isn't one of a known body. */
export function readTranscriptText(text: string, { request: { today } }: Scope): Transcript | undefined {
  return readTranscript(text, (written) => parseDate(written, { today, locale: 'en-US' }));
}

/** Returns the certification that lines without one are for: the chosen one, or the only one of the body. */
export function certificationOfLines(
  body: TranscriptBody,
  chosen: string,
  holdings: readonly CreditHolding[],
): CreditHolding | undefined {
  const own = holdings.filter(({ certification }) => certification.body === body);
  const [only, ...others] = own;
  return own.find(({ certification }) => certification.code === chosen) ?? (others.length === 0 ? only : undefined);
}

/** Compares the stored transcript with the records. Throws `Refusal` if there is none any more. */
export async function compareStoredTranscript(scope: Scope): Promise<TranscriptComparison> {
  const stored = await findStoredTranscript(scope);
  const transcript = stored && readTranscriptText(stored.text, scope);
  if (stored === undefined || transcript === undefined) throw new Refusal(scope.request.words.reconcile.gone);
  return compare(transcript, stored, scope);
}

async function compare(
  transcript: Transcript,
  { certification, verdicts }: StoredTranscript,
  scope: Scope,
): Promise<TranscriptComparison> {
  const { request, data } = scope;
  const { body, rows, skipped, unread } = transcript;
  const all = (await findTranscriptHoldings(scope)).filter((one) => one.certification.body === body);
  const chosen = certificationOfLines(body, certification, all);
  // A portal whose lines name no certification shows those of one.
  const holdings = body === 'PMI' && chosen !== undefined ? [chosen] : all;
  const { catalogue } = data;
  const { entries, apart } = transcriptContents(transcript, { holdings, chosen, catalogue });
  const [first] = rows.map((row) => row.start ?? row.end).sort();
  const { records, earlier } = await findReconciledRecords(holdings, { today: request.today, first }, data);
  const own = entries.filter(({ claims }) => claims.length > 0);
  const lists = reconcileActivities(own, records, { verdicts });
  return {
    ...lists,
    ...{ body, apart, unread, earlier, skipped: skipped.length },
    // Lines for certifications that the member doesn't have match no record.
    onlyThere: [...lists.onlyThere, ...entries.filter(({ claims }) => claims.length === 0)],
    unmarked: lists.equal.filter((pair) => markableState(pair) !== undefined),
    certifications: new Map(holdings.map((holding) => [holding.certification.code, holding])),
  };
}
