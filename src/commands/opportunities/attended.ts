import { answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { readTypedDays } from '../../services/ambiguous-date.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { type FormState, parseFormState, serializeFormState } from '../../services/form-state.ts';
import { findComing } from '../../services/opportunities/find-coming.ts';
import { findDays } from '../../services/parse-date.ts';
import { openLogForm } from '../../services/records/open-log-form.ts';
import { Refusal } from '../../services/refusal.ts';
import { comingCard } from '../../views/opportunities/coming-card.ts';
import { attendedForm } from '../../views/opportunities/offer-form.ts';
import type { Command, Context } from '../command.ts';

/** Finds an opportunity that the member attended while they type, and opens the form to log it. */
export const attended: Command = {
  name: 'attended',
  role: 'member',
  writes: 'never',
  async run({ request, data }): Promise<Reply> {
    const { words } = request;
    const { answers } = request;
    const id = answers === undefined ? undefined : answerOf(answers, 'offer');
    const chosen = id === undefined ? null : await data.opportunities.get(id);
    const days = request.state === undefined ? daysOf(request) : parseFormState(request.state);
    const form = attendedForm(words, {
      chosen: chosen === null ? undefined : { id: chosen.opportunityId, title: chosen.title },
      state: serializeFormState(days),
    });
    if (answers === undefined) return { kind: 'form', form };
    const errors = new FormErrors(readForm(form.parts, answers), words);
    if (chosen === null) errors.replace('offer', words.opportunity.choose);
    if (errors.any || chosen === null) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
    const holdings = creditHoldings(await findHoldings(request.person, data));
    if (holdings.length === 0) throw new Refusal(words.log.noHoldings);
    const { date, until } = days;
    const coming = date === undefined ? await findComing(chosen.opportunityId, { request, data }) : undefined;
    if (coming !== undefined) return { kind: 'card', to: 'sender', card: comingCard(coming, words) };
    const { answers: _, state: __, ...rest } = request;
    const { reply } = await openLogForm(
      {
        request: { ...rest, args: { offer: chosen.opportunityId, ...(date && { date }), ...(until && { until }) } },
        data,
      },
      holdings,
    );
    return reply;
  },
};

/** The days named in the line, `attended 26-29 April`. Throws `Refusal` if day and month could be swapped. */
function daysOf({ args, today, person, words }: Context['request']): Pick<FormState, 'date' | 'until'> {
  const reading = { today, locale: person.locale ?? 'en-GB' };
  const found = findDays(args.text ?? '', reading);
  if (found === undefined) return {};
  const typed = found.isAmbiguous ? readTypedDays(found.words, reading) : { range: found };
  if ('readings' in typed) {
    const [one = '', other = ''] = typed.readings.map(({ start, end }) => words.span(start, end));
    throw new Refusal(words.log.whichDay(found.words, one, other));
  }
  const { start, end } = typed.range;
  if (end > today) return {};
  return { date: start, ...(end === start ? {} : { until: end }) };
}
