import type { Reply } from '../../chat/reply.ts';
import { proposeCycle } from '../../domain/cycle.ts';
import { withActivity, withPause } from '../../domain/what-if.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { hypotheticalClaims } from '../../services/pace/hypothetical-claims.ts';
import { parseWhatIf, type Supposition } from '../../services/pace/parse-what-if.ts';
import { Refusal } from '../../services/refusal.ts';
import { type WhatIfOutcome, whatIfCard } from '../../views/pace/what-if-card.ts';
import type { Command, Context } from '../command.ts';

/** Compares the pace before and after an activity, a pause or another certification. Saves nothing. */
export const whatIf: Command = {
  name: 'whatif',
  aliases: ['what-if', 'what if'],
  role: 'member',
  writes: 'never',
  async run({ request, data, effects }): Promise<Reply> {
    const { words, today, person } = request;
    const { catalogue } = data;
    const line = (request.args.text ?? '').trim();
    if (line === '') throw new Refusal(words.whatif.which);
    const holdings = creditHoldings(await findHoldings(request.person, data));
    const reading = { today, locale: person.locale ?? 'en-GB', find: (text: string) => catalogue.find(text) };
    const supposed = parseWhatIf(line, reading);
    const outcomes = supposed.flatMap((one) => outcomesOf(one, holdings, { request, data, effects }));
    if (outcomes.length === 0) throw new Refusal(words.whatif.noCredits);
    const keep = supposed.flatMap((one) => (one.kind === 'activity' ? [one.text] : []));
    return { kind: 'card', to: 'sender', card: whatIfCard(outcomes, keep.length === 1 ? keep[0] : undefined, words) };
  },
};

function outcomesOf(
  supposed: Supposition,
  holdings: readonly CreditHolding[],
  context: Context,
): readonly WhatIfOutcome[] {
  const { request, data } = context;
  const { today } = request;
  const { tolerance } = data.workspace;
  switch (supposed.kind) {
    case 'unread':
      return [supposed];
    case 'activity':
      return hypotheticalClaims(supposed.entry, holdings, context).map(({ holding, entry, parts }) => {
        const { certification } = holding;
        return { kind: 'activity', certification, parts, compared: withActivity(holding, entry, { today, tolerance }) };
      });
    case 'pause':
      return holdings.map((holding) => {
        const { certification } = holding;
        const { span: range } = supposed;
        return { kind: 'pause', certification, span: range, paused: withPause(holding, range, { today, tolerance }) };
      });
    case 'certification': {
      const { certification } = supposed;
      const { renewal } = certification;
      const cycle = renewal.kind === 'never-expires' ? undefined : proposeCycle(renewal, { start: today }, today);
      return [{ kind: 'certification', certification, cycle }];
    }
  }
}
