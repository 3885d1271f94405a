import { answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { parseDay } from '../../domain/calendar.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseDuration } from '../../services/records/parse-duration.ts';
import { proofLinkProblem } from '../../services/records/proof-link.ts';
import { offerForm } from '../../views/opportunities/offer-form.ts';
import type { Command } from '../command.ts';

/** Posts something worth attending to the team, by a form. */
export const offer: Command = {
  name: 'offer',
  role: 'member',
  writes: 'on-submit',
  async run({ request, data }): Promise<Reply> {
    const { words, now } = request;
    const { answers } = request;
    const form = offerForm(words, answers ?? { title: (request.args.text ?? '').slice(0, 200), kind: 'webinar' });
    if (answers === undefined) return { kind: 'form', form };
    const phrases = words.opportunity;
    const errors = new FormErrors(readForm(form.parts, answers), words);
    const url = answerOf(answers, 'url');
    if (!errors.has('url') && proofLinkProblem(url) !== undefined) errors.add('url', phrases.badAddress);
    const day = answerOf(answers, 'start');
    const typed = answerOf(answers, 'duration');
    const minutes = typed === '' ? undefined : parseDuration(typed);
    if (typed !== '' && !minutes) errors.replace('duration', words.log.badDuration(typed.slice(0, 40)));
    if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
    const sourceId = await data.opportunities.sourceByHand(phrases.byHand, now);
    const on = day === '' ? undefined : parseDay(day);
    const added = await data.opportunities.addByHand(sourceId, {
      key: url,
      url,
      title: answerOf(answers, 'title'),
      provider: answerOf(answers, 'provider'),
      description: '',
      kind: answerOf(answers, 'kind') as ActivityKind,
      delivery: on === undefined ? 'online-recorded' : 'online-live',
      startsAt: on === undefined ? undefined : new Date(`${on}T12:00:00Z`),
      minutes,
      isFree: answerOf(answers, 'free') === '' ? undefined : answerOf(answers, 'free') === 'yes',
    });
    if (!added) return { kind: 'form', form: { ...form, errors: { url: phrases.knownOffer } } };
    const blocks = [{ kind: 'text', text: phrases.suggested } as const];
    const look = { label: phrases.search, command: 'search', args: { text: answerOf(answers, 'title').slice(0, 100) } };
    return { kind: 'card', to: 'sender', card: { title: phrases.offerTitle, blocks, actions: [look] } };
  },
};
