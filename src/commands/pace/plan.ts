import type { Reply } from '../../chat/reply.ts';
import type { Delivery } from '../../domain/activity-kinds.ts';
import { dayIn } from '../../domain/calendar.ts';
import type { Part } from '../../domain/holding.ts';
import { planCalendar } from '../../reports/plan-calendar.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import type { CreditHolding } from '../../services/certifications/member-holding.ts';
import { hypotheticalClaims } from '../../services/pace/hypothetical-claims.ts';
import { findNamedCertification } from '../../services/records/named-certification.ts';
import { parseDuration } from '../../services/records/parse-duration.ts';
import { parseQuickEntry, type QuickEntry } from '../../services/records/parse-quick-entry.ts';
import { Refusal } from '../../services/refusal.ts';
import { type Planned, planCard } from '../../views/pace/plan-card.ts';
import { exportFileCard } from '../../views/portability/file-card.ts';
import { LOG_LIMITS } from '../../views/record-fields.ts';
import type { Command, Context } from '../command.ts';

/** Lists, adds and removes planned activities. They count only once they are logged. */
export const plan: Command = {
  name: 'plan',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { person, words } = request;
    const { text = '', remove, offer: opportunity, calendar } = request.args;
    const holdings = creditHoldings(await findHoldings(request.person, data));
    if (remove !== undefined && !(await data.activities.dropPlan(person.personId, remove)))
      throw new Refusal(words.plan.gone);
    if (opportunity !== undefined) await planOpportunity(opportunity, holdings, context);
    else if (text.trim() !== '') await add(text.trim(), holdings, context);
    if (calendar !== undefined) await deliverCalendar(context);
    const card = planCard(await planned(holdings, context), words);
    return { kind: 'card', to: 'sender', card };
  },
};

/** Delivers the planned activities as a calendar file. */
async function deliverCalendar({ request: { person, words, now, today }, data, effects }: Context): Promise<void> {
  const planned = (await data.activities.plannedBy(person.personId)).map(({ activityId: id, ...about }) => ({
    id,
    ...about,
  }));
  const bytes = planCalendar(planned, now);
  const about = { personId: person.personId, command: 'export', name: `recert-plan-${today}.ics` };
  const fileId = await data.files.add({ ...about, type: 'text/calendar; charset=utf-8', bytes }, now);
  effects.defer({ kind: 'deliver-file', fileId: fileId, card: exportFileCard(words.opportunity.calendarFile) });
}

async function add(text: string, holdings: readonly CreditHolding[], context: Context): Promise<void> {
  const { request, data } = context;
  const { person, words, today } = request;
  const { catalogue } = data;
  const isCertification = (name: string) => findNamedCertification(name, catalogue) !== undefined;
  const line = text.replace(/^\+\s*/u, '').replaceAll(/["“”]/gu, '');
  const quick = parseQuickEntry(line, {
    today,
    locale: person.locale ?? 'en-GB',
    direction: 'future',
    isCertification,
  });
  const minutes = quick.duration === undefined ? undefined : parseDuration(quick.duration);
  if (minutes === undefined || quick.title === '') throw new Refusal(words.plan.unread(text.slice(0, 100)));
  await keep({ quick, minutes, provider: '', delivery: '', description: '' }, holdings, context);
}

/** Plans an opportunity for every certification it would count for. */
async function planOpportunity(id: string, holdings: readonly CreditHolding[], context: Context): Promise<void> {
  const { request, data } = context;
  const { words, person, today } = request;
  const opportunity = await data.opportunities.get(id);
  if (opportunity === null) throw new Refusal(words.opportunity.gone);
  const { title, kind, provider, delivery, startsAt, minutes, url, description: topics } = opportunity;
  if (minutes === null || minutes === undefined) throw new Refusal(words.opportunity.noLength);
  const day = startsAt ? dayIn(person.zone ?? data.workspace.zone, startsAt) : today;
  const quick = { title: title.slice(0, LOG_LIMITS.title), kind, day, duration: `${minutes}m` };
  await keep({ quick, minutes, provider, delivery, topics, description: url }, holdings, context);
}

interface Intended {
  readonly quick: Pick<QuickEntry, 'title' | 'kind' | 'day' | 'lastDay' | 'duration' | 'certifications'>;
  readonly minutes: number;
  readonly provider: string;
  readonly delivery: Delivery | '';
  readonly description: string;
  /** The description of an opportunity. */
  readonly topics?: string;
}

async function keep(intended: Intended, holdings: readonly CreditHolding[], context: Context): Promise<void> {
  const { request, data } = context;
  const { person, words, today, now } = request;
  const { quick, topics = '', ...about } = intended;
  const claims = hypotheticalClaims({ ...quick, provider: about.provider, topics }, holdings, context);
  if (claims.length === 0) throw new Refusal(words.plan.worthNothing);
  const day = quick.day ?? today;
  await data.activities.add(
    {
      ...about,
      personId: person.personId,
      title: quick.title,
      kind: quick.kind ?? 'other',
      starts: day,
      ends: quick.lastDay ?? day,
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

async function planned(
  holdings: readonly CreditHolding[],
  { request: { person }, data }: Context,
): Promise<readonly Planned[]> {
  const activities = await data.activities.plannedBy(person.personId);
  const entries = await data.activities.entriesOf(
    holdings.map((holding) => holding.holdingId),
    'planned',
  );
  return activities.map(({ activityId, title, starts, ends, minutes }) => {
    const claims = holdings.flatMap(({ holdingId, certification }) => {
      const parts: readonly Part[] = entries.get(holdingId)?.find(({ id }) => id === activityId)?.parts ?? [];
      return parts.length === 0 ? [] : [{ certification, parts }];
    });
    const named = claims.map(({ certification }) => certification.short).join(', ');
    const days = starts === ends ? ends : `${starts} to ${ends}`;
    const line = `${minutes ?? 0}m ${title} ${days}${named === '' ? '' : ` for ${named}`}`;
    return { activityId, title, starts, ends, line, claims };
  });
}
