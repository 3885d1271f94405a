import type { Reply } from '../chat/interaction.ts';
import type { Delivery } from '../domain/activity-kinds.ts';
import { dayIn } from '../domain/calendar.ts';
import type { Part } from '../domain/holding.ts';
import { planCalendar } from '../reports/plan-calendar.ts';
import { exportFileCard } from '../views/file-card.ts';
import { LOG_LIMITS } from '../views/log-form.ts';
import { type Planned, planCard } from '../views/plan-card.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { readDuration } from './duration.ts';
import { creditHoldings, holdingsOf } from './held.ts';
import type { CreditHolding } from './member-holding.ts';
import { type QuickEntry, readQuickEntry } from './quick-entry.ts';
import { supposedClaims } from './suppose.ts';

/** What is planned: shows it, adds to it, takes away from it. Planned activities count for nothing. */
export const plan: Command = {
  name: 'plan',
  role: 'member',
  changes: 'at once',
  async run(context): Promise<Reply> {
    const { interaction, data, person, words } = context;
    const { text = '', remove, offer, calendar } = interaction.args;
    const holdings = creditHoldings(await holdingsOf(context));
    if (remove !== undefined && !(await data.activities.dropPlan(person.personId, remove)))
      throw new Refusal(words.plan.gone);
    if (offer !== undefined) await addOffered(offer, holdings, context);
    else if (text.trim() !== '') await add(text.trim(), holdings, context);
    if (calendar !== undefined) await bringCalendar(context);
    const card = planCard(await planned(holdings, context), words);
    return { kind: 'card', to: 'sender', card };
  },
};

/** Brings what is planned as a file for calendars. */
async function bringCalendar({ data, person, words, now, today, deliver }: Context): Promise<void> {
  const planned = (await data.activities.plannedBy(person.personId)).map(({ activityId: id, ...about }) => ({
    id,
    ...about,
  }));
  const bytes = planCalendar(planned, now);
  const about = { personId: person.personId, command: 'export', name: `recert-plan-${today}.ics` };
  const fileId = await data.files.add({ ...about, type: 'text/calendar; charset=utf-8', bytes }, now);
  await deliver(fileId, exportFileCard(words.offer.calendarFile));
}

async function add(text: string, holdings: readonly CreditHolding[], context: Context): Promise<void> {
  const { person, words, today, catalogue } = context;
  const isCertification = (name: string) => catalogue.find(name) !== undefined;
  const line = text.replace(/^\+\s*/u, '').replaceAll(/["“”]/gu, '');
  const quick = readQuickEntry(line, { today, locale: person.locale ?? 'en-GB', leaning: 'future', isCertification });
  const minutes = quick.duration === undefined ? undefined : readDuration(quick.duration);
  if (minutes === undefined || quick.title === '') throw new Refusal(words.plan.unread(text.slice(0, 100)));
  await keep({ quick, minutes, provider: '', delivery: '', description: '' }, holdings, context);
}

/** Plans something that is offered, for everything it would count for. */
async function addOffered(id: string, holdings: readonly CreditHolding[], context: Context): Promise<void> {
  const { data, words, person, today } = context;
  const offer = await data.opportunities.get(id);
  if (offer === null) throw new Refusal(words.offer.gone);
  const { title, kind, provider, delivery, startsAt, minutes, url } = offer;
  if (minutes === null || minutes === undefined) throw new Refusal(words.offer.noLength);
  const day = startsAt ? dayIn(person.zone ?? data.workspace.zone, startsAt) : today;
  const quick = { title: title.slice(0, LOG_LIMITS.title), kind, day, duration: `${minutes}m` };
  await keep({ quick, minutes, provider, delivery, description: url }, holdings, context);
}

interface Intended {
  readonly quick: Pick<QuickEntry, 'title' | 'kind' | 'day' | 'duration' | 'certifications'>;
  readonly minutes: number;
  readonly provider: string;
  readonly delivery: Delivery | '';
  readonly description: string;
}

async function keep(intended: Intended, holdings: readonly CreditHolding[], context: Context): Promise<void> {
  const { data, person, words, today, now } = context;
  const { quick, ...about } = intended;
  const claims = supposedClaims(quick, holdings, context);
  if (claims.length === 0) throw new Refusal(words.plan.worthNothing);
  const day = quick.day ?? today;
  await data.activities.add(
    {
      ...about,
      personId: person.personId,
      title: quick.title,
      kind: quick.kind ?? 'other',
      starts: day,
      ends: day,
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
