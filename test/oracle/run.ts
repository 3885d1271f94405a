import { differenceIn } from './compare.ts';

/** Compares the rules with the oracle over many seeds: `npm run test:oracle -- [HOW MANY] [FIRST SEED]`. */
const [many = '100000', first = '1'] = process.argv.slice(2);
const began = performance.now();
let differences = 0;
for (let seed = Number(first); seed < Number(first) + Number(many); seed += 1) {
  const difference = differenceIn(seed);
  if (difference === undefined) continue;
  differences += 1;
  if (differences === 1) process.stdout.write(`${JSON.stringify(difference, null, 2)}\n`);
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
process.stdout.write(`${many} cases from seed ${first} in ${seconds} s: ${differences} differences\n`);
process.exitCode = differences === 0 ? 0 : 1;
