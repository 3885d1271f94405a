import type { Answers } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { findRecordOrRefuse } from '../../services/records/find-record.ts';
import {
  fileOptions,
  fileProblemText,
  findProofFiles,
  isEmptyProof,
  readProofFields,
} from '../../services/records/read-proof-fields.ts';
import { loadRecordDetails } from '../../services/records/record-details.ts';
import { Refusal } from '../../services/refusal.ts';
import type { FileProblem } from '../../services/request.ts';
import type { Activity } from '../../store/entities.ts';
import { unprovedCard, uploadReceivedCard } from '../../views/evidence/attach-card.ts';
import { proofForm } from '../../views/proof-form.ts';
import { showCard } from '../../views/records/show-card.ts';
import type { Command, Context } from '../command.ts';

const MAX_SUGGESTED = 6;

/** Adds proof to a record. Files without a record are stored, and the reply asks which record they belong to. */
export const attach: Command = {
  name: 'attach',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request } = context;

    const { uploads: stored = [], fileProblems: problems = [] } = request;
    if (request.answers !== undefined) return saveProof(request.answers, context);
    const { record, text = '', files = '' } = request.args;
    if (record === undefined && text.trim() === '') return whichRecord(stored, problems, context);
    const proof = [...stored, ...files.split(' ').filter((id) => id !== '')];
    return openForm(await findRecordOrRefuse(context), { proof }, context);
  },
};

async function openForm(record: Activity, answers: Answers, context: Context): Promise<Reply> {
  if (record.deletedAt !== null) throw new Refusal(context.request.words.record.inTrash);
  return { kind: 'form', form: await formFor(record, answers, context) };
}

async function formFor(record: Activity, answers: Answers, context: Context) {
  const { request } = context;
  const { words } = request;
  const files = fileOptions(await findProofFiles(answers, context));
  const about = words.proof.of(record.title, words.span(record.starts, record.ends));
  const state = serializeFormState({ record: record.activityId }) ?? '';
  return proofForm({ words, about, files, state, answers });
}

async function saveProof(answers: Answers, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const record = await findRecordOrRefuse(context, parseFormState(request.state).record ?? '');
  if (record.deletedAt !== null) throw new Refusal(words.record.inTrash);
  const form = await formFor(record, answers, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.has('proof')) errors.replace('proof', words.proof.notYours);
  const proof = readProofFields(answers, request, errors);
  if (isEmptyProof(proof)) errors.add('link', words.proof.nothing);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  await data.proofs.add(record.activityId, proof, now);
  const details = await loadRecordDetails(record, context);
  const card = showCard({ ...details, names: new Map(), versions: [] }, words);
  return { kind: 'card', to: 'sender', card: { ...card, title: words.proof.attached } };
}

/** Answers files without a record, or lists the records without proof. */
async function whichRecord(
  stored: readonly string[],
  fileProblems: readonly FileProblem[],
  context: Context,
): Promise<Reply> {
  const { request, data } = context;
  const { person, words, fileLimit } = request;
  const problems = fileProblems.map((one) => fileProblemText(one, fileLimit, words));
  const files = await findProofFiles({ proof: stored }, context);
  const query = { words: [], unproved: files.length === 0, skip: 0, limit: MAX_SUGGESTED };
  const records = await data.records.find(person.personId, query);
  const card =
    files.length === 0
      ? unprovedCard({ records, problems }, data.catalogue, words)
      : uploadReceivedCard({ files, records, problems }, words);
  return { kind: 'card', to: 'sender', card };
}

/** Removes a proof from a record. */
export const detach: Command = {
  name: 'detach',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const record = await findRecordOrRefuse(context);
    if (!(await data.proofs.remove(record.activityId, request.args.proof ?? ''))) throw new Refusal(words.proof.gone);
    const card = showCard({ ...(await loadRecordDetails(record, context)), names: new Map(), versions: [] }, words);
    return { kind: 'card', to: 'sender', card: { ...card, title: words.proof.detached } };
  },
};

/** Delivers the file of a proof to its owner. */
export const file: Command = {
  name: 'file',
  role: 'member',
  writes: 'always',
  async run({ request, data, effects }): Promise<Reply> {
    const { words } = request;
    const record = await findRecordOrRefuse({ request, data });
    const proofs = (await data.proofs.of([record.activityId])).get(record.activityId) ?? [];
    const found = proofs.find(({ proofId }) => proofId === request.args.proof)?.file;
    if (found === undefined) throw new Refusal(words.proof.gone);
    const about = { title: found.name, blocks: [{ kind: 'text', text: record.title } as const] };
    effects.defer({ kind: 'deliver-proof', file: found, card: about });
    const note = { kind: 'note', text: words.proof.fileComes(found.name) } as const;
    return { kind: 'card', to: 'sender', card: { title: words.record.proofs, blocks: [note] } };
  },
};
