import type { Reply } from '../chat/interaction.ts';
import type { Day } from '../domain/calendar.ts';
import { standingOf } from '../domain/standing.ts';
import { certsCard } from '../views/certs-card.ts';
import { paceCard, paceDetailCard } from '../views/pace-card.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { holdingNamed, holdingsOf } from './held.ts';
import { findDay } from './natural-day.ts';

/** Ahead, on track or behind: for every certification, or one in full; today or on another date. */
export const pace: Command = {
  name: 'pace',
  role: 'member',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { data, words, catalogue, today } = context;
    const { day, text } = asked(context);
    const on = day === today ? undefined : day;
    const holdings = await holdingsOf(context);
    if (holdings.length === 0) return { kind: 'card', to: 'sender', card: certsCard([], words, today) };
    const stood = (holding: (typeof holdings)[number]) => ({
      certification: holding.certification,
      standing: standingOf(holding, day, data.workspace.tolerance),
    });
    if (text === '') return { kind: 'card', to: 'sender', card: paceCard(holdings.map(stood), words, day, on) };
    const meant = holdingNamed(text, holdings, catalogue);
    if (meant === undefined)
      throw new Refusal(words.pace.unknown(text.slice(0, 60), nearestHeld(text, context, holdings)));
    return { kind: 'card', to: 'sender', card: paceDetailCard(stood(meant), words, day, on) };
  },
};

/** The day asked for and the certification meant: `--on 20 Nov cissp` may hold both. */
function asked({ interaction, person, today, words }: Context): { day: Day; text: string } {
  const { on, text = '' } = interaction.args;
  if (on === undefined) return { day: today, text };
  const found = findDay(on, today, person.locale ?? 'en-GB', 'future');
  if (found === undefined || found.index > 0) throw new Refusal(words.pace.badDay(on.slice(0, 60)));
  return { day: found.day, text: `${text} ${on.slice(found.words.length)}`.trim() };
}

function nearestHeld(text: string, { catalogue }: Context, holdings: Awaited<ReturnType<typeof holdingsOf>>) {
  const nearest = catalogue.nearest(text)?.code;
  return holdings.find((holding) => holding.certification.code === nearest)?.certification.short;
}
