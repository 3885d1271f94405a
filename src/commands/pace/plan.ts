import type { Reply } from '../../chat/reply.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import { confirmPlanDraft, discardPlanDraft, draftPlan, findPlanDraft } from '../../services/pace/draft-plan.ts';
import { findPlans, makePlanCalendar } from '../../services/pace/find-plans.ts';
import { planLine, planOpportunity, removePlan } from '../../services/pace/plan-activity.ts';
import { planCard, planDraftCard } from '../../views/pace/plan-card.ts';
import { exportFileCard } from '../../views/portability/file-card.ts';
import type { Command } from '../command.ts';

/** Lists, adds and removes planned activities. They count only once they are logged. */
export const plan: Command = {
  name: 'plan',
  role: 'member',
  writes: 'always',
  drafts: true,
  async run(context): Promise<Reply> {
    const { request, data, effects } = context;
    const { person, words } = request;
    const { text = '', remove, offer: opportunity, calendar, draft, discard } = request.args;
    const holdings = creditHoldings(await findHoldings(person, data));
    if (request.onBehalf === 'draft') {
      await draftPlan(holdings, context);
      return { kind: 'card', to: 'sender', card: planDraftCard(text.trim(), words) };
    }
    if (draft !== undefined) await confirmPlanDraft(draft, holdings, context);
    if (discard !== undefined) await discardPlanDraft(discard, context);
    if (remove !== undefined) await removePlan(remove, context);
    if (opportunity !== undefined) await planOpportunity(opportunity, holdings, context);
    else if (text.trim() !== '') await planLine(text.trim(), holdings, context);
    if (calendar !== undefined) {
      const fileId = await makePlanCalendar(context);
      effects.defer({ kind: 'deliver-file', fileId, card: exportFileCard(words.opportunity.calendarFile) });
    }
    return {
      kind: 'card',
      to: 'sender',
      card: planCard(await findPlans(holdings, context), words, await findPlanDraft(context)),
    };
  },
};
