import type { Answers, Form } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { dayIn, parseDay } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields, LOG_LIMITS } from '../../views/record-fields.ts';
import { logForm } from '../../views/records/log-form.ts';
import { candidatesAmong } from '../certifications/find-certification.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { parseFormState, serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import type { Scope } from '../workspace-data.ts';
import { claimableHoldings } from './claimable-holdings.ts';
import { readFormActivity } from './form-activity.ts';
import { findNamedCertification, type NamedCertification } from './named-certification.ts';
import { parseQuickEntry, type QuickEntry } from './parse-quick-entry.ts';
import type { ProposedValues } from './proposal-hash.ts';
import { proposeCategories } from './proposed-categories.ts';
import { proposeCredits, recognizeProposals } from './proposed-credits.ts';
import { fileOptions, findProofFiles } from './read-proof-fields.ts';
import { answersOfRecord } from './record-answers.ts';

/** The end of a line that is saved at once, if it leaves nothing to ask. */
const AT_ONCE = /\s*!!\s*$/u;

/** Whether a line is to be saved without showing the form. */
export function savesAtOnce(line: string): boolean {
  return AT_ONCE.test(line);
}

/** Whether the form that a line opened is to be sent as it is: it is to be saved at once, and nothing is to be read or corrected first. */
export function savesUnread(line: string, { parts, errors }: Form): boolean {
  return savesAtOnce(line) && errors === undefined && !parts.some(({ kind }) => kind === 'text');
}

/** Opens the form for a new record, filled in from a line, another record, an opportunity or the saved draft. */
export async function openLogForm(
  scope: Scope,
  holdings: readonly CreditHolding[],
): Promise<Extract<Reply, { kind: 'form' }>> {
  const { request, data } = scope;
  const { person, words, now } = request;
  const { url = '', like, plan, offer: opportunity, files = '' } = request.args;
  const text = (request.args.text ?? '').replace(AT_ONCE, '');
  if (text === 'new') await data.drafts.discard(person.personId, 'log');
  if (like !== undefined) return formReply(await copyRecord(like, holdings, scope), holdings, scope);
  if (opportunity !== undefined) return formReply(await fromOpportunity(opportunity, holdings, scope), holdings, scope);
  const isBare = (text === '' || text === 'new') && url === '' && files === '' && plan === undefined;
  const draft = isBare ? await data.drafts.get(person.personId, 'log') : undefined;
  if (draft !== undefined) {
    const notes = [words.draft.suggested(draft.savedAt.toISOString().slice(0, 10))];
    const { proposed = {}, ...more } = parseFormState(draft.state);
    return formReply({ answers: draft.answers, notes, proposed, ...more }, holdings, scope);
  }
  const quick = fromLine(text === 'new' ? '' : text, holdings, scope);
  const answers = files === '' ? quick.answers : { ...quick.answers, proof: files.split(' ') };
  const contents = { ...quick, answers, ...(plan === undefined ? {} : { plan }) };
  // Saved before the form is sent, so that closing it doesn't lose what was typed or taken from a message.
  if (!isBare && plan === undefined)
    await data.drafts.save(person.personId, 'log', { answers, state: stateOf(contents), savedAt: now });
  return formReply(contents, holdings, scope);
}

interface FormContents {
  readonly answers: Answers;
  readonly notes: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
  readonly proposed: ProposedValues;
  /** The description of an opportunity. */
  readonly topics?: string;
  readonly plan?: string | undefined;
}

function stateOf({ plan, proposed }: FormContents): string | undefined {
  const hasProposals = Object.keys(proposed).length > 0;
  return serializeFormState({ ...(plan === undefined ? {} : { plan }), ...(hasProposals ? { proposed } : {}) });
}

async function formReply(contents: FormContents, holdings: readonly CreditHolding[], scope: Scope) {
  const { words, today } = scope.request;
  const { answers, notes, errors, topics } = contents;
  const files = fileOptions(await findProofFiles(answers, scope));
  const { title, submit } = words.log;
  const form = logForm({
    command: 'log',
    title,
    submit,
    words,
    claimable: claimableHoldings(holdings, { answers, activity: readFormActivity(answers, today, topics) }),
    notes,
    files,
    state: stateOf(contents),
    // Files that were deleted meanwhile are no longer chosen.
    answers: { ...answers, proof: files.map(({ value }) => value) },
    ...(errors === undefined ? {} : { errors }),
  });
  return { kind: 'form', form } as const;
}

