import type { Reply } from '../chat/interaction.ts';
import type { Part } from '../domain/holding.ts';
import { type Planned, planCard } from '../views/plan-card.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { readDuration } from './duration.ts';
import { creditHoldings, holdingsOf } from './held.ts';
import type { CreditHolding } from './member-holding.ts';
import { readQuickEntry } from './quick-entry.ts';
import { supposedClaims } from './suppose.ts';

/** What is planned: shows it, adds to it, takes away from it. Planned activities count for nothing. */
export const plan: Command = {
  name: 'plan',
  role: 'member',
  changes: 'at once',
  async run(context): Promise<Reply> {
    const { interaction, data, person, words } = context;
    const { text = '', remove } = interaction.args;
    const holdings = creditHoldings(await holdingsOf(context));
    if (remove !== undefined && !(await data.activities.dropPlan(person.personId, remove)))
      throw new Refusal(words.plan.gone);
    if (text.trim() !== '') await add(text.trim(), holdings, context);
    const card = planCard(await planned(holdings, context), words);
    return { kind: 'card', to: 'sender', card };
  },
};

async function add(text: string, holdings: readonly CreditHolding[], context: Context): Promise<void> {
  const { data, person, words, today, catalogue, now } = context;
  const isCertification = (name: string) => catalogue.find(name) !== undefined;
  const line = text.replace(/^\+\s*/u, '').replaceAll(/["“”]/gu, '');
  const quick = readQuickEntry(line, { today, locale: person.locale ?? 'en-GB', leaning: 'future', isCertification });
  const minutes = quick.duration === undefined ? undefined : readDuration(quick.duration);
  if (minutes === undefined || quick.title === '') throw new Refusal(words.plan.unread(text.slice(0, 100)));
  const claims = supposedClaims(quick, holdings, context);
  if (claims.length === 0) throw new Refusal(words.plan.worthNothing);
  const day = quick.day ?? today;
  await data.activities.add(
    {
      personId: person.personId,
      title: quick.title,
      provider: '',
      kind: quick.kind ?? 'other',
      delivery: '',
      starts: day,
      ends: day,
      minutes,
      description: '',
      planned: true,
      claims: claims.map(({ holding, parts }) => ({
        holdingId: holding.holdingId,
        cycleId: holding.cycle.cycleId,
        parts,
      })),
    },
    now,
  );
}

async function planned(holdings: readonly CreditHolding[], { data, person }: Context): Promise<readonly Planned[]> {
  const activities = await data.activities.plannedBy(person.personId);
  const entries = await data.activities.entriesOf(
    holdings.map((holding) => holding.holdingId),
    'planned',
  );
  return activities.map(({ activityId, title, ends, minutes }) => {
    const claims = holdings.flatMap(({ holdingId, certification }) => {
      const parts: readonly Part[] = entries.get(holdingId)?.find(({ id }) => id === activityId)?.parts ?? [];
      return parts.length === 0 ? [] : [{ certification, parts }];
    });
    const named = claims.map(({ certification }) => certification.short).join(', ');
    const line = `${minutes ?? 0}m ${title} ${ends}${named === '' ? '' : ` for ${named}`}`;
    return { activityId, title, ends, line, claims };
  });
}
