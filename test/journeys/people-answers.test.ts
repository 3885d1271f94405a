import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ActivityKind } from '../../src/domain/activity-kinds.ts';
import { type Day, day } from '../../src/domain/calendar.ts';
import type { Part } from '../../src/domain/holding.ts';
import type { WorkspaceData } from '../../src/store/store.ts';
import { type Talk, talk, textOf } from '../support/conversation.ts';
import { workspaceOf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const TODAY = '2026-11-29';
const NOW = new Date(`${TODAY}T12:00:00Z`);

interface WrittenPart {
  readonly category: string;
  readonly credits: string;
  readonly marks?: readonly string[];
}

/** One holding of a person, and the headline that a careful expert gave it. */
interface ExpectedHolding {
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
}

const people: readonly { readonly person: string; readonly holdings: readonly ExpectedHolding[] }[] = JSON.parse(
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
function tellingWords(headline: string): readonly string[] {
  const days = /\d+ days (?:ahead|behind)/u.exec(headline)?.[0];
  if (days !== undefined) return [days];
  const [, left, until, time] = /^(\d+) .* by (.*), (\d+ days) left$/u.exec(headline) ?? [];
  return until === undefined ? [headline] : [`${left} `, until, `${time} left`];
}

async function person(holdings: readonly ExpectedHolding[]): Promise<Talk> {
  const holder = talk({ store: world.store, today: TODAY });
  await holder.say('help');
  const workspaceId = await workspaceOf(holder, world.store);
  await world.store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('people', NOW);
    const [found] = await data.people.all();
    for (const holding of holdings) await store(data, found?.personId ?? '', holding);
  });
  return holder;
}

describe.each(people.filter(({ holdings }) => holdings.length > 0))('$person', ({ holdings }) => {
  it('reads the same in pace, why and certs', async () => {
    const holder = await person(holdings);
    const certs = textOf(await holder.say('certs'));

    for (const { case: held, headline } of holdings) {
      const answers = [
        certs,
        textOf(await holder.say(`pace ${held.certification}`)),
        textOf(await holder.say(`why ${held.certification}`)),
      ];
      for (const answer of answers)
        for (const words of tellingWords(headline))
          expect(answer, `${held.certification}: ${headline}`).toContain(words);
    }
  });
});
