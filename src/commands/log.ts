import type { Answers } from '../chat/form.ts';
import type { Reply } from '../chat/interaction.ts';
import { loggedCard } from '../views/log-card.ts';
import { logForm } from '../views/log-form.ts';
import type { Command, Context } from './command.ts';
import { readState } from './form-state.ts';
import { creditHoldings, holdingsOf } from './held.ts';
import { openLog } from './log-open.ts';
import type { CreditHolding } from './member-holding.ts';
import { readLog } from './read-log.ts';
import { fileOptions, filesIn } from './read-proof.ts';
import { askedAgain, concernsOf, effectsOf } from './record-form.ts';

/** Logs an activity: opens the form, filled in from the line; then saves what was sent. */
export const log: Command = {
  name: 'log',
  role: 'member',
  changes: 'when sent',
  async run(context) {
    const held = await holdingsOf(context);
    const holdings = creditHoldings(held);
    if (holdings.length === 0) return nothingToLogFor(context, held.length > 0);
    const { answers } = context.interaction;
    return answers === undefined ? openLog(context, holdings) : save(context, holdings, answers);
  },
};

function nothingToLogFor({ words }: Context, holdsOthers: boolean): Reply {
  const add = { label: words.certs.add, command: 'add', args: {}, opensForm: true, style: 'primary' } as const;
  const blocks = [{ kind: 'text', text: holdsOthers ? words.log.noCreditHoldings : words.log.noHoldings } as const];
  return { kind: 'card', to: 'sender', card: { title: words.log.title, blocks, actions: [add] } };
}

async function save(context: Context, holdings: readonly CreditHolding[], answers: Answers): Promise<Reply> {
  const { person, words, data, now, interaction } = context;
  const { personId } = person;
  const { title, submit } = words.log;
  const files = await filesIn(answers, context);
  const about = { command: 'log', title, submit, notes: [], files: fileOptions(files) } as const;
  const form = logForm({ ...about, words, claimable: holdings, answers, state: interaction.state });
  const keepDraft = () => data.drafts.save(personId, 'log', { answers, state: interaction.state, savedAt: now });
  const read = readLog({ form, answers, holdings }, context);
  if ('errors' in read) {
    await keepDraft();
    return { kind: 'form', form: { ...form, errors: read.errors } };
  }
  const { activity } = read;
  const state = readState(interaction.state);
  const effects = effectsOf(activity, holdings, context);
  const concerns = await concernsOf(activity, effects, context);
  if (concerns !== undefined && concerns.seen !== state.seen) {
    await keepDraft();
    return { kind: 'form', form: askedAgain(form, answers, concerns, state, context) };
  }
  const activityId = await data.activities.add(activity, now);
  await data.doubles.bothReal(activityId, concerns?.doubles ?? [], personId, now);
  if (state.plan !== undefined) await data.activities.dropPlan(personId, state.plan);
  await data.drafts.discard(personId, 'log');
  const card = loggedCard({ ...activity, activityId, files: files.map(({ name }) => name) }, effects, words);
  return { kind: 'card', to: 'sender', card };
}
