import type { Reply } from '../chat/interaction.ts';
import { parseDay } from '../domain/calendar.ts';
import { standingOf } from '../domain/standing.ts';
import { certsCard } from '../views/certs-card.ts';
import { paceCard, paceDetailCard } from '../views/pace-card.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { holdingNamed, holdingsOf } from './held.ts';
import { readDay } from './natural-day.ts';

/** Ahead, on track or behind: for every certification, or one in full; today or on another date. */
export const pace: Command = {
  name: 'pace',
  role: 'member',
  changes: false,
  async run(context): Promise<Reply> {
    const { interaction, data, words, catalogue, today } = context;
    const day = dayAsked(context);
    const on = day === today ? undefined : day;
    const holdings = await holdingsOf(context);
    if (holdings.length === 0) return { kind: 'card', to: 'sender', card: certsCard([], words, today) };
    const { text = '' } = interaction.args;
    const stood = (holding: (typeof holdings)[number]) => ({
      certification: holding.certification,
      standing: standingOf(holding, day, data.workspace.tolerance),
    });
    if (text === '') return { kind: 'card', to: 'sender', card: paceCard(holdings.map(stood), words, day, on) };
    const meant = holdingNamed(text, holdings, catalogue);
    if (meant === undefined) throw new Refusal(words.pace.unknown(text, nearestHeld(text, context, holdings)));
    return { kind: 'card', to: 'sender', card: paceDetailCard(stood(meant), words, day, on) };
  },
};

function dayAsked({ interaction, person, today, words }: Context) {
  const { on } = interaction.args;
  if (on === undefined) return today;
  const day = parseDay(on) ?? readDay(on, today, person.locale ?? 'en-GB');
  if (day === undefined) throw new Refusal(words.pace.badDay(on));
  return day;
}

function nearestHeld(text: string, { catalogue }: Context, holdings: Awaited<ReturnType<typeof holdingsOf>>) {
  const nearest = catalogue.nearest(text)?.code;
  return holdings.find((holding) => holding.certification.code === nearest)?.certification.short;
}
