import type { Delivery } from '../../domain/activity-kinds.ts';
import { parseDay } from '../../domain/calendar.ts';
import { opportunityDay } from '../../domain/opportunity-day.ts';
import { LOG_LIMITS } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { parseDuration } from '../records/parse-duration.ts';
import type { QuickEntry } from '../records/parse-quick-entry.ts';
import { durationErrors, entryDays, entryNames, readQuickEntry } from '../records/read-quick-entry.ts';
import { Refusal } from '../refusal.ts';
import { type HypotheticalActivity, hypotheticalClaims } from './hypothetical-claims.ts';

/** An activity to plan. */
interface ActivityToPlan {
  readonly quick: HypotheticalActivity & Pick<QuickEntry, 'title'>;
  readonly minutes: number;
  readonly provider: string;
  readonly delivery: Delivery | '';
  readonly description: string;
  /** The description of an opportunity. */
  readonly topics?: string;
}

/** Plans the activity of a line. Throws `Refusal` if something in it is unclear, it has no title or no duration, or would earn nothing. */
export async function planLine(text: string, holdings: readonly CreditHolding[], scope: Scope): Promise<void> {
  await savePlan(readPlanLine(text, holdings, scope), holdings, scope);
}

/** Checks the line of an activity as `planLine` does, and saves nothing. Throws `Refusal` if it couldn't be planned. */
export function checkPlanLine(text: string, holdings: readonly CreditHolding[], scope: Scope): void {
  claimsOfPlan(readPlanLine(text, holdings, scope), holdings, scope);
}

function readPlanLine(text: string, holdings: readonly CreditHolding[], scope: Scope): ActivityToPlan {
  const { words, today } = scope.request;
  const line = text.replace(/^\+\s*/u, '').replaceAll(/["“”]/gu, '');
  const reading = { holdings, today, direction: 'future' } as const;
  const quick = readQuickEntry(line, reading, scope);
  const days = entryDays(quick, reading, scope);
  const names = entryNames(quick, holdings, scope);
  const errors = { ...days.errors, ...durationErrors(quick, words), ...names.errors };
  const [question] = [...Object.values(errors), ...names.notes];
  if (question !== undefined) throw new Refusal(question);
  const minutes = quick.duration === undefined ? undefined : parseDuration(quick.duration);
  if (minutes === undefined || quick.title === '') throw new Refusal(words.plan.unread(text.slice(0, 100)));
  const { provider = '', link: description = '' } = quick;
  const planned = { ...quick, day: parseDay(days.start), lastDay: parseDay(days.end ?? '') };
  return { quick: planned, minutes, provider, delivery: '', description };
}

/** Plans an opportunity for every certification it would count for. Throws `Refusal` if its length is not known, or it would earn nothing. */
export async function planOpportunity(id: string, holdings: readonly CreditHolding[], scope: Scope): Promise<void> {
  const { request, data } = scope;
  const { words, person, today } = request;
  const opportunity = await data.opportunities.get(id);
  if (opportunity === null) throw new Refusal(words.opportunity.gone);
  const { title, kind, provider, delivery, minutes, url, description: topics } = opportunity;
  if (minutes === null || minutes === undefined) throw new Refusal(words.opportunity.noLength);
  const day = opportunityDay(opportunity, person.zone ?? data.workspace.zone) ?? today;
  const quick = { title: title.slice(0, LOG_LIMITS.title), kind, day, duration: `${minutes}m` };
  await savePlan({ quick, minutes, provider, delivery, topics, description: url }, holdings, scope);
}

/** What an activity would claim. Throws `Refusal` if it would earn nothing. */
function claimsOfPlan(planned: ActivityToPlan, holdings: readonly CreditHolding[], scope: Scope) {
  const { quick, provider, topics = '' } = planned;
  const claims = hypotheticalClaims({ ...quick, provider, topics }, holdings, scope);
  if (claims.length === 0) throw new Refusal(scope.request.words.plan.worthNothing);
  return claims;
}

async function savePlan(planned: ActivityToPlan, holdings: readonly CreditHolding[], scope: Scope): Promise<void> {
  const { request, data } = scope;
  const { person, today, now } = request;
  const claims = claimsOfPlan(planned, holdings, scope);
  const { quick, topics: _, ...about } = planned;
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

/** Removes a planned activity. Throws `Refusal` if the person has no such plan. */
export async function removePlan(activityId: string, { request, data }: Scope): Promise<void> {
  const { person, words } = request;
  if (!(await data.activities.dropPlan(person.personId, activityId))) throw new Refusal(words.plan.gone);
}
