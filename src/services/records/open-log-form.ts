import type { Answers } from '../../chat/form.ts';
import type { Reply } from '../../chat/interaction.ts';
import { dayIn } from '../../domain/calendar.ts';
import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import type { Credits } from '../../domain/credit.ts';
import type { Activity } from '../../store/entities.ts';
import { claimFields, LOG_LIMITS } from '../../views/record-fields.ts';
import { type Claimable, logForm } from '../../views/records/log-form.ts';
import { findHolding } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data.ts';
import { serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import { parseDuration } from './parse-duration.ts';
import { parseQuickEntry, type QuickEntry } from './parse-quick-entry.ts';
import { estimateForHolding } from './read-claims.ts';
import { fileOptions, findProofFiles } from './read-proof-fields.ts';
import { answersOfRecord } from './record-answers.ts';

/** Opens the form for a new record, filled in from the line, from a record like it, or as it was left. */
export async function openLogForm(context: Scope, holdings: readonly CreditHolding[]): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  const { text = '', url = '', like, plan, offer: opportunity, files = '' } = request.args;
  if (text === 'new') await data.drafts.discard(person.personId, 'log');
  if (like !== undefined) return formOf(await likeRecord(like, holdings, context), holdings, context);
  if (opportunity !== undefined) return formOf(await fromOffer(opportunity, holdings, context), holdings, context);
  const isBare = (text === '' || text === 'new') && url === '' && files === '' && plan === undefined;
  const draft = isBare ? await data.drafts.get(person.personId, 'log') : undefined;
  if (draft !== undefined) {
    const notes = [words.draft.offered(draft.savedAt.toISOString().slice(0, 10))];
    return formOf({ answers: draft.answers, notes, state: draft.state }, holdings, context);
  }
  const quick = fromLine(text === 'new' ? '' : text, holdings, context);
  const answers = files === '' ? quick.answers : { ...quick.answers, proof: files.split(' ') };
  const state = serializeFormState(plan === undefined ? {} : { plan });
  // What was typed or taken from a message is not typed again: it is kept though the form may be closed.
  if (!isBare && plan === undefined) await data.drafts.save(person.personId, 'log', { answers, state, savedAt: now });
  return formOf({ ...quick, answers, state }, holdings, context);
}

interface FormContents {
  readonly answers: Answers;
  readonly notes: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly claimable?: readonly Claimable[];
  readonly state?: string | undefined;
}

async function formOf(opening: FormContents, holdings: readonly CreditHolding[], context: Scope): Promise<Reply> {
  const { request } = context;
  const { words } = request;
  const { answers, notes, errors, claimable = holdings, state } = opening;
  const files = fileOptions(await findProofFiles(answers, context));
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
    // A file that is gone is not chosen any more.
    answers: { ...answers, proof: files.map(({ value }) => value) },
    ...(errors === undefined ? {} : { errors }),
  });
  return { kind: 'form', form };
}

async function likeRecord(id: string, holdings: readonly CreditHolding[], context: Scope): Promise<FormContents> {
  const { request, data } = context;
  const { person, words, today } = request;
  const record: Activity | null = await data.activities.get(person.personId, id);
  if (record === null) throw new Refusal(words.log.gone);
  const { end: _, ...answers } = answersOfRecord(record, await data.activities.claimsOf(id), holdings, words);
  return { answers: { ...answers, start: today }, notes: [] };
}

/** What was offered and attended: all of it is known but the proof. */
async function fromOffer(id: string, holdings: readonly CreditHolding[], context: Scope): Promise<FormContents> {
  const { request, data } = context;
  const { words, today, person } = request;
  const opportunity = await data.opportunities.get(id);
  if (opportunity === null) throw new Refusal(words.opportunity.gone);
  const { title, provider, url, kind, delivery, startsAt, minutes } = opportunity;
  const began = startsAt ? dayIn(person.zone ?? data.workspace.zone, startsAt) : today;
  const start = began > today ? today : began;
  const duration = minutes ? `${minutes}m` : undefined;
  const quick = { title, kind, day: start, ...(duration === undefined ? {} : { duration }) };
  const claimable = claimableBy(quick, holdings, context);
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
    ...prefilled(claimable, new Set(codes), words.amount),
  };
  return { answers, notes: [], claimable };
}

function fromLine(text: string, holdings: readonly CreditHolding[], context: Scope): FormContents {
  const { request, data } = context;
  const { today, words, person } = request;
  const { catalogue } = data;
  const { url = '', date = '' } = request.args;
  const isCertification = (name: string) => catalogue.find(name) !== undefined;
  const quick = parseQuickEntry(text, { today, locale: person.locale ?? 'en-GB', isCertification });
  const named = quick.certifications?.map((name) => ({ name, holding: findHolding(name, holdings, catalogue) }));
  const chosen =
    named === undefined ? holdings : holdings.filter((one) => named.some(({ holding }) => holding === one));
  const claimable = claimableBy(quick, holdings, context);
  const codes = chosen.map(({ certification }) => certification.code);
  const answers: Answers = {
    title: quick.title,
    start: quick.misreadDate ?? quick.day ?? (date === '' ? today : date),
    counts: codes,
    ...(quick.kind === undefined ? {} : { kind: quick.kind }),
    ...(quick.duration === undefined ? {} : { duration: quick.duration }),
    ...(url === '' ? {} : { link: url }),
    ...prefilled(claimable, new Set(codes), words.amount),
  };
  const errors = quick.misreadDate === undefined ? {} : { errors: { start: words.shape.badDay(quick.misreadDate) } };
  return { answers, notes: notesOn(quick, named ?? [], context), claimable, ...errors };
}

function notesOn(
  quick: QuickEntry,
  named: readonly { readonly name: string; readonly holding: CreditHolding | undefined }[],
  { request: { words }, data: { catalogue } }: Scope,
): readonly string[] {
  const read = quick.ambiguousDate && quick.day ? [words.log.readDate(quick.ambiguousDate, quick.day)] : [];
  const unheld = named.flatMap(({ name, holding }) => {
    const known = catalogue.find(name);
    if (known === undefined) return words.log.unknownCertification(name);
    return holding === undefined ? words.log.notHeld(known.short) : [];
  });
  return [...read, ...unheld];
}

function claimableBy(
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

/** The likely credits of the chosen certifications, and the usual category of all. */
function prefilled(claimable: readonly Claimable[], chosen: ReadonlySet<string>, amount: (credits: Credits) => string) {
  const answers: Record<string, string> = {};
  for (const { certification, renewal, estimate } of claimable) {
    const fields = claimFields(certification);
    const fallback = leavesOf(renewal)[0];
    if (fallback !== undefined && !isSplit(renewal)) answers[fields.category] = fallback.code;
    if (estimate === undefined || estimate.likely === 0 || !chosen.has(certification.code)) continue;
    answers[isSplit(renewal) && fallback !== undefined ? fields.part(fallback.code) : fields.credits] = amount(
      estimate.likely,
    );
  }
  return answers;
}
