import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../support/store.ts';
import { FAULTS, type Fault, type Plan } from './faults.ts';
import { type Outages, runScenario, startOutages, stopOutages } from './run-scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { slackWithFaults } from './slack.ts';
import { teamsWithFaults } from './teams.ts';

const world = openStore();

describe.each([
  ['Slack', slackWithFaults],
  ['Teams', teamsWithFaults],
] as const)('%s', (_name, open) => {
  let outages: Outages;
  beforeAll(async () => {
    outages = await startOutages(world.store, open);
  });
  afterAll(async () => {
    await stopOutages(outages);
  });

  // Which fault meets which call changes from one scenario to the next; `npm run test:faults` has all of them.
  it.each(SCENARIOS.map((scenario, index) => [scenario.name, scenario, faultAt(index)] as const))(
    'loses nothing of a %s, and doubles nothing that must come once',
    async (_scenario, scenario, fault) => {
      const healthy = await runScenario(outages, scenario, {});
      const problems = [...healthy.problems];
      const plans: Plan[] = [
        { fault, at: Math.max(0, healthy.calls - 1) },
        { fault: '503', isOutage: true },
        { fault: 'reset', isOutage: true },
      ];
      for (const plan of plans) problems.push(...(await runScenario(outages, scenario, plan)).problems);

      expect(problems).toEqual([]);
    },
  );
});

function faultAt(index: number): Fault {
  return FAULTS[(index * 3 + 1) % FAULTS.length] ?? '503';
}
