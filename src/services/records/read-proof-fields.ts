import { type Answers, answerOf, answersOf, type Option } from '../../chat/form.ts';
import { type DocumentOutcome, isProofOfAttendance } from '../../domain/document-reading.ts';
import { EVIDENCE_FACTS, EVIDENCE_FORMS } from '../../domain/evidence.ts';
import { MEGABYTE } from '../../limits/file-size.ts';
import type { NewProof, ProofFileName } from '../../store/evidence/proofs.ts';
import type { Words } from '../../strings/index.ts';
import { isImportOnly } from '../archive-media-type.ts';
import type { Scope } from '../data-with-catalogue.ts';
import type { FormErrors } from '../form-errors.ts';
import type { FileProblem, Request } from '../request.ts';
import { proofLinkProblem } from './proof-link.ts';

/**
 * Returns the files chosen as proof that belong to the person. Archives and spreadsheets aren't proof, nor is a file that was read as a receipt, a
 * registration or a ticket, or a badge that was changed after it was signed.
 */
export async function findProofFiles(answers: Answers, scope: Scope): Promise<readonly ProofFileName[]> {
  const files = await findOwnFiles(answersOf(answers, 'proof'), scope);
  const readings = await scope.data.proofs.readingsOf(files.map(({ fileId }) => fileId));
  return files.filter(({ fileId, type }) => !isImportOnly(type) && mayProve(readings.get(fileId)));
}

function mayProve(outcome: DocumentOutcome | undefined): boolean {
  if (outcome?.kind === 'badge') return outcome.badge.signature !== 'invalid';
  return outcome?.kind !== 'certificate' || isProofOfAttendance(outcome.reading.kind);
}

/** Returns the files among these ids that the person can import, but that aren't proof. */
export async function findImportFiles(fileIds: readonly string[], scope: Scope): Promise<readonly ProofFileName[]> {
  return (await findOwnFiles(fileIds, scope)).filter(({ type }) => isImportOnly(type));
}

/** Returns the files with these ids that belong to the person, those to import included. */
export async function findOwnFiles(
  fileIds: readonly string[],
  { request: { person }, data }: Scope,
): Promise<readonly ProofFileName[]> {
  const files = await data.proofs.findFiles(fileIds);
  return files.filter(({ personId }) => personId === person.personId);
}

/** Returns files as options of a form field. */
export function fileOptions(files: readonly ProofFileName[]): readonly Option[] {
  return files.map(({ fileId, name, size }) => ({ value: fileId, label: name, detail: formatSize(size) }));
}

/** Reads the proof of a form. Errors are added to `errors`. */
export function readProofFields(
  answers: Answers,
  { fileProblems = [], words, fileLimit }: Pick<Request, 'words' | 'fileLimit' | 'fileProblems'>,
  errors: FormErrors,
): NewProof {
  const link = answerOf(answers, 'link');
  checkLink(link, words, errors);
  for (const problem of fileProblems) errors.add('proof', fileProblemText(problem, fileLimit, words));
  const proof: NewProof = {
    form: EVIDENCE_FORMS.find((one) => one === answerOf(answers, 'proofForm')) ?? '',
    shows: answersOf(answers, 'shows').flatMap((value) => EVIDENCE_FACTS.find((fact) => fact === value) ?? []),
    link,
    note: answerOf(answers, 'note'),
    fileIds: answersOf(answers, 'proof'),
  };
  if (isEmptyProof(proof) && proof.form !== '') errors.add('proofForm', words.proof.formOfNothing);
  return proof;
}

/** Whether a proof has no link, note or file. */
export function isEmptyProof({ link, note, fileIds }: NewProof): boolean {
  return link === '' && note === '' && fileIds.length === 0;
}

/** Returns why an upload wasn't stored. */
export function fileProblemText({ name, kind, max }: FileProblem, fileLimit: number, words: Words): string {
  const phrases = words.proof;
  switch (kind) {
    case 'too-large':
      return phrases.tooLarge(name, Math.floor(fileLimit / MEGABYTE));
    case 'unreachable':
      return phrases.unreachable(name);
    case 'not-proof':
      return phrases.notProof(name);
    case 'no-page':
      return phrases.noPage(name);
    case 'no-picture':
      return phrases.noPicture(name);
    case 'no-words':
      return phrases.noWords(name);
    case 'too-many':
      return phrases.tooMany(max ?? 0);
    case 'workspace-full':
      return phrases.workspaceFull(name, max ?? 0);
  }
}

function checkLink(link: string, words: Words, errors: FormErrors): void {
  const problem = link === '' ? undefined : proofLinkProblem(link);
  if (problem === 'not-https') errors.add('link', words.log.notHttps);
  if (problem === 'bad') errors.add('link', words.log.badLink);
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
