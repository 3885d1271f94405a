import type { Catalogue } from '../catalogue/index.ts';
import type { RatedActivity } from '../domain/activity-rates.ts';
import { addDays, addMonths, addYears, type Day, dayIn, endOfMonth, monthOf, yearOf } from '../domain/calendar.ts';
import { WHOLE } from '../domain/category-tree.ts';
import { categoryOfClaim } from '../domain/claim-category.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import { proposeCycle } from '../domain/cycle.ts';
import { claimLimit } from '../domain/over-claim.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import { sampleOpportunities } from './opportunities.ts';
import { DONE, SAMPLE, SAMPLE_PEOPLE, SAMPLE_TEAM, type SampleHolding, type SamplePerson } from './team.ts';

/** Fills the sample workspace with people, records and opportunities. Does nothing if it already has people. */
export async function seedSample(store: Store, catalogue: Catalogue, now: Date): Promise<void> {
  const workspaceId = await store.directory.workspaceOf(SAMPLE.platform, SAMPLE.tenant, now);
  await store.inWorkspace(workspaceId, async (data) => {
    if ((await data.people.all()).length > 0) return;
    for (const person of SAMPLE_PEOPLE) await seedPerson(person, data, { catalogue, now });
    await seedTeam(data, now);
    await seedOpportunities(data, now);
  });
}

async function seedPerson(
  sample: SamplePerson,
  data: WorkspaceData,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Date },
): Promise<void> {
  const { user, name, zone, locale, role } = sample;
  const { personId } = await data.people.join({ ...SAMPLE, user }, { name, zone, locale, role }, now);
  const today = dayIn(zone, now);
  for (const [index, holding] of sample.holdings.entries()) {
    const addedAt = new Date(now.getTime() + index);
    await seedHolding(holding, { personId, today, addedAt, catalogue }, data);
  }
}

/** Puts everyone in one team with the admin as its manager; the first person opted in to being named in digests. */
async function seedTeam({ people, teams, preferences }: WorkspaceData, now: Date): Promise<void> {
  const teamId = await teams.add(SAMPLE_TEAM, now);
  if (teamId === undefined) return;
  const everybody = await people.all();
  const members = everybody.map(({ personId, role }) => ({ personId, isManager: role === 'admin' }));
  await teams.setMembers(teamId, members, now);
  const named = everybody.find(({ name }) => name === SAMPLE_PEOPLE[0]?.name);
  if (named !== undefined) await preferences.save(named.personId, { isNamed: true });
}

async function seedOpportunities({ opportunities }: WorkspaceData, now: Date): Promise<void> {
  const about = { name: 'Sample opportunities', address: '', provider: '', kind: 'webinar', delivery: '' } as const;
  const sourceId = await opportunities.addSource({ ...about, language: 'en', isOn: true }, now);
  if (sourceId !== undefined)
    await opportunities.replaceFromSource(sourceId, { opportunities: sampleOpportunities(now), rejects: [] }, now);
}

interface Seeding {
  readonly personId: string;
  readonly today: Day;
  readonly addedAt: Date;
  readonly catalogue: Catalogue;
}

async function seedHolding(sample: SampleHolding, seeding: Seeding, data: WorkspaceData): Promise<void> {
  const { personId, today, addedAt, catalogue } = seeding;
  const certification = catalogue.get(sample.code);
  if (certification === undefined) throw new Error(`The sample certification '${sample.code}' isn't in the catalogue.`);
  const certifiedOn = addMonths(today, -sample.monthsAgo);
  const { renewal, code } = certification;
  const expiry =
    renewal.kind !== 'never-expires' && renewal.cycle.anchor?.value === 'birth-month'
      ? afterThreeYears(certifiedOn)
      : undefined;
  const cycle =
    renewal.kind === 'never-expires' ? undefined : proposeCycle(renewal, { start: certifiedOn, expiry }, today);
  const number = `${code.toUpperCase()}-${String(100_000 + sample.monthsAgo * 977)}`;
  await data.holdings.add({ personId, certification: code, number, certifiedOn, cycle }, addedAt);
  if (renewal.kind !== 'credits' || cycle === undefined || sample.every === undefined) return;
  const stored = (await data.holdings.of(personId)).find(({ holding }) => holding.certification === code);
  const cycleId = stored?.cycles.at(-1)?.cycleId;
  if (stored === undefined || cycleId === undefined) return;
  const claim = { holdingId: stored.holding.holdingId, cycleId };
  const last = addDays(today, -(sample.silentFor ?? 0));
  const from = cycle.start > addYears(today, -3) ? cycle.start : addYears(today, -3);
  let turn = 0;
  for (let day = addDays(from, 9); day <= last; day = addDays(day, sample.every)) {
    const record = sampleRecord(sample, { renewal, turn, day });
    const { parts, ...activity } = record;
    await data.activities.add({ personId, ...activity, claims: [{ ...claim, parts }] }, addedAt);
    turn += 1;
  }
}

interface SampleTurn {
  readonly renewal: CreditRenewal;
  /** Counts the records from 0. */
  readonly turn: number;
  readonly day: Day;
}

/** Returns a record of a sample person: in the category that they stated, and as long as its credits take. */
export function sampleRecord({ code, credits = 100, done = DONE, categories }: SampleHolding, at: SampleTurn) {
  const { renewal, turn, day } = at;
  const index = turn % done.length;
  const activity = done[index];
  if (activity === undefined) throw new Error(`The sample holding '${code}' has no activities.`);
  const choice = categoryOfClaim(renewal, activity, { stated: categories?.[index] });
  return {
    ...activity,
    title: `${activity.title}, part ${Math.floor(turn / done.length) + 1}`,
    ...onOneDay(day),
    minutes: minutesFor(credits, renewal, { kind: activity.kind, end: day }),
    // A category that the catalogue has gained meanwhile is not made up.
    parts: [{ category: choice?.category ?? WHOLE, credits }],
  };
}

/** Returns the shortest duration that gives the credits, in whole five minutes. */
function minutesFor(credits: number, renewal: CreditRenewal, activity: RatedActivity): number {
  for (let minutes = 5; minutes <= 24 * 60; minutes += 5) {
    const limit = claimLimit(renewal, { ...activity, minutes });
    if (limit === undefined || limit.credits >= credits) return limit === undefined ? 60 : minutes;
  }
  throw new Error(`No activity of a day gives ${credits} hundredths of a credit.`);
}

function onOneDay(day: Day) {
  return { starts: day, ends: day, description: '' };
}

function afterThreeYears(certifiedOn: Day): Day {
  const later = addYears(certifiedOn, 3);
  return endOfMonth(yearOf(later), monthOf(later));
}
