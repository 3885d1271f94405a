import type { Reply } from '../../chat/reply.ts';
import { yearOf } from '../../domain/calendar.ts';
import { findHoldings } from '../../services/certifications/holdings.ts';
import { clearNamesOfHolder } from '../../services/certifications/names-of-holder.ts';
import { answerWhatIf } from '../../services/pace/answer-what-if.ts';
import { parseWhatIf } from '../../services/pace/parse-what-if.ts';
import { refuseUnknownNames } from '../../services/pace/refuse-unknown-names.ts';
import { Refusal } from '../../services/refusal.ts';
import type { Request } from '../../services/request.ts';
import { whatIfCard } from '../../views/pace/what-if-card.ts';
import type { Command } from '../command.ts';

/** Compares the pace before and after activities, pauses, other certifications and announced rules, all of them together. Saves nothing. */
export const whatIf: Command = {
  name: 'whatif',
  aliases: ['what-if', 'what if'],
  role: 'member',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words, today, person } = request;
    const { line, rulesOf } = questionOf(request);
    if (line === '' && rulesOf === undefined) throw new Refusal(words.whatif.which);
    const { find } = clearNamesOfHolder(await findHoldings(person, data), data.catalogue);
    const reading = { today, locale: person.locale ?? 'en-GB', find };
    const suppositions = parseWhatIf(line, reading);
    await refuseUnknownNames(suppositions, { rulesOf }, context);
    const outcomes = await answerWhatIf({ suppositions, rulesOf }, context);
    if (outcomes.length === 0) throw new Refusal(words.whatif.noCredits);
    const keep = suppositions.flatMap((one) => (one.kind === 'activity' ? [one.text] : []));
    return { kind: 'card', to: 'sender', card: whatIfCard(outcomes, keep.length === 1 ? keep[0] : undefined, words) };
  },
};

/** How many years ahead rules may be asked for. */
const YEARS_AHEAD = 20;

/** Reads the line and the year of `--rules`, before or behind the rest. Throws `Refusal` if it isn't this year or a later one. */
function questionOf({ args, words, today }: Request): { readonly line: string; readonly rulesOf: number | undefined } {
  const { rules, text = '' } = args;
  if (rules === undefined) return { line: text.trim(), rulesOf: undefined };
  const [typed = '', ...rest] = rules.split(/\s+/u);
  const year = /^\d{4}$/u.test(typed) ? Number(typed) : 0;
  if (year < yearOf(today) || year > yearOf(today) + YEARS_AHEAD)
    throw new Refusal(words.whatif.badYear(typed.slice(0, 60), yearOf(today) + 1));
  const line = [text, rest.join(' ').replace(/^;/u, '')].map((part) => part.trim()).filter((part) => part !== '');
  return { line: line.join('; '), rulesOf: year };
}
