import { type Answers, answerOf, type Errors, type Form } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { creditHoldings, findHolding, findHoldings } from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { compareStoredTranscript, findTranscriptHoldings } from '../../services/portability/compare-transcript.ts';
import { markAsInPortal, markAsSubmitted, pairOf } from '../../services/portability/mark-transcript.ts';
import { storeTranscript, storeVerdict } from '../../services/portability/stored-transcript.ts';
import { editAnswersOf, logAnswersOf } from '../../services/portability/transcript-forms.ts';
import { readTranscriptUpload } from '../../services/portability/transcript-upload.ts';
import { openEditForm } from '../../services/records/edit-record.ts';
import { fillCategoriesAndCredits } from '../../services/records/log-form-contents.ts';
import { openedForm } from '../../services/records/open-log-form.ts';
import { fileOptions, findOwnFiles } from '../../services/records/read-proof-fields.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { reconcileCard } from '../../views/portability/reconcile-card.ts';
import { reconcileForm } from '../../views/portability/reconcile-form.ts';
import type { TranscriptComparison, TranscriptEntry } from '../../views/portability/reconcile-lists.ts';
import type { TranscriptReference } from '../../views/transcript-actions.ts';
import type { Command, Context } from '../command.ts';

/** Compares the records with the transcript of a body's portal: first the transcript, then lists, each line of them with its buttons. */
export const reconcile: Command = {
  name: 'reconcile',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { args, answers, uploads = [] } = context.request;
    const holdings = await findTranscriptHoldings(context);
    if (answers !== undefined) return submit(answers, holdings, context);
    const { text = '', file } = args;
    const files = [...uploads, ...(file === undefined ? [] : [file])].slice(0, 1);
    if (files.length > 0) return submit({ ...startAnswers(holdings), file: files }, holdings, context);
    if (/[\n\t]/u.test(text)) return submit({ ...startAnswers(holdings), transcript: text }, holdings, context);
    const isStored = ['log', 'edit', 'mark', 'marks', 'submit', 'verdict'].some((name) => args[name] !== undefined);
    if (isStored) return act(await compareStoredTranscript(context), context);
    if (text.trim().toLowerCase() === 'show') return show(context);
    const named = findHolding(text, holdings, context.data.catalogue);
    const start = named === undefined ? startAnswers(holdings) : { certification: named.certification.code };
    return { kind: 'form', form: await formFor(start, { holdings, context }) };
  },
};

/** A member with one certification needn't select it. */
function startAnswers(holdings: readonly CreditHolding[]): Answers {
  const [only, ...others] = holdings;
  return only === undefined || others.length > 0 ? {} : { certification: only.certification.code };
}

async function formFor(
  answers: Answers,
  { holdings, context }: { readonly holdings: readonly CreditHolding[]; readonly context: Context },
  errors?: Errors,
): Promise<Form> {
  const certifications = holdings.map(({ certification: { code, short } }) => ({ value: code, label: short }));
  const files = fileOptions(await findOwnFiles([answers.file ?? []].flat(), context));
  const contents = { certifications, files, answers: { ...answers, file: files.map(({ value }) => value) } };
  return reconcileForm(errors === undefined ? contents : { ...contents, errors }, context.request.words);
}

/** Stores the transcript and shows the lists; shows the form again if it can't be read. */
async function submit(answers: Answers, holdings: readonly CreditHolding[], context: Context): Promise<Reply> {
  const about = { holdings, context };
  const form = await formFor(answers, about);
  const errors = new FormErrors(readForm(form.parts, form.answers ?? {}), context.request.words);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const upload = await readTranscriptUpload(form.answers ?? {}, holdings, context);
  if ('errors' in upload) return { kind: 'form', form: await formFor(answers, about, upload.errors) };
  await storeTranscript({ text: upload.text, certification: answerOf(answers, 'certification') }, context);
  return show(context);
}

async function show(context: Context, remark?: string): Promise<Reply> {
  const { words, args } = context.request;
  const comparison = await compareStoredTranscript(context);
  const card = reconcileCard(comparison, { from: requestedOffset(args.skip), remark }, words);
  return { kind: 'card', to: 'sender', card };
}

/** Does what a button of the lists says; shows the lists again if its line or record isn't in them any more. */
async function act(comparison: TranscriptComparison, context: Context): Promise<Reply> {
  const { args, words } = context.request;
  const phrases = words.reconcile;
  const marked = (count: number) => show(context, count === 0 ? phrases.nothingMarked : phrases.marked(count));
  if (args.log !== undefined) {
    const entry = comparison.onlyThere.find(({ id, claims }) => id === args.log && claims.length > 0);
    return entry === undefined ? show(context, phrases.changed) : openLog(entry, context);
  }
  if (args.marks !== undefined) return marked(await markAsInPortal(comparison.unmarked, context));
  if (args.submit !== undefined) {
    const record = comparison.onlyHere.find(({ id }) => id === args.submit);
    return record === undefined ? show(context, phrases.changed) : marked(await markAsSubmitted(record, context));
  }
  if (args.verdict !== undefined) return decide(comparison, context);
  const pair = pairOf(args.mark ?? args.edit ?? '', comparison);
  if (pair === undefined) return show(context, phrases.changed);
  if (args.mark !== undefined) return marked(await markAsInPortal([pair], context));
  const { there, here } = pair;
  const holdings = await comparedHoldings(comparison, context);
  return openEditForm(here.id, context, {
    answersFor: (stored) => editAnswersOf(there, stored, { holdings, words }),
    transcript: referenceTo(there),
  });
}

async function decide({ near }: TranscriptComparison, context: Context): Promise<Reply> {
  const { there = '', here = '', verdict } = context.request.args;
  const isNear = near.some((pair) => pair.there.id === there && pair.here.id === here);
  if (!isNear) return show(context, context.request.words.reconcile.changed);
  await storeVerdict({ there, here }, verdict === 'same' ? 'same' : 'distinct', context);
  return show(context);
}

async function openLog(entry: TranscriptEntry, context: Context): Promise<Reply> {
  const { request, data } = context;
  const holdings = creditHoldings(await findHoldings(request.person, data));
  const answers = logAnswersOf(entry, { holdings, words: request.words });
  const filled = fillCategoriesAndCredits(answers, holdings, { scope: context });
  const contents = { ...filled, notes: [], transcript: referenceTo(entry) };
  return (await openedForm(contents, holdings, context)).reply;
}

async function comparedHoldings({ certifications }: TranscriptComparison, context: Context) {
  return (await findTranscriptHoldings(context)).filter(({ certification }) => certifications.has(certification.code));
}

/** The state is that of all its claims; where they differ, the earlier one. */
function referenceTo({ id, states }: TranscriptEntry): TranscriptReference {
  const found = [...states.values()].map(({ state }) => state);
  const state = (['submitted', 'accepted'] as const).find((one) => found.includes(one));
  return state === undefined ? { entry: id } : { entry: id, state };
}
