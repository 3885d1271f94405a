import type { Answers } from '../../chat/form.ts';
import type { Reply } from '../../chat/interaction.ts';
import { readForm } from '../../chat/read-form.ts';
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
import type { Activity } from '../../store/entities.ts';
import { unprovedCard, uploadReceivedCard } from '../../views/evidence/attach-card.ts';
import { proofForm } from '../../views/proof-form.ts';
import { showCard } from '../../views/records/show-card.ts';
import { type Command, type Context, Refusal } from '../command.ts';

const MOST_OFFERED = 6;

/** Adds proof to a record; files that came without one are kept, and it is asked what they prove. */
export const attach: Command = {
  name: 'attach',
  role: 'member',
  writes: 'when sent',
  async run(context): Promise<Reply> {
    const { interaction } = context;
    const { uploads: stored = [], fileProblems: problems = [] } = interaction;
    if (interaction.answers !== undefined) return saveProof(interaction.answers, context);
    const { record, text = '', files = '' } = interaction.args;
    if (record === undefined && text.trim() === '') return whichRecord(stored, problems, context);
    const proof = [...stored, ...files.split(' ').filter((id) => id !== '')];
    return openForm(await findRecordOrRefuse(context), { proof }, context);
  },
};

async function openForm(record: Activity, answers: Answers, context: Context): Promise<Reply> {
  if (record.deletedAt !== null) throw new Refusal(context.words.record.inTrash);
  return { kind: 'form', form: await formFor(record, answers, context) };
}

async function formFor(record: Activity, answers: Answers, context: Context) {
  const { words } = context;
  const files = fileOptions(await findProofFiles(answers, context));
  const about = words.proof.of(record.title, words.span(record.starts, record.ends));
  const state = serializeFormState({ record: record.activityId }) ?? '';
  return proofForm({ words, about, files, state, answers });
}

async function saveProof(answers: Answers, context: Context): Promise<Reply> {
  const { data, words, interaction, now } = context;
  const record = await findRecordOrRefuse(context, parseFormState(interaction.state).record ?? '');
  if (record.deletedAt !== null) throw new Refusal(words.record.inTrash);
  const form = await formFor(record, answers, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.has('proof')) errors.replace('proof', words.proof.notYours);
  const proof = readProofFields(answers, context, errors);
  if (isEmptyProof(proof)) errors.add('link', words.proof.nothing);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  await data.proofs.add(record.activityId, proof, now);
  const details = await loadRecordDetails(record, context);
  const card = showCard({ ...details, names: new Map(), versions: [] }, words);
  return { kind: 'card', to: 'sender', card: { ...card, title: words.proof.attached } };
}

/** Files came and nobody said what they prove; or it was asked what lacks proof. */
async function whichRecord(
  stored: readonly string[],
  trouble: NonNullable<Context['interaction']['fileProblems']>,
  context: Context,
): Promise<Reply> {
  const { data, person, words, fileLimit, catalogue } = context;
  const problems = trouble.map((one) => fileProblemText(one, fileLimit, words));
  const files = await findProofFiles({ proof: stored }, context);
  const query = { words: [], unproved: files.length === 0, skip: 0, limit: MOST_OFFERED };
  const records = await data.records.find(person.personId, query);
  const card =
    files.length === 0
      ? unprovedCard(records, problems, catalogue, words)
      : uploadReceivedCard(files, records, problems, words);
  return { kind: 'card', to: 'sender', card };
}

/** Takes a proof away from a record. */
export const detach: Command = {
  name: 'detach',
  role: 'member',
  writes: 'at once',
  async run(context): Promise<Reply> {
    const { data, words, interaction } = context;
    const record = await findRecordOrRefuse(context);
    if (!(await data.proofs.remove(record.activityId, interaction.args.proof ?? '')))
      throw new Refusal(words.proof.gone);
    const card = showCard({ ...(await loadRecordDetails(record, context)), names: new Map(), versions: [] }, words);
    return { kind: 'card', to: 'sender', card: { ...card, title: words.proof.detached } };
  },
};

/** Brings the file of a proof to its owner alone. */
export const file: Command = {
  name: 'file',
  role: 'member',
  writes: 'at once',
  async run(context): Promise<Reply> {
    const { data, words, interaction, bring } = context;
    const record = await findRecordOrRefuse(context);
    const proofs = (await data.proofs.of([record.activityId])).get(record.activityId) ?? [];
    const found = proofs.find(({ proofId }) => proofId === interaction.args.proof)?.file;
    if (found === undefined) throw new Refusal(words.proof.gone);
    const about = { title: found.name, blocks: [{ kind: 'text', text: record.title } as const] };
    bring(found, about);
    const note = { kind: 'note', text: words.proof.fileComes(found.name) } as const;
    return { kind: 'card', to: 'sender', card: { title: words.record.proofs, blocks: [note] } };
  },
};
