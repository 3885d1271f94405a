import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { processWorkspace } from '../../src/jobs/notification-loop.ts';
import { OpportunityIndexCache } from '../../src/services/opportunities/opportunity-index-cache.ts';
import { foundMany, pass, problemsOf, type Said, saying } from '../notification-loop/year.ts';
import { silent } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

it('over the weeks in which clocks change there is one digest a week, and no nudge at a bad time', {
  timeout: 300_000,
}, async () => {
  // Berlin’s clock goes forward in the third week, Auckland’s and Lord Howe’s back in the fourth.
  const start = new Date('2027-03-10T00:00:00Z');
  const end = new Date('2027-04-07T00:00:00Z');
  const lived = await foundMany(world.store, 5, start);
  const stated: Said[] = [];
  let now = start;
  const parts = {
    store: world.store,
    catalogue: loadCatalogue(),
    clock: { now: () => now },
    log: silent,
    adapters: [saying(async (one) => `m${stated.push({ ...one, at: now })}`)],
    indexes: new OpportunityIndexCache(),
    gapMs: 0,
  };

  await pass(world.store, { start, end }, async (instant) => {
    now = instant;
    for (const workspaceId of await world.store.schedule.due(now, lived.length))
      await processWorkspace(workspaceId, parts);
  });

  const { digests, nudges, problems } = problemsOf(lived, stated, 4);
  expect(problems).toEqual([]);
  expect(digests).toBe(20);
  expect(nudges).toBeGreaterThan(15);
});
