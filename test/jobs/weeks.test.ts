import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { OfferIndexes } from '../../src/core/offer-indexes.ts';
import { attend } from '../../src/jobs/rounds.ts';
import { foundMany, pass, problemsOf, type Said, saying } from '../rounds/year.ts';
import { openStore } from '../support/store.ts';
import { silent } from '../support/talk.ts';

const world = openStore();

it('over the weeks in which clocks change there is one digest a week, and no nudge at a bad time', {
  timeout: 60_000,
}, async () => {
  // Berlin’s clock goes forward in the third week, Auckland’s and Lord Howe’s back in the fourth.
  const start = new Date('2027-03-10T00:00:00Z');
  const end = new Date('2027-04-07T00:00:00Z');
  const lived = await foundMany(world.store, 5, start);
  const said: Said[] = [];
  let now = start;
  const parts = {
    store: world.store,
    catalogue: loadCatalogue(),
    clock: { now: () => now },
    log: silent,
    adapters: [saying(async (one) => `m${said.push({ ...one, at: now })}`)],
    indexes: new OfferIndexes(),
    gapMs: 0,
  };

  await pass(world.store, { start, end }, async (instant) => {
    now = instant;
    for (const { workspaceId } of lived) await attend(workspaceId, parts);
  });

  const { digests, nudges, problems } = problemsOf(lived, said, 4);
  expect(problems).toEqual([]);
  expect(digests).toBe(20);
  expect(nudges).toBeGreaterThan(15);
});
