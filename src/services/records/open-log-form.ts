import type { Answers } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { parseDay } from '../../domain/calendar.ts';
import { opportunityDay } from '../../domain/opportunity-day.ts';
import { LOG_LIMITS } from '../../views/record-fields.ts';
import { logForm } from '../../views/records/log-form.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { parseFormState, serializeFormState } from '../form-state.ts';
import { Refusal } from '../refusal.ts';
import { unchangedFields } from './certificate-fields.ts';
import { claimableHoldings } from './claimable-holdings.ts';
import { documentRemarks, findFileReadings, theCertificate } from './file-readings.ts';
import { readFormActivity } from './form-activity.ts';
import { fillCategoriesAndCredits, type LogFormContents } from './log-form-contents.ts';
import { withPendingLine } from './pending-line.ts';
import { recognizeProposals } from './proposed-credits.ts';
import { fillFromLine } from './quick-entry-form.ts';
import { fileOptions, fileProblemText, findProofFiles } from './read-proof-fields.ts';
import { answersOfRecord } from './record-answers.ts';
import { shortFileId } from './suggest-from-files.ts';

/** The end of a line that is saved at once, if it leaves nothing to ask. */
const AT_ONCE = /\s*!!\s*$/u;

/** Whether a line is to be saved without showing the form. */
export function savesAtOnce(line: string): boolean {
  return AT_ONCE.test(line);
}

/** A log form, and whether something in it must be read or answered before it is saved. */
export interface OpenedLogForm {
  readonly reply: Extract<Reply, { kind: 'form' }>;
  readonly needsReview: boolean;
}

/** Opens the form for a new record, filled in from a line, another record, an opportunity or the saved draft. */
export async function openLogForm(bare: Scope, holdings: readonly CreditHolding[]): Promise<OpenedLogForm> {
  const scope = await withPendingLine(bare);
  const { request, data } = scope;
  const { person, words, now } = request;
  const { url = '', like, plan, offer: opportunity } = request.args;
  const files = [...(request.uploads ?? []), ...(request.args.files ?? '').split(' ').filter((id) => id !== '')];
  const text = (request.args.text ?? '').replace(AT_ONCE, '');
  if (text === 'new') await data.drafts.discard(person.personId, 'log');
  if (like !== undefined) return openedForm(await copyRecord(like, holdings, scope), holdings, scope);
  if (opportunity !== undefined)
    return openedForm(await fromOpportunity(opportunity, holdings, scope), holdings, scope);
  const isBare = (text === '' || text === 'new') && url === '' && files.length === 0 && plan === undefined;
  const draft = isBare ? await data.drafts.get(person.personId, 'log') : undefined;
  if (draft !== undefined) {
    const { proposed = {}, byAgent, ...more } = parseFormState(draft.state);
    const savedOn = draft.savedAt.toISOString().slice(0, 10);
    const notes = [byAgent === true ? words.draft.byAgent(savedOn) : words.draft.suggested(savedOn)];
    return openedForm({ answers: draft.answers, notes, proposed, ...more }, holdings, scope);
  }
  const documents = await findFileReadings(files, scope);
  const certificate = theCertificate(documents, request.args.course);
  const quick = fillFromLine({ text: text === 'new' ? '' : text, certificate }, holdings, scope);
  const problems = (request.fileProblems ?? []).map((problem) => fileProblemText(problem, request.fileLimit, words));
  const contents = {
    ...quick,
    answers: files.length === 0 ? quick.answers : { ...quick.answers, proof: files },
    files: files.map(shortFileId),
    notes: [...problems, ...documentRemarks(documents, scope), ...quick.notes],
    ...(plan === undefined ? {} : { plan }),
  };
  // Saved before the form is sent, so that closing it doesn't lose what was typed or taken from a message.
  // A wrong guess must not replace an unfinished form.
  if (!isBare && plan === undefined && request.isGuess !== true)
    await data.drafts.save(person.personId, 'log', {
      answers: contents.answers,
      state: stateOf(contents),
      savedAt: now,
    });
  return openedForm(contents, holdings, scope);
}

function stateOf({
  plan,
  proposed,
  typedDate,
  read,
  transcript,
  day,
  files = [],
}: LogFormContents): string | undefined {
  const hasProposals = Object.keys(proposed).length > 0;
  return serializeFormState({
    ...{ plan, typedDate, read, transcript, day },
    ...(files.length === 0 ? {} : { files: [...files] }),
    ...(hasProposals ? { proposed } : {}),
  });
}

/** Opens the form for a new record with what it is filled in with. */
export async function openedForm(
  contents: LogFormContents,
  holdings: readonly CreditHolding[],
  scope: Scope,
): Promise<OpenedLogForm> {
  const { words, today } = scope.request;
  const { answers, notes, remarks = [], errors, topics } = contents;
  const files = fileOptions(await findProofFiles(answers, scope));
  const { title, submit } = words.log;
  const form = logForm({
    command: 'log',
    title,
    submit,
    words,
    claimable: claimableHoldings(holdings, { answers, activity: readFormActivity(answers, today, topics) }),
    notes: [...notes, ...remarks],
    files,
    state: stateOf(contents),
    read: unchangedFields(contents.read ?? {}, answers),
    // Files that were deleted meanwhile are no longer chosen.
    answers: { ...answers, proof: files.map(({ value }) => value) },
    ...(errors === undefined ? {} : { errors }),
  });
  return { reply: { kind: 'form', form }, needsReview: notes.length > 0 || errors !== undefined };
}

async function copyRecord(id: string, holdings: readonly CreditHolding[], scope: Scope): Promise<LogFormContents> {
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
async function fromOpportunity(id: string, holdings: readonly CreditHolding[], scope: Scope): Promise<LogFormContents> {
  const { request, data } = scope;
  const { words, today, person } = request;
  const opportunity = await data.opportunities.get(id);
  if (opportunity === null) throw new Refusal(words.opportunity.gone);
  const { title, provider, url, kind, delivery, minutes, description: topics } = opportunity;
  const startedOn = opportunityDay(opportunity, person.zone ?? data.workspace.zone) ?? today;
  const { date: start = startedOn, until } = attendedDays(request.args);
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
  const { errors: _, ...filled } = fillCategoriesAndCredits(answers, holdings, { scope, topics });
  return { ...filled, notes: [], topics };
}

/** The days on which a member says they attended an opportunity. */
function attendedDays({ date = '', until = '' }: Scope['request']['args']) {
  return { date: parseDay(date), until: parseDay(until) };
}
