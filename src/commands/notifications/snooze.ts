import type { Reply } from '../../chat/reply.ts';
import { findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import {
  endSnooze,
  readSnooze,
  setLapse,
  startSnooze,
  suggestSnooze,
} from '../../services/notifications/pause-reminders.ts';
import { Refusal } from '../../services/refusal.ts';
import { snoozeForm } from '../../views/notifications/snooze-form.ts';
import { answerCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Pauses the messages about a certification until a date; `--off` ends it. */
export const snooze: Command = {
  name: 'snooze',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words, answers } = request;
    const phrases = words.nudge;
    const holdings = await findHoldings(request.person, data);
    if (holdings.length === 0) throw new Refusal(phrases.noCertifications);
    const { text = '', off } = request.args;
    if (off !== undefined) return resume([text, off].join(' ').trim(), context);
    const options = holdings.map(({ certification: { code, short } }) => ({ value: code, label: short }));
    const form = snoozeForm(options, words);
    if (answers === undefined) {
      const { holding, until } = suggestSnooze(text, holdings, context);
      return { kind: 'form', form: { ...form, answers: { certification: holding?.certification.code ?? '', until } } };
    }
    const read = readSnooze({ form, answers }, holdings, request);
    if ('errors' in read) return { kind: 'form', form: { ...form, answers, errors: read.errors } };
    await startSnooze(read, data);
    const { short, code } = read.holding.certification;
    const end = { label: phrases.resume, command: 'snooze', args: { off: code } };
    const card = answerCard(phrases.snoozed(short, read.until), phrases.snoozeTitle, { actions: [end] });
    return { kind: 'card', to: 'sender', card };
  },
};

async function resume(text: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person } = request;
  const holding = findHoldingOrRefuse(text, await findHoldings(person, data), context);
  await endSnooze(holding, data);
  const card = answerCard(words.nudge.awake(holding.certification.short), words.nudge.snoozeTitle);
  return { kind: 'card', to: 'sender', card };
}

/** Marks a certification as allowed to lapse, or undoes that: its messages stop, and no data is deleted. */
export const lapse: Command = {
  name: 'lapse',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words, person } = request;
    const { text = '', keep } = request.args;
    const requested = [text, keep ?? ''].join(' ').trim();
    if (requested === '') throw new Refusal(words.nudge.lapseWhich);
    const holding = findHoldingOrRefuse(requested, await findHoldings(person, data), context);
    const letsLapse = keep === undefined;
    await setLapse(holding, letsLapse, data);
    const { short, code } = holding.certification;
    const card = letsLapse
      ? answerCard(words.nudge.lapsing(short), short, {
          actions: [{ label: words.nudge.keepIt, command: 'lapse', args: { keep: code } }],
        })
      : answerCard(words.nudge.keeping(short), short);
    return { kind: 'card', to: 'sender', card };
  },
};
