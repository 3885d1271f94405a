import { DELIVERIES } from '../../src/domain/activity-kinds.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import type { EvaluatedActivity } from '../../src/domain/evaluate.ts';
import type { Part } from '../../src/domain/holding.ts';
import type { Frame } from './cases.ts';
import { floorOf, plusDays, plusMonths } from './oracle-calendar.ts';
import type { Chance } from './random.ts';
import { dayIn } from './random.ts';

const TITLES = [
  'Café & Résilience',
  'Zero trust in practice',
  'Über Ångström: part 2',
  'Δοκιμή 3',
  'Risk, step by step',
];
const PROVIDERS = ['SANS', 'ISC2 chapter', 'Société Générale', ''];

/** The activities of a random case, in order of entry. */
export function activitiesFor(renewal: CreditRenewal, frame: Frame, lastDay: Day): EvaluatedActivity[] {
  const { chance } = frame;
  const which = chance.between(0, 99);
  const count = which < 4 ? 0 : which < 45 ? chance.between(1, 8) : chance.between(9, which < 85 ? 30 : 60);
  const size = Math.max(2, floorOf(frame.total * chance.between(40, 400), 100 * Math.max(1, count)));
  const activities: EvaluatedActivity[] = [];
  for (let place = 0; place < count; place += 1) {
    const earlier = activities.length > 0 && chance.percent(20) ? chance.oneOf(activities) : undefined;
    const sameDay = activities.length > 0 && chance.percent(15) ? chance.oneOf(activities).end : undefined;
    const allocated = allocatedTo(frame);
    const end = sameDay ?? endFor(frame, allocated.cycle, lastDay);
    activities.push({
      id: `entry-${place}`,
      ...courseOf(frame, place, earlier),
      ...deliveredBy(frame),
      start: chance.percent(70) ? end : plusDays(end, -chance.between(1, chance.percent(85) ? 5 : 40)),
      end,
      ...allocated,
      planned: chance.percent(5),
      parts: partsOf(renewal, frame, size),
    });
  }
  return activities;
}

function courseOf(
  { chance, kinds }: Frame,
  place: number,
  earlier: EvaluatedActivity | undefined,
): Pick<EvaluatedActivity, 'title' | 'provider' | 'kind'> {
  const kind = chance.oneOf(kinds);
  if (earlier !== undefined) {
    const provider = chance.percent(85) ? retyped(earlier.provider, chance) : chance.oneOf(PROVIDERS);
    return { title: retyped(earlier.title, chance), provider, kind: chance.percent(80) ? earlier.kind : kind };
  }
  const own = chance.percent(60) ? `${chance.oneOf(TITLES)} (${place})` : chance.oneOf([...TITLES, '', '–!–']);
  return { title: own, provider: chance.oneOf(PROVIDERS), kind };
}

function deliveredBy({ chance }: Frame): Pick<EvaluatedActivity, 'delivery'> {
  if (chance.percent(70)) return { delivery: chance.oneOf(DELIVERIES) };
  return chance.percent(50) ? { delivery: '' } : {};
}

/** The same words in another case, punctuation or normal form; or without accents, which is another title. */
function retyped(text: string, chance: Chance): string {
  const which = chance.between(0, 99);
  if (which < 25) return text;
  if (which < 45) return text.toUpperCase();
  if (which < 60) return text.normalize('NFD').toLowerCase();
  if (which < 80) return `  ${text.replaceAll(' ', ' - ')}!`;
  return which < 90 ? text.replaceAll(' ', '') : text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Mostly in the cycle it is allocated to. */
function endFor(frame: Frame, allocated: Day | undefined, lastDay: Day): Day {
  const { chance, cycle } = frame;
  if (allocated === undefined || allocated >= cycle.start || chance.percent(25)) return endIn(frame, lastDay);
  if (chance.percent(15)) return plusDays(allocated, -chance.between(1, 60));
  return dayIn(allocated, plusDays(cycle.start, -1), chance);
}

function endIn({ chance, cycle, certifiedOn }: Frame, lastDay: Day): Day {
  const which = chance.between(0, 99);
  const early = certifiedOn ?? plusDays(cycle.start, -50);
  if (which < 5 && early < cycle.start) return dayIn(early, plusDays(cycle.start, -1), chance);
  if (which < 13 && lastDay > cycle.end) return dayIn(plusDays(cycle.end, 1), lastDay, chance);
  if (which < 17) return dayIn(plusDays(cycle.start, -400), cycle.start, chance);
  if (which < 20) return plusDays(lastDay, chance.between(0, 60));
  if (which < 25) return chance.oneOf([cycle.start, cycle.end, plusDays(cycle.start, -1), plusMonths(cycle.start, 12)]);
  if (which < 28) return plusDays(plusMonths(cycle.start, 12), -1);
  return dayIn(cycle.start, cycle.end, chance);
}

function allocatedTo({ chance, cycle }: Frame): { cycle?: Day } {
  const which = chance.between(0, 99);
  if (which < 10) return { cycle: cycle.start };
  if (which < 16) return { cycle: plusMonths(cycle.start, chance.oneOf([-36, -12])) };
  return which < 19 ? { cycle: plusDays(cycle.end, 1) } : {};
}

function partsOf(renewal: CreditRenewal, { chance, typical }: Frame, size: number): Part[] {
  const { categories, marks } = renewal;
  const codes = categories.length === 0 ? ['total'] : categories.map(({ code }) => code);
  const count = chance.percent(60) ? 1 : chance.between(1, 3);
  const chosen = chance.shuffled(codes).slice(0, count);
  const again = chance.percent(marks.length > 0 ? 30 : 6) ? chance.between(1, 3) : 0;
  for (let times = 0; times < again; times += 1) chosen.push(chance.oneOf(chosen));
  return chosen.map((category) => {
    const credits = chance.between(1, floorOf(2 * size, count) + 1);
    const inQuarters = typical && chance.percent(80);
    const claimed = inQuarters ? 25 * Math.max(1, floorOf(credits, 25)) : credits;
    return { category, credits: claimed, ...marksOf(renewal, chance, 40) };
  });
}

/** Marks of a part, so many times out of a hundred; sometimes an empty list. */
export function marksOf({ marks }: CreditRenewal, chance: Chance, times: number): Pick<Part, 'marks'> {
  const codes = chance.shuffled(marks.map(({ code }) => code));
  if (codes.length > 0 && chance.percent(times)) return { marks: chance.someOf(codes) };
  return chance.percent(15) ? { marks: [] } : {};
}
