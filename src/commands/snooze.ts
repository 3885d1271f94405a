import { answerOf } from '../chat/form.ts';
import type { Reply } from '../chat/interaction.ts';
import { readForm } from '../chat/read-form.ts';
import { addDays, addYears, parseDay } from '../domain/calendar.ts';
import { cardWithActions, lineCard } from '../views/ask-card.ts';
import { snoozeForm } from '../views/wish-forms.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { FormErrors } from './form-errors.ts';
import { heldOrRefused, holdingNamed, holdingsOf } from './held.ts';

const USUAL_DAYS = 14;

/** Says nothing of a certification until a day; `--off` ends it. */
export const snooze: Command = {
  name: 'snooze',
  role: 'member',
  changes: 'when sent',
  async run(context): Promise<Reply> {
    const { interaction, words, data, today, catalogue } = context;
    const say = words.nudge;
    const holdings = await holdingsOf(context);
    if (holdings.length === 0) throw new Refusal(say.nothingHeld);
    const { answers, args } = interaction;
    const { text = '' } = args;
    if (args.off !== undefined) return wake([text, args.off].join(' ').trim(), context);
    const options = holdings.map(({ certification: { code, short } }) => ({ value: code, label: short }));
    const form = snoozeForm(options, words);
    if (answers === undefined) {
      const meant = (text === '' ? holdings[0] : holdingNamed(text, holdings, catalogue)) ?? holdings[0];
      const shown = { certification: meant?.certification.code ?? '', until: addDays(today, USUAL_DAYS) };
      return { kind: 'form', form: { ...form, answers: shown } };
    }
    const errors = new FormErrors(readForm(form.parts, answers), words);
    const typed = answerOf(answers, 'until');
    const until = parseDay(typed);
    if (until === undefined) errors.add('until', words.pace.badDay(typed));
    else if (until < today) errors.add('until', say.snoozePast);
    else if (until > addYears(today, 1)) errors.add('until', say.snoozeFar);
    const meant = holdings.find(({ certification }) => certification.code === answerOf(answers, 'certification'));
    if (errors.any || meant === undefined || until === undefined)
      return { kind: 'form', form: { ...form, answers, errors: errors.toObject() } };
    await data.cares.save(meant.holdingId, { snoozedUntil: until });
    const { short, code } = meant.certification;
    const end = { label: say.wake, command: 'snooze', args: { off: code } };
    return { kind: 'card', to: 'sender', card: cardWithActions(say.snoozeTitle, say.snoozed(short, until), [end]) };
  },
};

async function wake(text: string, context: Context): Promise<Reply> {
  const { words, data } = context;
  const { holdingId, certification } = heldOrRefused(text, await holdingsOf(context), context);
  await data.cares.save(holdingId, { snoozedUntil: null });
  return {
    kind: 'card',
    to: 'sender',
    card: lineCard(words.nudge.snoozeTitle, words.nudge.awake(certification.short)),
  };
}

/** Lets a certification go, or keeps it after all: nothing more is said about it, and nothing of it is deleted. */
export const lapse: Command = {
  name: 'lapse',
  role: 'member',
  changes: 'at once',
  async run(context): Promise<Reply> {
    const { interaction, words, data } = context;
    const { text = '', keep } = interaction.args;
    const asked = [text, keep ?? ''].join(' ').trim();
    if (asked === '') throw new Refusal(words.nudge.lapseWhich);
    const { holdingId, certification } = heldOrRefused(asked, await holdingsOf(context), context);
    const letsLapse = keep === undefined;
    await data.cares.save(holdingId, { letsLapse, ...(letsLapse ? {} : { step: 0, stepOn: null }) });
    const { short, code } = certification;
    const card = letsLapse
      ? cardWithActions(short, words.nudge.lapsing(short), [
          { label: words.nudge.keepIt, command: 'lapse', args: { keep: code } },
        ])
      : lineCard(short, words.nudge.keeping(short));
    return { kind: 'card', to: 'sender', card };
  },
};
