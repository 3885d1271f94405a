import type { Answers } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import {
  attachProof,
  detachProof,
  findProofFileOrRefuse,
  suggestRecordsToProve,
} from '../../services/evidence/attach-proof.ts';
import { findBadgeCertification } from '../../services/evidence/badge-certification.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { isRecordTable } from '../../services/portability/recognise-table.ts';
import {
  documentRemarks,
  findFileReadings,
  loggableCourses,
  theBadge,
  theCertificate,
} from '../../services/records/file-readings.ts';
import { findEditableRecordOrRefuse, findRecordOrRefuse } from '../../services/records/find-record.ts';
import {
  fileOptions,
  fileProblemText,
  findImportFiles,
  findProofFiles,
} from '../../services/records/read-proof-fields.ts';
import type { Activity } from '../../store/entities.ts';
import { tableReceivedCard, unprovedCard, uploadReceivedCard } from '../../views/evidence/attach-card.ts';
import { badgeCard } from '../../views/evidence/badge-card.ts';
import { certificateCard } from '../../views/evidence/certificate-card.ts';
import { proofForm } from '../../views/proof-form.ts';
import { showCard } from '../../views/records/show-card.ts';
import type { Command, Context } from '../command.ts';

/** Adds proof to a record. Files without a record are stored, and the reply asks which record they belong to. */
export const attach: Command = {
  name: 'attach',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { uploads = [], answers, args, fileProblems = [], fileLimit, words } = context.request;
    if (answers !== undefined) return saveProof(answers, context);
    const { record, text = '', files = '' } = args;
    if (record === undefined && text.trim() === '') return whichRecord(uploads, context);
    const proof = [...uploads, ...files.split(' ').filter((id) => id !== '')];
    const form = await formFor(await findEditableRecordOrRefuse(context), { proof }, context);
    const problems = fileProblems.map((one) => fileProblemText(one, fileLimit, words));
    return { kind: 'form', form: problems.length === 0 ? form : { ...form, errors: { proof: problems.join(' ') } } };
  },
};

async function formFor(record: Activity, answers: Answers, context: Context) {
  const { words } = context.request;
  const files = fileOptions(await findProofFiles(answers, context));
  const about = words.proof.of(record.title, words.span(record.starts, record.ends));
  const state = serializeFormState({ record: record.activityId }) ?? '';
  return proofForm({ words, about, files, state, answers });
}

async function saveProof(answers: Answers, context: Context): Promise<Reply> {
  const { words, state } = context.request;
  const record = await findEditableRecordOrRefuse(context, parseFormState(state).record ?? '');
  const form = await formFor(record, answers, context);
  const attached = await attachProof(record, { form, answers }, context);
  if ('errors' in attached) return { kind: 'form', form: { ...form, errors: attached.errors } };
  const card = showCard({ ...attached.details, names: new Map(), versions: [] }, words);
  return { kind: 'card', to: 'sender', card: { ...card, title: `${words.proof.attached}: ${card.title}` } };
}

/** Answers files without a record, or lists the records without proof. */
async function whichRecord(uploads: readonly string[], context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, fileLimit, fileProblems = [] } = request;
  const problems = fileProblems.map((one) => fileProblemText(one, fileLimit, words));
  const documents = await findFileReadings(uploads, context);
  const remarks = documentRemarks(documents, context);
  const files = await findProofFiles({ proof: uploads }, context);
  const tables = await findImportFiles(uploads, context);
  if (files.length === 0 && tables.length > 0)
    return { kind: 'card', to: 'sender', card: tableReceivedCard({ tables, problems }, words) };
  const reading = uploads.length === 1 ? theCertificate(documents) : undefined;
  const records = await suggestRecordsToProve({ files, reading }, context);
  const badge = theBadge(documents);
  const [only] = uploads;
  if (badge !== undefined && only !== undefined) {
    const about = {
      badge,
      fileId: only,
      remarks: [...problems, ...remarks],
      ...(await findBadgeCertification(badge, context)),
    };
    return { kind: 'card', to: 'sender', card: badgeCard(about, words) };
  }
  if (reading !== undefined && only !== undefined) {
    const about = { reading, fileId: only, records, isProof: files.length > 0, courses: loggableCourses(reading) };
    const card = certificateCard({ ...about, remarks: [...problems, ...remarks] }, words);
    return { kind: 'card', to: 'sender', card };
  }
  const [file, ...others] = files;
  if (file !== undefined && others.length + tables.length === 0 && (await isRecordTable(file, context))) {
    const about = { tables: [file], problems: [...problems, ...remarks], isProof: true };
    return { kind: 'card', to: 'sender', card: tableReceivedCard(about, words) };
  }
  const card =
    files.length === 0
      ? unprovedCard({ records, problems: [...problems, ...remarks] }, data.catalogue, words)
      : uploadReceivedCard({ files, tables, records, problems: [...problems, ...remarks] }, words);
  return { kind: 'card', to: 'sender', card };
}

/** Moves a proof of a record to the trash. */
export const detach: Command = {
  name: 'detach',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { words, args } = context.request;
    const details = await detachProof(await findRecordOrRefuse(context), args.proof ?? '', context);
    const card = showCard({ ...details, names: new Map(), versions: [] }, words);
    const note = { kind: 'note', text: words.proof.inTrash } as const;
    const shown = { ...card, title: `${words.proof.detached}: ${card.title}`, blocks: [...card.blocks, note] };
    return { kind: 'card', to: 'sender', card: shown };
  },
};

/** Delivers the file of a proof to its owner. */
export const file: Command = {
  name: 'file',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { words, args } = context.request;
    const record = await findRecordOrRefuse(context);
    const found = await findProofFileOrRefuse(record, args.proof, context);
    const about = { title: found.name, blocks: [{ kind: 'text', text: record.title } as const] };
    context.effects.defer({ kind: 'deliver-proof', file: found, card: about });
    const note = { kind: 'note', text: words.proof.fileComes(found.name) } as const;
    return { kind: 'card', to: 'sender', card: { title: words.record.proofs, blocks: [note] } };
  },
};
