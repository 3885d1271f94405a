import type { Answers } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { dayIn } from '../../domain/calendar.ts';
import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields, LOG_LIMITS } from '../../views/record-fields.ts';
import { type Claimable, logForm } from '../../views/records/log-form.ts';
import { findHolding } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import type { Scope } from '../workspace-data.ts';
import { estimateForHolding } from './estimate-for-holding.ts';
import { parseDuration } from './parse-duration.ts';
import { parseQuickEntry, type QuickEntry } from './parse-quick-entry.ts';
import { fileOptions, findProofFiles } from './read-proof-fields.ts';
import { answersOfRecord } from './record-answers.ts';

/** Opens the form for a new record, filled in from a line, another record, an opportunity or the saved draft. */
export async function openLogForm(scope: Scope, holdings: readonly CreditHolding[]): Promise<Reply> {
  const { request, data } = scope;
  const { person, words, now } = request;
  const { text = '', url = '', like, plan, offer: opportunity, files = '' } = request.args;
  if (text === 'new') await data.drafts.discard(person.personId, 'log');
  if (like !== undefined) return formReply(await copyRecord(like, holdings, scope), holdings, scope);
  if (opportunity !== undefined) return formReply(await fromOpportunity(opportunity, holdings, scope), holdings, scope);
  const isBare = (text === '' || text === 'new') && url === '' && files === '' && plan === undefined;
  const draft = isBare ? await data.drafts.get(person.personId, 'log') : undefined;
  if (draft !== undefined) {
    const notes = [words.draft.suggested(draft.savedAt.toISOString().slice(0, 10))];
    return formReply({ answers: draft.answers, notes, state: draft.state }, holdings, scope);
  }
  const quick = fromLine(text === 'new' ? '' : text, holdings, scope);
  const answers = files === '' ? quick.answers : { ...quick.answers, proof: files.split(' ') };
  const state = serializeFormState(plan === undefined ? {} : { plan });
  // Saved before the form is sent, so that closing it doesn't lose what was typed or taken from a message.
  if (!isBare && plan === undefined) await data.drafts.save(person.personId, 'log', { answers, state, savedAt: now });
  return formReply({ ...quick, answers, state }, holdings, scope);
}

interface FormContents {
  readonly answers: Answers;
  readonly notes: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly claimable?: readonly Claimable[];
  readonly state?: string | undefined;
}

async function formReply(contents: FormContents, holdings: readonly CreditHolding[], scope: Scope): Promise<Reply> {
  const { words } = scope.request;
  const { answers, notes, errors, claimable = holdings, state } = contents;
  const files = fileOptions(await findProofFiles(answers, scope));
  const { title, submit } = words.log;
  const form = logForm({
    command: 'log',
    title,
    submit,
    words,
    claimable,
    notes,
    files,
    state,
    // Files that were deleted meanwhile are no longer chosen.
    answers: { ...answers, proof: files.map(({ value }) => value) },
    ...(errors === undefined ? {} : { errors }),
  });
  return { kind: 'form', form };
}

async function copyRecord(id: string, holdings: readonly CreditHolding[], scope: Scope): Promise<FormContents> {
  const { request, data } = scope;
  const { person, words, today } = request;
  const record = await data.activities.get(person.personId, id);
  if (record === null) throw new Refusal(words.log.gone);
  const claims = await data.activities.claimsOf(id);
  const { end: _, ...answers } = answersOfRecord(record, { claims, holdings }, words);
  return { answers: { ...answers, start: today }, notes: [] };
}

