import type { Reply } from '../../chat/reply.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { viewMembersAtRisk } from '../../services/teams/view-members-at-risk.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import { riskCard } from '../../views/teams/risk-card.ts';
import type { Command } from '../command.ts';

/** Lists the members of a team who are at risk, the nearest deadline first. Each view is in the log that members can see. */
export const risk: Command = {
  name: 'risk',
  role: 'manager',
  writes: 'never',
  async run(context): Promise<Reply> {
    const { today, words, args } = context.request;
    const team = await findTeamOrRefuse(args.text ?? '', context);
    const { risks, renewed } = await viewMembersAtRisk(team, context);
    const shown = { risks, renewed, from: requestedOffset(args.skip), today };
    return { kind: 'card', to: 'sender', card: riskCard(team, shown, words) };
  },
};
