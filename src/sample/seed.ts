import type { Catalogue } from '../catalogue/index.ts';
import type { RatedActivity } from '../domain/activity-rates.ts';
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  dayIn,
  endOfMonth,
  monthOf,
  startIn,
  yearOf,
} from '../domain/calendar.ts';
import { WHOLE } from '../domain/category-tree.ts';
import { categoryOfClaim } from '../domain/claim-category.ts';
import type { CreditRenewal } from '../domain/credit-rules.ts';
import { proposeCycle } from '../domain/cycle.ts';
import { claimLimit } from '../domain/over-claim.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import { sampleOpportunities } from './opportunities.ts';
import { DONE, SAMPLE, SAMPLE_PEOPLE, SAMPLE_TEAM, type SampleHolding, type SamplePerson } from './team.ts';

const HOUR_MS = 3_600_000;
/** How long ago the sample team began to use recert. */
const YEARS = 3;

/** Fills the sample workspace with people, records and opportunities. Does nothing if it already has people. */
export async function seedSample(store: Store, catalogue: Catalogue, now: Date): Promise<void> {
  const workspaceId = await store.directory.workspaceOf(SAMPLE.platform, SAMPLE.tenant, now);
  await store.inWorkspace(workspaceId, async (data) => {
    if ((await data.people.all()).length > 0) return;
    const began = startIn('UTC', addDays(addYears(dayIn('UTC', now), -YEARS), -1));
    const acts: SampleAct[] = [];
    for (const person of SAMPLE_PEOPLE) acts.push(...(await seedPerson(person, data, { catalogue, now, began })));
    await seedTeam(data, began);
    // The log is read as of a day, so what was done earlier is written earlier.
    for (const { personId, at, run } of acts.sort((one, other) => one.at.getTime() - other.at.getTime())) {
      data.audit.actAs(personId, at);
      await run();
      await data.audit.flush();
    }
    data.audit.actAs('operator', now);
    await seedOpportunities(data, now);
  });
}

/** Something a sample person did at a time. */
interface SampleAct {
  readonly personId: string;
  readonly at: Date;
  run(): Promise<unknown>;
}

interface SampleTimes {
  readonly catalogue: Catalogue;
  readonly now: Date;
  readonly began: Date;
}

async function seedPerson(
  sample: SamplePerson,
  data: WorkspaceData,
  { catalogue, now, began }: SampleTimes,
): Promise<readonly SampleAct[]> {
  const { user, name, zone, locale, role } = sample;
  const { personId } = await data.people.join({ ...SAMPLE, user }, { name, zone, locale, role }, began);
  await data.audit.flush();
  const today = dayIn(zone, now);
  return sample.holdings.flatMap((holding, index) =>
    holdingActs(holding, { personId, today, index, now, catalogue }, data),
  );
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
  /** Counts the holdings of the person from 0. */
  readonly index: number;
  readonly now: Date;
  readonly catalogue: Catalogue;
}

/** Returns when a sample person added a certification and entered each of its records. */
function holdingActs(sample: SampleHolding, seeding: Seeding, data: WorkspaceData): readonly SampleAct[] {
  const { personId, today, index, now, catalogue } = seeding;
  const { certification, cycle, certifiedOn } = sampleHolding(sample, { catalogue, today });
  const { renewal, code } = certification;
  const number = `${code.toUpperCase()}-${String(100_000 + sample.monthsAgo * 977)}`;
  const threeYearsAgo = addYears(today, -YEARS);
  const from = cycle === undefined || cycle.start < threeYearsAgo ? threeYearsAgo : cycle.start;
  const addedAt = new Date(Math.min(startIn('UTC', from).getTime() + index, now.getTime()));
  const added = { personId, certification: code, number, certifiedOn, cycle };
  let claimed: { readonly holdingId: string; readonly cycleId: string } | undefined;
  const add = async () => {
    const holdingId = await data.holdings.add(added, addedAt);
    const stored = (await data.holdings.of(personId)).find(({ holding }) => holding.holdingId === holdingId);
    const cycleId = stored?.cycles.at(-1)?.cycleId;
    if (holdingId !== undefined && cycleId !== undefined) claimed = { holdingId, cycleId };
  };
  const acts: SampleAct[] = [{ personId, at: addedAt, run: add }];
  if (renewal.kind !== 'credits' || cycle === undefined || sample.every === undefined) return acts;
  const last = addDays(today, -(sample.silentFor ?? 0));
  for (let day = addDays(from, 9), turn = 0; day <= last; day = addDays(day, sample.every), turn += 1) {
    const { parts, ...activity } = sampleRecord(sample, { renewal, turn, day });
    const at = enteredAt({ turn, day }, now);
    const run = async () => {
      if (claimed === undefined) throw new Error(`The sample certification '${code}' wasn't added.`);
      await data.activities.add({ personId, ...activity, claims: [{ ...claimed, parts }] }, at);
    };
    acts.push({ personId, at, run });
  }
  return acts;
}

function sampleHolding({ code, monthsAgo }: SampleHolding, { catalogue, today }: Pick<Seeding, 'catalogue' | 'today'>) {
  const certification = catalogue.get(code);
  if (certification === undefined) throw new Error(`The sample certification '${code}' isn't in the catalogue.`);
  const certifiedOn = addMonths(today, -monthsAgo);
  const { renewal } = certification;
  if (renewal.kind === 'never-expires') return { certification, certifiedOn, cycle: undefined };
  const expiry = renewal.cycle.anchor?.value === 'birth-month' ? afterThreeYears(certifiedOn) : undefined;
  return { certification, certifiedOn, cycle: proposeCycle(renewal, { start: certifiedOn, expiry }, today) };
}

/** Most records are entered within the week, every eleventh one after more than three months. */
function enteredAt({ turn, day }: Pick<SampleTurn, 'turn' | 'day'>, now: Date): Date {
  const days = turn % 11 === 7 ? 97 : (turn * 5) % 7;
  const hour = 8 + (turn % 9);
  const at = startIn('UTC', addDays(day, days)).getTime() + hour * HOUR_MS;
  return new Date(Math.min(at, now.getTime()));
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
