import type { Answers } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { parseFormState } from '../../services/form-state.ts';
import { openLogForm } from '../../services/records/open-log-form.ts';
import { fileOptions, findProofFiles } from '../../services/records/read-proof-fields.ts';
import { readRecordForm } from '../../services/records/read-record-form.ts';
import { claimEffects, confirmationForm, findSaveWarnings } from '../../services/records/save-warnings.ts';
import { loggedCard } from '../../views/records/log-card.ts';
import { logForm } from '../../views/records/log-form.ts';
import type { Command, Context } from '../command.ts';

/** Logs an activity: opens the form filled in from the line, then saves it. */
export const log: Command = {
  name: 'log',
  role: 'member',
  writes: 'on-submit',
  async run(context) {
    const { request, data } = context;
    const ownHoldings = await findHoldings(request.person, data);
    const holdings = creditHoldings(ownHoldings);
    if (holdings.length === 0) return noHoldingsReply(context, ownHoldings.length > 0);
    const { answers } = request;
    return answers === undefined ? openLogForm(context, holdings) : save(context, holdings, answers);
  },
};

function noHoldingsReply({ request: { words } }: Context, holdsOthers: boolean): Reply {
  const add = { label: words.certs.add, command: 'add', args: {}, opensForm: true, style: 'primary' } as const;
  const blocks = [{ kind: 'text', text: holdsOthers ? words.log.noCreditHoldings : words.log.noHoldings } as const];
  return { kind: 'card', to: 'sender', card: { title: words.log.title, blocks, actions: [add] } };
}

async function save(context: Context, holdings: readonly CreditHolding[], answers: Answers): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  const { personId } = person;
  const { title, submit } = words.log;
  const files = await findProofFiles(answers, context);
  const about = { command: 'log', title, submit, notes: [], files: fileOptions(files) } as const;
  const form = logForm({ ...about, words, claimable: holdings, answers, state: request.state });
  const keepDraft = () => data.drafts.save(personId, 'log', { answers, state: request.state, savedAt: now });
  const read = readRecordForm({ form, answers, holdings }, request);
  if ('errors' in read) {
    await keepDraft();
    return { kind: 'form', form: { ...form, errors: read.errors } };
  }
  const { activity } = read;
  const state = parseFormState(request.state);
  const effects = claimEffects(activity, holdings, context);
  const concerns = await findSaveWarnings({ activity, effects }, context);
  if (concerns !== undefined && concerns.seen !== state.seen) {
    await keepDraft();
    return { kind: 'form', form: confirmationForm(form, { answers, warnings: concerns, state }, words) };
  }
  const activityId = await data.activities.add(activity, now);
  await data.duplicates.confirmDistinct(activityId, concerns?.duplicateIds ?? [], {
    confirmedBy: personId,
    confirmedAt: now,
  });
  if (state.plan !== undefined) await data.activities.dropPlan(personId, state.plan);
  await data.drafts.discard(personId, 'log');
  const card = loggedCard({ ...activity, activityId, files: files.map(({ name }) => name) }, effects, words);
  return { kind: 'card', to: 'sender', card };
}
