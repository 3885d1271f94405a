import type { Reply } from '../../chat/reply.ts';
import {
  carrierOfHolding,
  creditHoldings,
  creditStandingOn,
  findHoldingOrRefuse,
  findHoldings,
} from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { renewalReasonOf } from '../../services/certifications/renewal-reason.ts';
import { requestedDate } from '../../services/pace/requested-date.ts';
import { Refusal } from '../../services/refusal.ts';
import { certsCard } from '../../views/certifications/certs-card.ts';
import { whyCard } from '../../views/pace/why-card.ts';
import { whyRenewedCard } from '../../views/pace/why-renewed-card.ts';
import type { Command } from '../command.ts';

/** Shows the calculation of a pace step by step, for the named certification or the one furthest behind. */
export const why: Command = {
  name: 'why',
  role: 'member',
  writes: 'never',
  dependsOn: 'standing',
  async run({ request, data }): Promise<Reply> {
    const { words } = request;
    const { day, text } = requestedDate(request);
    const all = await findHoldings(request.person, data);
    if (all.length === 0) return { kind: 'card', to: 'sender', card: certsCard([], words, day) };
    const holdings = creditHoldings(all);
    const standing = (holding: CreditHolding) => creditStandingOn(holding, day, data.workspace.tolerance);
    const named = text === '' ? undefined : carrierOfHolding(findHoldingOrRefuse(text, all, { request, data }), all);
    const { tolerance } = data.workspace;
    const reason = named && renewalReasonOf(named, all, { day, tolerance });
    if (reason !== undefined) return { kind: 'card', to: 'sender', card: whyRenewedCard(reason, day, words) };
    const target = named === undefined ? worst(holdings, standing) : creditHoldings([named])[0];
    if (target === undefined) throw new Refusal(words.why.noCredits((named ?? all[0])?.certification.short ?? ''));
    const { certification, entries } = target;
    const explained = { certification, standing: standing(target), entries, today: day };
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
