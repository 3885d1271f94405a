import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import { type Day, day } from '../../src/domain/calendar.ts';
import type { Part } from '../../src/domain/holding.ts';
import type { Store, WorkspaceData } from '../../src/store/store.ts';
import { type Talk, type TalkOptions, talk } from './conversation.ts';
import { workspaceOf } from './records.ts';

/** The day on which the thirteen people are looked at. */
export const TODAY = '2026-11-29';
const NOW = new Date(`${TODAY}T12:00:00Z`);

interface WrittenPart {
  readonly category: string;
  readonly credits: string;
  readonly marks?: readonly string[];
}

/** One holding of a person, and the headline that a careful expert gave it. */
export interface ExpectedHolding {
  readonly case: {
    readonly certification: string;
    readonly certifiedOn: Day;
    readonly cycle: { readonly start: Day; readonly end: Day };
    readonly conditions: Readonly<Record<string, string>>;
    readonly periods: Readonly<Record<string, Day>>;
    readonly carryOver: readonly WrittenPart[];
    readonly openingBalances: readonly {
      readonly day: Day;
      readonly accepted: boolean;
      readonly parts: readonly WrittenPart[];
    }[];
    readonly activities: readonly {
      readonly id: string;
      readonly title: string;
      readonly provider: string;
      readonly kind: ActivityKind;
      readonly start: Day;
      readonly end: Day;
      readonly cycle?: Day;
      readonly parts: readonly WrittenPart[];
    }[];
  };
  readonly headline: string;
  readonly status: string;
  readonly requirements: readonly {
    readonly name: string;
    readonly status: string;
    readonly window: { readonly start: Day; readonly end: Day };
    readonly required: number;
    readonly counted: number;
    readonly remaining: number;
    readonly delta: number;
  }[];
}

/** Thirteen people, and what a careful expert says of each of their holdings that is renewed by credits of its own. */
export const people: readonly { readonly person: string; readonly holdings: readonly ExpectedHolding[] }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/people.json'), 'utf8'),
);

function partsOf(written: readonly WrittenPart[]): readonly Part[] {
  return written.map(({ credits, ...part }) => ({ ...part, credits: Math.round(Number(credits) * 100) }));
}

/** Stores a holding as the person has it, with its records in the order in which they were entered. */
async function store(data: WorkspaceData, personId: string, { case: held }: ExpectedHolding): Promise<void> {
  const { certification, certifiedOn, cycle, conditions, periods, activities } = held;
  const holdingId = await data.holdings.add({ personId, certification, number: '', certifiedOn }, NOW);
  if (holdingId === undefined) throw new Error(`${certification} is held twice.`);
  const earlier = activities.flatMap((one) => one.cycle ?? [])[0];
  if (earlier !== undefined)
    await data.holdings.addCycle(holdingId, { start: earlier, end: day('2025-06-30') }, { conditions });
  const cycleId = await data.holdings.addCycle(holdingId, cycle, { conditions, carryOver: partsOf(held.carryOver) });
  await data.holdings.update(holdingId, { periods });
  for (const { day: statedFor, accepted, parts } of held.openingBalances)
    await data.holdings.setOpening(holdingId, { cycleId, statedFor, accepted, parts: partsOf(parts) }, NOW);
  for (const { title, provider, kind, start: starts, end: ends, cycle: other, parts } of activities) {
    if (other !== undefined) continue;
    const claims = [{ holdingId, cycleId, parts: partsOf(parts) }];
    const activity = { personId, title, provider, kind, delivery: '', starts, ends, description: '', claims } as const;
    await data.activities.add(activity, NOW);
  }
}

/** The words of a headline that must stand in an answer: how many days, or what is left and until when. */
export function tellingWords(headline: string): readonly string[] {
  const days = /\d+ days (?:ahead|behind)/u.exec(headline)?.[0];
  if (days !== undefined) return [days];
  const [, left, until, time] = /^(\d+) .* by (.*), (\d+ days) left$/u.exec(headline) ?? [];
  return until === undefined ? [headline] : [`${left} `, until, `${time} left`];
}

