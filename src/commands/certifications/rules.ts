import type { Certification } from '../../domain/certification.ts';
import { findCertificationOrRefuse } from '../../services/certifications/find-certification.ts';
import { findHolding, findHoldings } from '../../services/certifications/holdings.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { activitiesCard, rulesCard } from '../../views/certifications/rules-card.ts';
import type { Command, Context } from '../command.ts';

/** Shows the rules of a certification. */
export const rules: Command = {
  name: 'rules',
  role: 'member',
  writes: 'never',
  async run(context) {
    const { request, data } = context;
    const { words, today } = request;
    const { code, text = '', part, skip } = request.args;
    const found =
      (code === undefined ? undefined : data.catalogue.get(code)) ?? (await findNamed(text.trim(), context));
    if (part === 'activities')
      return { kind: 'card', to: 'sender', card: activitiesCard(found, words, requestedOffset(skip)) };
    const shortOf = (code: string) => data.catalogue.get(code)?.short ?? code;
    const isOwn = (await data.customRules.all()).some(({ code }) => code === found.code);
    return { kind: 'card', to: 'sender', card: rulesCard(found, { today, isOwn, shortOf }, words) };
  },
};

/** Returns the certification that a member names: one of theirs first. Throws `Refusal` if it can be several. */
async function findNamed(text: string, context: Context): Promise<Certification> {
  const { request, data } = context;
  if (text === '') throw new Refusal(request.words.rules.which);
  const holdings = await findHoldings(request.person, data);
  return findHolding(text, holdings, data.catalogue)?.certification ?? findCertificationOrRefuse(text, context);
}
