import { answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { addDays, addYears, parseDay } from '../../domain/calendar.ts';
import { findHolding, findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { Refusal } from '../../services/refusal.ts';
import { snoozeForm } from '../../views/notifications/snooze-form.ts';
import { cardWithActions, lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

const DEFAULT_DAYS = 14;

/** Pauses the messages about a certification until a date; `--off` ends it. */
export const snooze: Command = {
  name: 'snooze',
  role: 'member',
  writes: 'on-submit',
  async run({ request, data, effects }): Promise<Reply> {
    const { words, today } = request;
    const phrases = words.nudge;
    const holdings = await findHoldings(request.person, data);
    if (holdings.length === 0) throw new Refusal(phrases.noCertifications);
    const { answers, args } = request;
    const { text = '' } = args;
    if (args.off !== undefined) return resume([text, args.off].join(' ').trim(), { request, data, effects });
    const options = holdings.map(({ certification: { code, short } }) => ({ value: code, label: short }));
    const form = snoozeForm(options, words);
    if (answers === undefined) {
      const target = (text === '' ? holdings[0] : findHolding(text, holdings, data.catalogue)) ?? holdings[0];
      const shown = { certification: target?.certification.code ?? '', until: addDays(today, DEFAULT_DAYS) };
      return { kind: 'form', form: { ...form, answers: shown } };
    }
    const errors = new FormErrors(readForm(form.parts, answers), words);
    const typed = answerOf(answers, 'until');
    const until = parseDay(typed);
    if (until === undefined) errors.add('until', words.pace.badDay(typed));
    else if (until < today) errors.add('until', phrases.snoozePast);
    else if (until > addYears(today, 1)) errors.add('until', phrases.snoozeFar);
    const target = holdings.find(({ certification }) => certification.code === answerOf(answers, 'certification'));
    if (errors.any || target === undefined || until === undefined)
      return { kind: 'form', form: { ...form, answers, errors: errors.toObject() } };
    await data.reminderStates.save(target.holdingId, { snoozedUntil: until });
    const { short, code } = target.certification;
    const end = { label: phrases.resume, command: 'snooze', args: { off: code } };
    return {
      kind: 'card',
      to: 'sender',
      card: cardWithActions(phrases.snoozeTitle, phrases.snoozed(short, until), [end]),
    };
  },
};

async function resume(text: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words } = request;
  const { holdingId, certification } = findHoldingOrRefuse(
    text,
    await findHoldings(context.request.person, context.data),
    context,
  );
  await data.reminderStates.save(holdingId, { snoozedUntil: null });
  return {
    kind: 'card',
    to: 'sender',
    card: lineCard(words.nudge.snoozeTitle, words.nudge.awake(certification.short)),
  };
}

/** Marks a certification as allowed to lapse, or undoes that: its messages stop, and no data is deleted. */
export const lapse: Command = {
  name: 'lapse',
  role: 'member',
  writes: 'always',
  async run({ request, data }): Promise<Reply> {
    const { words } = request;
    const { text = '', keep } = request.args;
    const requested = [text, keep ?? ''].join(' ').trim();
    if (requested === '') throw new Refusal(words.nudge.lapseWhich);
    const { holdingId, certification } = findHoldingOrRefuse(requested, await findHoldings(request.person, data), {
      request,
      data,
    });
    const letsLapse = keep === undefined;
    await data.reminderStates.save(holdingId, { letsLapse, ...(letsLapse ? {} : { step: 0, stepOn: null }) });
    const { short, code } = certification;
    const card = letsLapse
      ? cardWithActions(short, words.nudge.lapsing(short), [
          { label: words.nudge.keepIt, command: 'lapse', args: { keep: code } },
        ])
      : lineCard(short, words.nudge.keeping(short));
    return { kind: 'card', to: 'sender', card };
  },
};
