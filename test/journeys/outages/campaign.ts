import { Store } from '../../../src/store/store.ts';
import { testDatabaseIn } from '../../support/own-database.ts';
import { FAULTS, isCertain, type Plan } from './faults.ts';
import { type Outages, runScenario, startOutages, stopOutages } from './run-scenario.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { slackWithFaults } from './slack.ts';
import { teamsWithFaults } from './teams.ts';

/** Every fault at every call of everything recert says, and an outage of 90 seconds with each; on the server of `DATABASE_URL`, else embedded. */
const { database, drop } = testDatabaseIn('recert-outages-');
const store = await Store.open(database);
const found: string[] = [];
let wrongInAll = 0;
const write = (columns: readonly (string | number)[]) =>
  process.stdout.write(`${columns.map((column, at) => String(column).padEnd(at === 1 ? 20 : 12)).join('')}\n`);
write(['platform', 'scenario', 'calls', 'runs', 'certain', 'uncertain', 'wrong']);
for (const open of [slackWithFaults, teamsWithFaults]) {
  const outages = await startOutages(store, open);
  for (const scenario of SCENARIOS) await runAll(outages, scenario);
  await stopOutages(outages);
}
await store.close();
drop();
process.exit(wrongInAll === 0 ? 0 : 1);

async function runAll(outages: Outages, scenario: Scenario): Promise<void> {
  const { name } = outages.platform;
  const healthy = await runScenario(outages, scenario, {});
  const plans: Plan[] = FAULTS.flatMap((fault) => [
    ...Array.from({ length: healthy.calls }, (_unused, at) => ({ fault, at })),
    { fault, isOutage: true },
  ]);
  let [uncertain, wrong] = [0, healthy.problems.length];
  found.push(...healthy.problems.map((problem) => `${name}, ${scenario.name}, healthy: ${problem}`));
  for (const plan of plans) {
    const outcome = await runScenario(outages, scenario, plan);
    uncertain += outcome.uncertain;
    wrong += outcome.problems.length;
    const where = plan.isOutage ? 'outage' : `call ${plan.at}`;
    found.push(
      ...outcome.problems.map((problem) => `${name}, ${scenario.name}, ${plan.fault} at ${where}: ${problem}`),
    );
  }
  wrongInAll += wrong;
  const certain = plans.filter(({ fault }) => fault !== undefined && isCertain(fault)).length;
  write([name, scenario.name, healthy.calls, plans.length, certain, uncertain, wrong]);
  for (const problem of found.splice(0)) process.stdout.write(`  ${problem}\n`);
}