async function copyRecord(id: string, holdings: readonly CreditHolding[], scope: Scope): Promise<FormContents> {
  const { request, data } = scope;
  const { person, words, today } = request;
  const record = await data.activities.get(person.personId, id);
  if (record === null) throw new Refusal(words.log.gone);
  const claims = await data.activities.claimsOf(id);
  const { end: _, ...copied } = answersOfRecord(record, { claims, holdings }, words);
  const answers = { ...copied, start: today };
  const proposed = recognizeProposals(holdings, { answers, activity: readFormActivity(answers, today) });
  return { answers, notes: [], proposed };
}

/** Fills in everything an opportunity says; only the proof is left to add. */
async function fromOpportunity(id: string, holdings: readonly CreditHolding[], scope: Scope): Promise<FormContents> {
  const { request, data } = scope;
  const { words, today, person } = request;
  const opportunity = await data.opportunities.get(id);
  if (opportunity === null) throw new Refusal(words.opportunity.gone);
  const { title, provider, url, kind, delivery, startsAt, minutes, description: topics } = opportunity;
  const startedOn = startsAt ? dayIn(person.zone ?? data.workspace.zone, startsAt) : today;
  const { date: start = startedOn > today ? today : startedOn, until } = attendedDays(request.args);
  const answers: Answers = {
    title: title.slice(0, LOG_LIMITS.title),
    provider,
    kind,
    delivery,
    start,
    ...(until === undefined ? {} : { end: until }),
    counts: holdings.map(({ certification }) => certification.code),
    ...(minutes ? { duration: `${minutes}m` } : {}),
    ...(url.startsWith('https://') ? { link: url } : {}),
  };
  return { ...fillIn(answers, holdings, { scope, topics }), notes: [], topics };
}

/** Fills in the categories and the estimated credits. */
function fillIn(
  answers: Answers,
  holdings: readonly CreditHolding[],
  { scope, topics }: { readonly scope: Scope; readonly topics?: string },
): Pick<FormContents, 'answers' | 'proposed'> {
  const { words, today } = scope.request;
  const activity = readFormActivity(answers, today, topics);
  const categories = proposeCategories(holdings, { answers, activity });
  const credits = proposeCredits(holdings, { answers: categories.answers, activity }, words.amount);
  return { answers: credits.answers, proposed: { ...categories.proposed, ...credits.proposed } };
}

/** The days on which a member says they attended an opportunity. */
function attendedDays({ date = '', until = '' }: Scope['request']['args']) {
  return { date: parseDay(date), until: parseDay(until) };
}

function fromLine(text: string, holdings: readonly CreditHolding[], scope: Scope): FormContents {
  const { request, data } = scope;
  const { today, words, person } = request;
  const { catalogue } = data;
  const { url = '', date = '' } = request.args;
  const isCertification = (name: string) => findNamedCertification(name, catalogue) !== undefined;
  const quick = parseQuickEntry(text, { today, locale: person.locale ?? 'en-GB', isCertification });
  const named = quick.certifications?.map((name) => ({ name, found: findNamedCertification(name, catalogue) }));
  const holdingOf = (found: NamedCertification | undefined) =>
    holdings.find(({ certification }) => certification.code === found?.certification.code);
  const chosen =
    named === undefined ? holdings : holdings.filter((one) => named.some(({ found }) => holdingOf(found) === one));
  const categories = (named ?? []).flatMap(({ found }) =>
    found?.category === undefined ? [] : [[claimFields(found.certification).category, found.category] as const],
  );
  const answers: Answers = {
    title: quick.title,
    start: quick.invalidDate ?? quick.day ?? (date === '' ? today : date),
    ...(quick.lastDay === undefined ? {} : { end: quick.lastDay }),
    counts: chosen.map(({ certification }) => certification.code),
    ...(quick.kind === undefined ? {} : { kind: quick.kind }),
    ...(quick.duration === undefined ? {} : { duration: quick.duration }),
    ...(url === '' ? {} : { link: url }),
    ...Object.fromEntries(categories),
  };
  const errors = quick.invalidDate === undefined ? {} : { errors: { start: words.shape.badDay(quick.invalidDate) } };
  const unheld = (named ?? []).flatMap(({ name, found }) => {
    if (found === undefined) {
      const candidates = candidatesAmong(name, holdings, catalogue);
      return words.log.unknownCertification(
        name,
        candidates.map(({ short }) => short),
      );
    }
    return holdingOf(found) === undefined ? words.log.notYours(found.certification.short) : [];
  });
  return { ...fillIn(answers, holdings, { scope }), notes: [...dateNotes(quick, words), ...unheld], ...errors };
}

function dateNotes({ ambiguousDate, day, lastDay }: QuickEntry, { log, span }: Words): readonly string[] {
  if (ambiguousDate === undefined || day === undefined) return [];
  return [lastDay === undefined ? log.readDate(ambiguousDate, day) : log.readDays(ambiguousDate, span(day, lastDay))];
}