/** What a person holds beside that, and what the expert says of it in words. */
interface OtherHolding {
  readonly certification: string;
  readonly certifiedOn: string;
  readonly cycle: readonly [string, string];
  readonly conditions?: Readonly<Record<string, string>>;
  readonly says: readonly string[];
  /** What the digest says in its place. */
  readonly inDigest?: readonly string[];
}

const renewed = (short: string, on: string, until: string) => [`renewed by ${short} on ${on}, valid until ${until}`];

/** Holdings that another renewed, that an exam renews, or that ask for nothing, by the number of the person. */
export const OTHERS: Readonly<Record<string, readonly OtherHolding[]>> = {
  '2': [
    {
      ...{ certification: 'security-plus', certifiedOn: '2024-02-08', cycle: ['2024-02-08', '2027-02-07'] },
      says: renewed('CySA+', '14 Aug 2025', '13 Aug 2028'),
    },
  ],
  '3': [
    {
      ...{ certification: 'ccna', certifiedOn: '2024-03-11', cycle: ['2024-03-11', '2027-03-10'] },
      says: renewed('CCNP Security', '2 Sept 2025', '1 Sept 2028'),
    },
  ],
  '8': [
    {
      certification: 'aws-solutions-architect-professional',
      certifiedOn: '2026-10-05',
      cycle: ['2026-10-05', '2029-10-04'],
      says: ['4 Oct 2029', '1041 days left'],
    },
    {
      certification: 'aws-solutions-architect-associate',
      certifiedOn: '2024-05-06',
      cycle: ['2024-05-06', '2027-05-05'],
      says: renewed('AWS SAP', '5 Oct 2026', '4 Oct 2029'),
    },
    {
      certification: 'google-cloud-professional-cloud-architect',
      certifiedOn: '2024-12-15',
      cycle: ['2024-12-15', '2026-12-14'],
      says: ['15 Oct 2026', '13 Jan 2027', '14 Dec 2026', '16 days left'],
    },
    {
      ...{ certification: 'cka', certifiedOn: '2024-12-20', cycle: ['2024-12-20', '2026-12-19'] },
      says: ['19 Dec 2026', '21 days left'],
    },
    {
      certification: 'azure-administrator-associate',
      certifiedOn: '2025-02-10',
      cycle: ['2026-02-11', '2027-02-10'],
      says: ['10 Aug 2026', '10 Feb 2027', '74 days left'],
    },
  ],
  '10': [
    {
      ...{ certification: 'cia', certifiedOn: '2025-05-13', cycle: ['2026-01-01', '2026-12-31'] },
      ...{ conditions: { practising: 'yes' }, says: ['no requirements in this cycle'], inDigest: ['CIA ✓ all met'] },
    },
  ],
};

/** Stores what a person holds beside their certifications with credits of their own. */
async function storeOther(data: WorkspaceData, personId: string, held: OtherHolding): Promise<void> {
  const { certification, certifiedOn, cycle, conditions = {} } = held;
  const about = { personId, certification, number: '', certifiedOn: day(certifiedOn) };
  const holdingId = await data.holdings.add(about, NOW);
  if (holdingId === undefined) throw new Error(`${certification} is held twice.`);
  await data.holdings.addCycle(holdingId, { start: day(cycle[0]), end: day(cycle[1]) }, { conditions });
}

/** The number of a person in the document, `12`. */
export function numberOf(person: string): string {
  return person.slice(0, person.indexOf('.'));
}

/** A conversation with one of the thirteen, who holds everything that the document says. */
export async function asPerson(
  { person, holdings }: (typeof people)[number],
  options: Omit<TalkOptions, 'store'> & { readonly store: Store },
): Promise<Talk> {
  const holder = talk({ ...options, today: TODAY });
  await holder.say('help');
  await options.store.inWorkspace(await workspaceOf(holder, options.store), async (data) => {
    data.audit.actAs('people', NOW);
    const [found] = await data.people.all();
    const personId = found?.personId ?? '';
    for (const holding of holdings) await store(data, personId, holding);
    for (const other of OTHERS[numberOf(person)] ?? []) await storeOther(data, personId, other);
  });
  return holder;
}