/** Fills in everything an opportunity says; only the proof is left to add. */
async function fromOpportunity(id: string, holdings: readonly CreditHolding[], scope: Scope): Promise<FormContents> {
  const { request, data } = scope;
  const { words, today, person } = request;
  const opportunity = await data.opportunities.get(id);
  if (opportunity === null) throw new Refusal(words.opportunity.gone);
  const { title, provider, url, kind, delivery, startsAt, minutes } = opportunity;
  const startedOn = startsAt ? dayIn(person.zone ?? data.workspace.zone, startsAt) : today;
  const start = startedOn > today ? today : startedOn;
  const duration = minutes ? `${minutes}m` : undefined;
  const quick = { title, kind, day: start, ...(duration === undefined ? {} : { duration }) };
  const claimable = withEstimates(quick, holdings, scope);
  const codes = holdings.map(({ certification }) => certification.code);
  const answers: Answers = {
    title: title.slice(0, LOG_LIMITS.title),
    provider,
    kind,
    delivery,
    start,
    counts: codes,
    ...(duration === undefined ? {} : { duration }),
    ...(url.startsWith('https://') ? { link: url } : {}),
    ...creditAnswers(claimable, new Set(codes), words.amount),
  };
  return { answers, notes: [], claimable };
}

function fromLine(text: string, holdings: readonly CreditHolding[], scope: Scope): FormContents {
  const { request, data } = scope;
  const { today, words, person } = request;
  const { catalogue } = data;
  const { url = '', date = '' } = request.args;
  const isCertification = (name: string) => catalogue.find(name) !== undefined;
  const quick = parseQuickEntry(text, { today, locale: person.locale ?? 'en-GB', isCertification });
  const named = quick.certifications?.map((name) => ({ name, holding: findHolding(name, holdings, catalogue) }));
  const chosen =
    named === undefined ? holdings : holdings.filter((one) => named.some(({ holding }) => holding === one));
  const claimable = withEstimates(quick, holdings, scope);
  const codes = chosen.map(({ certification }) => certification.code);
  const answers: Answers = {
    title: quick.title,
    start: quick.invalidDate ?? quick.day ?? (date === '' ? today : date),
    counts: codes,
    ...(quick.kind === undefined ? {} : { kind: quick.kind }),
    ...(quick.duration === undefined ? {} : { duration: quick.duration }),
    ...(url === '' ? {} : { link: url }),
    ...creditAnswers(claimable, new Set(codes), words.amount),
  };
  const errors = quick.invalidDate === undefined ? {} : { errors: { start: words.shape.badDay(quick.invalidDate) } };
  return { answers, notes: quickEntryNotes(quick, named ?? [], scope), claimable, ...errors };
}

function quickEntryNotes(
  quick: QuickEntry,
  named: readonly { readonly name: string; readonly holding: CreditHolding | undefined }[],
  { request: { words }, data: { catalogue } }: Scope,
): readonly string[] {
  const dateNote = quick.ambiguousDate && quick.day ? [words.log.readDate(quick.ambiguousDate, quick.day)] : [];
  const unheld = named.flatMap(({ name, holding }) => {
    const known = catalogue.find(name);
    if (known === undefined) return words.log.unknownCertification(name);
    return holding === undefined ? words.log.notYours(known.short) : [];
  });
  return [...dateNote, ...unheld];
}

function withEstimates(
  quick: Pick<QuickEntry, 'day' | 'duration' | 'kind'>,
  holdings: readonly CreditHolding[],
  { request: { today } }: Scope,
): readonly Claimable[] {
  const end = quick.day ?? today;
  const minutes = quick.duration === undefined ? undefined : parseDuration(quick.duration);
  return holdings.map((holding) => {
    const { certification, renewal } = holding;
    if (!minutes) return { certification, renewal };
    const estimate = estimateForHolding(holding, { kind: quick.kind ?? 'other', start: end, end, minutes });
    return { certification, renewal, estimate };
  });
}

/** Returns the likely credits of the chosen certifications and the default category of all of them. */
function creditAnswers(claimable: readonly Claimable[], chosen: ReadonlySet<string>, amount: Words['amount']): Answers {
  const answers: Record<string, string> = {};
  for (const { certification, renewal, estimate } of claimable) {
    const fields = claimFields(certification);
    const [category] = leavesOf(renewal);
    if (category !== undefined && !isSplit(renewal)) answers[fields.category] = category.code;
    if (estimate === undefined || estimate.likely === 0 || !chosen.has(certification.code)) continue;
    const field = isSplit(renewal) && category !== undefined ? fields.part(category.code) : fields.credits;
    answers[field] = amount(estimate.likely);
  }
  return answers;
}
