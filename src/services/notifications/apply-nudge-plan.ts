import { withLanguage } from '../../chat/platform-phrases.ts';
import { type Day, dayIn } from '../../domain/calendar.ts';
import { type NudgePlan, STEP_DAYS, type Topic, type WatchedHolding } from '../../domain/nudge.ts';
import { nextContactTime } from '../../domain/weekly-schedule.ts';
import type { StoredPlace } from '../../store/account/directory-entities.ts';
import type { Person } from '../../store/entities.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { type Words, wordsFor } from '../../strings/index.ts';
import { asksForCredits, managerCard, nudgeCard, type ShownWay } from '../../views/notifications/nudge-message.ts';
import { startText } from '../../views/opportunity-item.ts';
import { creditHoldings } from '../certifications/holdings.ts';
import type { SearchableData } from '../data-with-catalogue.ts';
import { contactHoursOf, withPreferences } from '../person-preferences.ts';
import type { HoldingStanding } from '../teams/team-standings.ts';
import { findShortestWay } from './shortest-way.ts';
import { shortHash } from './watched-holding.ts';

/** The data of a workspace and the time at which its nudges are decided. */
export interface NudgeScope {
  readonly data: SearchableData;
  readonly now: Date;
}

/** What was decided about one member. */
interface MemberDecision {
  readonly person: Person;
  readonly today: Day;
  readonly place: StoredPlace | undefined;
  readonly watched: readonly WatchedHolding[];
  readonly holdings: readonly HoldingStanding[];
  readonly plan: NudgePlan;
  readonly managers: readonly string[];
  readonly mayEscalate: boolean;
  /** Why nothing is sent now: `off`, `away`, `budget` or `unreachable`. */
  readonly holdBackReason: string | undefined;
}

/** Plans the nudge of a member, or records why it is held back, and saves the steps and rule marks of their holdings. */
export async function applyNudgePlan(decision: MemberDecision, scope: NudgeScope): Promise<void> {
  const { person, watched, plan, holdBackReason, today } = decision;
  const { data, now } = scope;
  const { personId } = person;
  const { topics, resolved, steps } = plan;
  if (resolved.length > 0) {
    const key = `over ${personId} ${now.getTime()}`;
    await data.nudges.note({ personId, key, outcome: 'resolved', topics: resolved, onDay: today }, now);
  }
  if (topics.length > 0 && holdBackReason !== undefined) {
    await recordHeldBack(decision, holdBackReason, scope);
    const isHeldBack = ({ holdingId }: WatchedHolding) => topics.some((topic) => topic.watched.holdingId === holdingId);
    await saveRuleMarks(
      watched.filter((one) => !isHeldBack(one)),
      data,
    );
    return;
  }
  if (topics.length > 0) await planNudge(decision, scope);
  for (const { holdingId, step, stepOn } of steps)
    await data.reminderStates.save(holdingId, { step, stepOn: stepOn ?? null });
  await saveRuleMarks(watched, data);
}

async function recordHeldBack(
  { person: { personId }, plan: { topics }, today }: MemberDecision,
  reason: string,
  { data, now }: NudgeScope,
): Promise<void> {
  // The key of an escalation step contains the day; without it, the reason is recorded once instead of daily.
  const lasting = topics.map((topic) => (topic.kind === 'ladder' ? `${topic.watched.holdingId} ladder` : topic.key));
  const key = `held ${personId} ${reason} ${shortHash(lasting.join())}`;
  const keys = topics.map((topic) => topic.key);
  await data.nudges.note({ personId, key, outcome: 'held-back', reason, topics: keys, onDay: today }, now);
}

async function planNudge(decision: MemberDecision, scope: NudgeScope): Promise<void> {
  const { person, place, plan, managers, mayEscalate, today } = decision;
  const { data, now } = scope;
  const { personId } = person;
  const { topics } = plan;
  if (place === undefined) return;
  const key = `nudge ${personId} ${today}`;
  const words = wordsFor(person.locale);
  const ways = await findWays(decision, words, scope);
  const about = { today, announces: mayEscalate, stepDays: STEP_DAYS, ways };
  const card = withLanguage(nudgeCard(topics, about, words), words.language);
  const keys = topics.map((topic) => topic.key);
  const isNew = await data.nudges.note({ personId, key, outcome: 'sent', topics: keys, onDay: today }, now);
  if (!isNew) return;
  await data.outbox.plan({ key, purpose: 'nudge', place, card, personId }, now);
  const escalated = topics.filter((topic) => topic.kind === 'ladder' && topic.step === 3);
  for (const topic of escalated) await notifyManagers(topic, { member: person, managers }, scope);
}

/** Returns the shortest way to meet the binding requirement of each certification that the nudge asks to earn credits for. */
async function findWays(
  { person, today, holdings, plan: { topics } }: MemberDecision,
  words: Words,
  { data, now }: NudgeScope,
): Promise<ReadonlyMap<string, ShownWay>> {
  const { tolerance } = data.workspace;
  const view = { zone: person.zone ?? data.workspace.zone, today, tolerance };
  const ways = new Map<string, ShownWay>();
  for (const { watched } of topics.filter(asksForCredits)) {
    const found = holdings.find(({ holding }) => holding.holdingId === watched.holdingId);
    const [holding] = found === undefined ? [] : creditHoldings([found.holding]);
    if (holding === undefined || ways.has(watched.holdingId)) continue;
    const way = await findShortestWay(holding, { data, now, locale: person.locale, view });
    if (way === undefined) continue;
    const offers = way.offers.map((one) => ({ ...one, when: startText(one, view.zone, words), estimates: [] }));
    ways.set(watched.holdingId, { ...way, offers });
  }
  return ways;
}

/** Plans the last escalation step, which was announced to the member: a notice to each manager in their contact hours. */
async function notifyManagers(
  topic: Topic,
  { member, managers }: { readonly member: Person; readonly managers: readonly string[] },
  { data, now }: NudgeScope,
): Promise<void> {
  data.audit.record('look', { kind: 'person', subject: member.personId, reason: 'ladder' });
  for (const personId of managers) {
    const stored = await data.people.get(personId);
    const [place] = await data.people.addressesOf(personId);
    if (stored === null || place === undefined) continue;
    const preferences = await data.preferences.of(personId);
    const manager = withPreferences(stored, preferences);
    const contactHours = contactHoursOf(manager, preferences, data.workspace);
    const words = wordsFor(manager.locale);
    const today = dayIn(contactHours.zone, now);
    const card = withLanguage(managerCard({ name: member.name, watched: topic.watched }, today, words), words.language);
    const key = `told ${personId} ${topic.key}`;
    const dueAt = nextContactTime(contactHours, now);
    await data.outbox.plan({ key, purpose: 'notice', place, card, personId, dueAt }, now);
  }
}

async function saveRuleMarks(watched: readonly WatchedHolding[], data: WorkspaceData): Promise<void> {
  for (const { holdingId, figures } of watched) {
    const { before, now } = figures;
    if (before?.rules !== now.rules || before.figures !== now.figures) await data.reminderStates.save(holdingId, now);
  }
}
