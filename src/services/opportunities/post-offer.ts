import { type Answers, answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { parseDay } from '../../domain/calendar.ts';
import { allDayInstant } from '../../domain/opportunity-day.ts';
import type { NewOpportunity } from '../../store/opportunities/opportunities.ts';
import type { Words } from '../../strings/index.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { parseDuration } from '../records/parse-duration.ts';
import { proofLinkProblem } from '../records/proof-link.ts';
import type { SentForm } from '../sent-form.ts';

/** Posts the offer of a sent form to the team. Returns its title, or the errors by field. */
export async function postOffer(
  sent: SentForm,
  { request: { words, now }, data }: Scope,
): Promise<{ readonly title: string } | { readonly errors: Errors }> {
  const read = readOfferForm(sent, words);
  if ('errors' in read) return read;
  const { offer } = read;
  const sourceId = await data.opportunities.sourceByHand(words.opportunity.byHand, now);
  const isNew = await data.opportunities.addByHand(sourceId, offer);
  return isNew ? { title: offer.title } : { errors: { url: words.opportunity.knownOffer } };
}

function readOfferForm(
  { form, answers }: SentForm,
  words: Words,
): { readonly offer: NewOpportunity } | { readonly errors: Errors } {
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const url = answerOf(answers, 'url');
  if (!errors.has('url') && proofLinkProblem(url) !== undefined) errors.add('url', words.opportunity.badAddress);
  const typed = answerOf(answers, 'duration');
  const minutes = typed === '' ? undefined : parseDuration(typed);
  if (typed !== '' && !minutes) errors.replace('duration', words.log.badDuration(typed.slice(0, 40)));
  return errors.any ? { errors: errors.toObject() } : { offer: offerOf(answers, minutes) };
}

/** Returns the offer of correct answers. One without a day can be watched at any time. */
function offerOf(answers: Answers, minutes: number | undefined): NewOpportunity {
  const [url, start, free] = [answerOf(answers, 'url'), answerOf(answers, 'start'), answerOf(answers, 'free')];
  const on = start === '' ? undefined : parseDay(start);
  return {
    key: url,
    url,
    title: answerOf(answers, 'title'),
    provider: answerOf(answers, 'provider'),
    description: '',
    kind: answerOf(answers, 'kind') as ActivityKind,
    delivery: on === undefined ? 'online-recorded' : 'online-live',
    ...(on === undefined ? {} : { startsAt: allDayInstant(on), isAllDay: true }),
    minutes,
    isFree: free === '' ? undefined : free === 'yes',
  };
}
