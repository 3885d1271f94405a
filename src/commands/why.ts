import type { Reply } from '../chat/interaction.ts';
import { certsCard } from '../views/certs-card.ts';
import { whyCard } from '../views/why-card.ts';
import { askedDay } from './asked-day.ts';
import { type Command, Refusal } from './command.ts';
import { countedWith, creditHoldings, creditStandingOn, heldOrRefused, holdingsOf } from './held.ts';
import type { CreditHolding } from './member-holding.ts';

/** The arithmetic of a pace in steps: of the certification named, or of the one that stands worst. */
export const why: Command = {
  name: 'why',
  role: 'member',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { words, data } = context;
    const { day, text } = askedDay(context);
    const all = await holdingsOf(context);
    if (all.length === 0) return { kind: 'card', to: 'sender', card: certsCard([], words, day) };
    const holdings = creditHoldings(all);
    const standing = (holding: CreditHolding) => creditStandingOn(holding, day, data.workspace.tolerance);
    const named = text === '' ? undefined : countedWith(heldOrRefused(text, all, context), all);
    const meant = named === undefined ? worst(holdings, standing) : creditHoldings([named])[0];
    if (meant === undefined) throw new Refusal(words.why.noCredits((named ?? all[0])?.certification.short ?? ''));
    const { certification, entries } = meant;
    const explained = { certification, standing: standing(meant), entries, today: day };
    return { kind: 'card', to: 'sender', card: whyCard(explained, words) };
  },
};

type StandingOf = (holding: CreditHolding) => ReturnType<typeof creditStandingOn>;

const WORST_FIRST = ['missed', 'behind', 'on-track', 'ahead', 'met', 'not-started'];

function worst(holdings: readonly CreditHolding[], standing: StandingOf): CreditHolding | undefined {
  const rank = (holding: CreditHolding) => {
    const { binding } = standing(holding);
    return [WORST_FIRST.indexOf(binding?.status ?? 'not-started'), binding?.delta ?? 0] as const;
  };
  return [...holdings].sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1])[0];
}
