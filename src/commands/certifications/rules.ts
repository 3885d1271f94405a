import { activitiesCard, rulesCard } from '../../views/certifications/rules-card.ts';
import { type Command, Refusal } from '../command.ts';

/** The rule card of a certification, held or not. */
export const rules: Command = {
  name: 'rules',
  role: 'member',
  writes: 'never',
  async run({ interaction, words, catalogue, today, data }) {
    const text = (interaction.args.text ?? '').trim();
    if (text === '') throw new Refusal(words.rules.which);
    const found = catalogue.find(text);
    if (found === undefined) throw new Refusal(words.add.unknown(text.slice(0, 60), catalogue.nearest(text)?.short));
    if (interaction.args.part === 'activities')
      return { kind: 'card', to: 'sender', card: activitiesCard(found, words) };
    const shortOf = (code: string) => catalogue.get(code)?.short ?? code;
    const isOwn = (await data.customRules.all()).some(({ code }) => code === found.code);
    return { kind: 'card', to: 'sender', card: rulesCard(found, words, today, { isOwn, shortOf }) };
  },
};
