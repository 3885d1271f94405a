import { type Answers, answerOf, answersOf, type Errors } from '../../chat/form.ts';
import type { Transcript } from '../../sheets/read-transcript.ts';
import type { ProofFileName } from '../../store/evidence/proofs.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { fileProblemText, findOwnFiles } from '../records/read-proof-fields.ts';
import { certificationOfLines, readTranscriptText } from './compare-transcript.ts';
import { openRecordTable } from './open-table.ts';

/** Maximum lines of a transcript; more than any body lists for a few cycles. */
const MAX_TRANSCRIPT_LINES = 1000;

/** The text of a transcript that can be compared, or the errors of its form. */
export type TranscriptUpload = { readonly text: string; readonly certification: string } | { readonly errors: Errors };

/** Reads what was sent as a transcript: pasted text, a table, or a PDF. */
export async function readTranscriptUpload(
  answers: Answers,
  holdings: readonly CreditHolding[],
  scope: Scope,
): Promise<TranscriptUpload> {
  const phrases = scope.request.words.reconcile;
  const { fileProblems = [], fileLimit, words } = scope.request;
  const [file] = await findOwnFiles(answersOf(answers, 'file'), scope);
  const pasted = answerOf(answers, 'transcript');
  const problems = fileProblems.map((one) =>
    one.kind === 'not-proof' ? phrases.notReadable(one.name) : fileProblemText(one, fileLimit, words),
  );
  if (problems.length > 0) return { errors: { file: problems.join(' ') } };
  if (file === undefined && pasted.trim() === '') return { errors: { transcript: phrases.empty } };
  const field = file === undefined ? 'transcript' : 'file';
  const found = file === undefined ? await readPasted(pasted, scope) : await textOfFile(file, scope);
  if ('problem' in found) return { errors: { [field]: found.problem } };
  return checkTranscript({ ...found, field, chosen: answerOf(answers, 'certification') }, holdings, scope);
}

type FoundText = { readonly text: string } | { readonly problem: string };

/** A pasted table may have commas between its cells. */
async function readPasted(pasted: string, scope: Scope): Promise<FoundText> {
  if (readTranscriptText(pasted, scope) !== undefined) return { text: pasted };
  const table = await textOfTable(new TextEncoder().encode(pasted), scope);
  return 'text' in table ? table : { text: pasted };
}

async function textOfFile({ fileId, type, name }: ProofFileName, scope: Scope): Promise<FoundText> {
  const { request, data } = scope;
  const phrases = request.words.reconcile;
  if (type === 'application/pdf') {
    const outcome = (await data.proofs.readingsOf([fileId])).get(fileId);
    if (outcome?.kind === 'unread') return { problem: request.words.certificate.unread[outcome.why](name) };
    const text = outcome?.kind === 'certificate' ? outcome.transcript : undefined;
    return text === undefined ? { problem: phrases.unknown } : { text };
  }
  const bytes = await readFileBytes(fileId, data, data.fileStore);
  return bytes === undefined ? { problem: request.words.import.gone } : textOfTable(bytes, scope);
}

/** Returns a table as text: each row on its own line, with tabs between its cells. */
async function textOfTable(bytes: Uint8Array, { request: { words } }: Scope): Promise<FoundText> {
  const table = await openRecordTable(bytes, { columns: {} }, words);
  if ('lines' in table) return { problem: table.lines.join(' ') };
  const { header, rows } = table.sheet;
  const lines: string[] = [];
  const put = (number: number, cells: readonly string[]) => {
    lines[Math.max(0, number - 1)] = cells.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t');
  };
  put(Math.max(1, (rows[0]?.number ?? 2) - 1), header);
  for (const { number, cells } of rows) put(number, cells);
  return { text: Array.from(lines, (line) => line ?? '').join('\n') };
}

interface FoundTranscript {
  readonly text: string;
  /** The field that it came from. */
  readonly field: string;
  readonly chosen: string;
}

/** Checks that the transcript is of a known body, of the chosen certification, and not too long. */
function checkTranscript(
  { text, field, chosen }: FoundTranscript,
  holdings: readonly CreditHolding[],
  scope: Scope,
): TranscriptUpload {
  const phrases = scope.request.words.reconcile;
  const count = text.split('\n').length;
  if (count > MAX_TRANSCRIPT_LINES) return { errors: { [field]: phrases.tooLong(count, MAX_TRANSCRIPT_LINES) } };
  const transcript = readTranscriptText(text, scope);
  if (transcript === undefined) return { errors: { [field]: phrases.unknown } };
  const problem = problemOf(transcript, chosen, { holdings, scope });
  return problem === undefined
    ? { text, certification: chosen }
    : { errors: { [problem.field ?? field]: problem.text } };
}

function problemOf(
  { body, rows, unread }: Transcript,
  chosen: string,
  { holdings, scope }: { readonly holdings: readonly CreditHolding[]; readonly scope: Scope },
): { readonly field?: string; readonly text: string } | undefined {
  const phrases = scope.request.words.reconcile;
  const own = holdings.filter(({ certification }) => certification.body === body);
  const named = holdings.find(({ certification }) => certification.code === chosen)?.certification;
  if (named !== undefined && named.body !== body) return { text: phrases.otherBody(body, named.short, named.body) };
  if (own.length === 0) return { text: phrases.notYours(body) };
  if (rows.length === 0 && unread.length === 0) return { text: phrases.noLines(body) };
  if (body === 'PMI' && certificationOfLines(body, chosen, holdings) === undefined)
    return { field: 'certification', text: phrases.whichCertification(own.map((one) => one.certification.short)) };
  return undefined;
}
