import { type Answers, answerOf, answersOf, type Option } from '../../chat/form.ts';
import type { EvidenceFact, EvidenceForm } from '../../domain/evidence.ts';
import type { NewProof, ProofFileName } from '../../store/evidence/proofs.ts';
import type { Words } from '../../strings/index.ts';
import type { Scope } from '../data.ts';
import { ARCHIVE_TYPE } from '../export-archive.ts';
import type { FormErrors } from '../form-errors.ts';
import type { FileProblem, Request } from '../request.ts';
import { proofLinkProblem } from './proof-link.ts';

/** The files that answers name as proof and that are the person's own; others are as if they were not there. */
export async function findProofFiles(answers: Answers, context: Scope): Promise<readonly ProofFileName[]> {
  const files = await findOwnFiles(answersOf(answers, 'proof'), context);
  return files.filter(({ type }) => type !== ARCHIVE_TYPE);
}

/** The person's own files among some, also those that prove nothing. */
export async function findOwnFiles(
  fileIds: readonly string[],
  { request: { person }, data }: Scope,
): Promise<readonly ProofFileName[]> {
  const files = await data.proofs.findFiles(fileIds);
  return files.filter(({ personId }) => personId === person.personId);
}

/** Files as a form offers them. */
export function fileOptions(files: readonly ProofFileName[]): readonly Option[] {
  return files.map(({ fileId, name, size }) => ({ value: fileId, label: name, detail: sizeWords(size) }));
}

/** What a form gives as proof; what is wrong goes to `errors`. */
export function readProofFields(
  answers: Answers,
  { fileProblems = [], words, fileLimit }: Pick<Request, 'words' | 'fileLimit' | 'fileProblems'>,
  errors: FormErrors,
): NewProof {
  const link = answerOf(answers, 'link');
  checkLink(link, words, errors);
  for (const problem of fileProblems) errors.add('proof', fileProblemText(problem, fileLimit, words));
  const proof: NewProof = {
    form: answerOf(answers, 'proofForm') as EvidenceForm | '',
    shows: answersOf(answers, 'shows') as readonly EvidenceFact[],
    link,
    note: answerOf(answers, 'note'),
    fileIds: answersOf(answers, 'proof'),
  };
  if (isEmptyProof(proof) && proof.form !== '') errors.add('proofForm', words.proof.formOfNothing);
  return proof;
}

/** Whether there is nothing that could prove anything. */
export function isEmptyProof({ link, note, fileIds }: NewProof): boolean {
  return link === '' && note === '' && fileIds.length === 0;
}

/** Why a file that came is not kept, in words. */
export function fileProblemText({ name, kind, max }: FileProblem, fileLimit: number, words: Words): string {
  const phrases = words.proof;
  switch (kind) {
    case 'too-large':
      return phrases.tooLarge(name, Math.floor(fileLimit / 1_000_000));
    case 'unreachable':
      return phrases.unreachable(name);
    case 'not-proof':
      return phrases.notProof(name);
    case 'too-many':
      return phrases.tooMany(max ?? 0);
  }
}

function checkLink(link: string, words: Words, errors: FormErrors): void {
  const problem = link === '' ? undefined : proofLinkProblem(link);
  if (problem === 'not-https') errors.add('link', words.log.notHttps);
  if (problem === 'bad') errors.add('link', words.log.badLink);
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
