import { findCertificationOrRefuse } from '../../services/certifications/find-certification.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { activitiesCard, rulesCard } from '../../views/certifications/rules-card.ts';
import type { Command } from '../command.ts';

/** Shows the rules of a certification. */
export const rules: Command = {
  name: 'rules',
  role: 'member',
  writes: 'never',
  async run(context) {
    const { request, data } = context;
    const { words, today } = request;
    const text = (request.args.text ?? '').trim();
    if (text === '') throw new Refusal(words.rules.which);
    const found = findCertificationOrRefuse(text, context);
    const { part, skip } = request.args;
    if (part === 'activities')
      return { kind: 'card', to: 'sender', card: activitiesCard(found, words, requestedOffset(skip)) };
    const shortOf = (code: string) => data.catalogue.get(code)?.short ?? code;
    const isOwn = (await data.customRules.all()).some(({ code }) => code === found.code);
    return { kind: 'card', to: 'sender', card: rulesCard(found, { today, isOwn, shortOf }, words) };
  },
};
