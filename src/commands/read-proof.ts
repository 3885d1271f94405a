import { type Answers, answerOf, answersOf, type Option } from '../chat/form.ts';
import type { EvidenceFact, EvidenceForm } from '../domain/evidence.ts';
import type { NewProof, ProofFileName } from '../store/proofs.ts';
import type { Words } from '../strings/index.ts';
import type { Context } from './command.ts';
import type { FormErrors } from './form-errors.ts';
import { problemOfLink } from './proof-link.ts';
import { ARCHIVE_TYPE } from './take-over.ts';

/** The files that answers name as proof and that are the person's own; others are as if they were not there. */
export async function filesIn(answers: Answers, context: Context): Promise<readonly ProofFileName[]> {
  const files = await ownFiles(answersOf(answers, 'proof'), context);
  return files.filter(({ type }) => type !== ARCHIVE_TYPE);
}

/** The person's own files among some, also those that prove nothing. */
export async function ownFiles(
  fileIds: readonly string[],
  { data, person }: Pick<Context, 'data' | 'person'>,
): Promise<readonly ProofFileName[]> {
  const files = await data.proofs.filesNamed(fileIds);
  return files.filter(({ personId }) => personId === person.personId);
}

/** Files as a form offers them. */
export function fileOptions(files: readonly ProofFileName[]): readonly Option[] {
  return files.map(({ fileId, name, size }) => ({ value: fileId, label: name, detail: sizeWords(size) }));
}

/** What a form gives as proof; what is wrong goes to `errors`. */
export function readProof(
  answers: Answers,
  {
    interaction,
    words,
    fileLimit,
  }: Pick<Context, 'words' | 'fileLimit'> & { readonly interaction: Pick<Context['interaction'], 'trouble'> },
  errors: FormErrors,
): NewProof {
  const link = answerOf(answers, 'link');
  checkLink(link, words, errors);
  for (const problem of interaction.trouble ?? []) errors.add('proof', troubleWords(problem, fileLimit, words));
  const proof: NewProof = {
    form: answerOf(answers, 'proofForm') as EvidenceForm | '',
    shows: answersOf(answers, 'shows') as readonly EvidenceFact[],
    link,
    note: answerOf(answers, 'note'),
    fileIds: answersOf(answers, 'proof'),
  };
  if (isNothing(proof) && proof.form !== '') errors.add('proofForm', words.proof.formOfNothing);
  return proof;
}

/** Whether there is nothing that could prove anything. */
export function isNothing({ link, note, fileIds }: NewProof): boolean {
  return link === '' && note === '' && fileIds.length === 0;
}

/** Why a file that came is not kept, in words. */
export function troubleWords(
  { name, kind, most }: NonNullable<Context['interaction']['trouble']>[number],
  fileLimit: number,
  words: Words,
): string {
  const say = words.proof;
  switch (kind) {
    case 'too-large':
      return say.tooLarge(name, Math.floor(fileLimit / 1_000_000));
    case 'unreachable':
      return say.unreachable(name);
    case 'not-proof':
      return say.notProof(name);
    case 'too-many':
      return say.tooMany(most ?? 0);
  }
}

function checkLink(link: string, words: Words, errors: FormErrors): void {
  const problem = link === '' ? undefined : problemOfLink(link);
  if (problem === 'not-https') errors.add('link', words.log.notHttps);
  if (problem === 'bad') errors.add('link', words.log.badLink);
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
