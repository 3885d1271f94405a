import { type Answers, MORE_FIELDS } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { openAddForm } from '../../services/certifications/open-add-form.ts';
import { namesToAdd } from '../../services/certifications/parse-add-line.ts';
import { parseFormState } from '../../services/form-state.ts';
import { findComing } from '../../services/opportunities/find-coming.ts';
import { unchangedFields } from '../../services/records/certificate-fields.ts';
import { logRecord, saveDraft } from '../../services/records/log-record.ts';
import { openLogForm, savesAtOnce } from '../../services/records/open-log-form.ts';
import type { OverClaim } from '../../services/records/over-claims.ts';
import { findPendingLine, savePendingLine } from '../../services/records/pending-line.ts';
import { fileOptions, fileProblemText, findProofFiles } from '../../services/records/read-proof-fields.ts';
import { draftLog } from '../../services/records/save-log-draft.ts';
import { confirmationForm } from '../../services/records/save-warnings.ts';
import { readSubmittedForm, submittedClaimables } from '../../services/records/submitted-record-form.ts';
import { suggestFromFiles } from '../../services/records/suggest-from-files.ts';
import { comingCard } from '../../views/opportunities/coming-card.ts';
import { logDraftCard } from '../../views/records/draft-card.ts';
import { loggedCard } from '../../views/records/log-card.ts';
import { logForm } from '../../views/records/log-form.ts';
import { transcriptActions } from '../../views/transcript-actions.ts';
import type { Command, Context } from '../command.ts';

/** Logs an activity: opens the form filled in from the line, then saves it. */
export const log: Command = {
  name: 'log',
  role: 'member',
  writes: 'on-submit',
  opensForm: true,
  readsFormFiles: true,
  drafts: true,
  writesAtOnce: ({ args }) => savesAtOnce(args.text ?? ''),
  async run(context) {
    const { request, data } = context;
    const holdings = creditHoldings(await findHoldings(request.person, data));
    if (request.onBehalf === 'draft')
      return { kind: 'card', to: 'sender', card: logDraftCard(await draftLog(holdings, context), request.words) };
    if (holdings.length === 0) return addFirst(context);
    const { answers } = request;
    if (answers === undefined) return open(context, holdings);
    return request.args.more === MORE_FIELDS.more
      ? expand(context, holdings, answers)
      : save(context, holdings, answers);
  },
};

/** Opens the form; for an event that has not begun, offers to plan it instead. A line that ends in `!!` is sent with what it says, unless there is something to read first. */
async function open(context: Context, holdings: readonly CreditHolding[]): Promise<Reply> {
  const { request } = context;
  const { offer, date } = request.args;
  const coming = offer === undefined || date !== undefined ? undefined : await findComing(offer, context);
  if (coming !== undefined) return { kind: 'card', to: 'sender', card: comingCard(coming, request.words) };
  const { reply, needsReview } = await openLogForm(context, holdings);
  if (needsReview || !savesAtOnce(request.args.text ?? '')) return reply;
  const { form } = reply;
  const state = form.state === undefined ? {} : { state: form.state };
  return save({ ...context, request: { ...request, ...state } }, holdings, form.answers ?? {});
}

/** Opens the form that adds the certifications that the line names. The line is kept and comes after it. */
async function addFirst(context: Context): Promise<Reply> {
  const { request, data } = context;
  await savePendingLine(context);
  const names = namesToAdd(request.args.text ?? '', data.catalogue);
  const pendingLine = await findPendingLine(context);
  const form = await openAddForm({ line: names.join(', '), pendingLine }, context);
  const problems = (request.fileProblems ?? []).map((one) => fileProblemText(one, request.fileLimit, request.words));
  return { kind: 'form', form: problems.length === 0 ? form : { ...form, problem: problems.join(' ') } };
}

/** A sent form with what is suggested from its files, and how it is drawn again. */
async function readSent(context: Context, holdings: readonly CreditHolding[], sent: Answers) {
  const { request } = context;
  const { title, submit } = request.words.log;
  const typed = readSubmittedForm({ answers: sent, state: parseFormState(request.state) }, holdings, request);
  const suggested = await suggestFromFiles(typed, holdings, context);
  const { submitted, notes } = suggested ?? { submitted: typed, notes: [] };
  const { answers, serialized: state } = submitted;
  const files = await findProofFiles(answers, context);
  const draw = ({ overClaims = [], isExpanded }: { overClaims?: readonly OverClaim[]; isExpanded?: boolean } = {}) => {
    const claimable = submittedClaimables(holdings, submitted, overClaims);
    const read = unchangedFields(submitted.state.read ?? {}, answers);
    const about = { command: 'log', title, submit, notes, files: fileOptions(files), read } as const;
    return logForm({ ...about, words: request.words, claimable, answers, state, isExpanded });
  };
  return { submitted, files, draw, isSuggested: suggested !== undefined };
}

/** Shows the form with all its fields and the answers so far. */
async function expand(context: Context, holdings: readonly CreditHolding[], sent: Answers): Promise<Reply> {
  const { draw } = await readSent(context, holdings, sent);
  return { kind: 'form', form: draw({ isExpanded: true }) };
}

async function save(context: Context, holdings: readonly CreditHolding[], sent: Answers): Promise<Reply> {
  const { words } = context.request;
  const { submitted, files, draw, isSuggested } = await readSent(context, holdings, sent);
  const { answers, state } = submitted;
  const form = draw();
  if (isSuggested) {
    await saveDraft(submitted, context);
    return { kind: 'form', form };
  }
  const outcome = await logRecord({ form, submitted, holdings }, context);
  switch (outcome.kind) {
    case 'invalid':
      return { kind: 'form', form: { ...form, errors: outcome.errors } };
    case 'unconfirmed': {
      const { warnings, overClaims } = outcome;
      return { kind: 'form', form: confirmationForm(draw({ overClaims }), { answers, warnings, state }, words) };
    }
    case 'logged': {
      const logged = { ...outcome.record, files: files.map(({ name }) => name) };
      const card = loggedCard(logged, outcome.effects, words);
      const actions = [...transcriptActions(state.transcript, words), ...(card.actions ?? [])];
      return { kind: 'card', to: 'sender', card: { ...card, actions } };
    }
  }
}
