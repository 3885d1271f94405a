import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { ACTIVITY_KINDS } from '../../src/domain/activity-kinds.ts';
import { addDays, day } from '../../src/domain/calendar.ts';
import { estimateCredits } from '../../src/domain/estimate.ts';
import { type EstimateQuestion, estimateByTheText } from './oracle-estimate.ts';
import { chanceOf } from './random.ts';

const CASES = 3000;

const renewals = loadCatalogue().all.flatMap(({ code, renewal }) =>
  // A first delivery is asked for in a way of its own.
  renewal.kind === 'credits' && !JSON.stringify(renewal.activities).includes('firstTimeOnly')
    ? [{ code, renewal }]
    : [],
);

/** A random activity for a random certification: lengths around the thresholds, stated breaks, and the body's items. */
function randomQuestion(seed: number) {
  const chance = chanceOf(seed);
  const { code, renewal } = chance.oneOf(renewals);
  const kind = chance.oneOf(ACTIVITY_KINDS);
  const minutes = chance.percent(40) ? 15 * chance.between(1, 60) : chance.between(1, 2400);
  const names = renewal.activities.filter(({ kinds }) => kinds.includes(kind)).map(({ name }) => name);
  const question: EstimateQuestion = {
    ...{ kind, minutes, end: addDays(day('2024-01-01'), chance.between(0, 1500)) },
    ...(chance.percent(30) ? { breaks: chance.between(0, Math.min(minutes, 120)) } : {}),
    ...(names.length > 0 && chance.percent(60) ? { item: chance.oneOf(names) } : {}),
    ...(chance.percent(30) ? { items: chance.between(1, 4) } : {}),
  };
  return { code, renewal, question };
}

it(`estimates ${CASES} activities as the text says`, () => {
  const differences = Array.from({ length: CASES }, (_unused, index) => index + 1).flatMap((seed) => {
    const { code, renewal, question } = randomQuestion(seed);
    const { breaks, minutes } = question;
    const ours = estimateCredits(renewal, question, { minutes, ...(breaks === undefined ? {} : { breaks }) });
    const theirs = estimateByTheText(renewal, question);
    return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ seed, code, question, ours, theirs }];
  });

  expect(differences).toEqual([]);
});
