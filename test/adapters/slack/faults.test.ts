import { expect, it } from 'vitest';
import { openStore } from '../../support/store.ts';
import { sendThroughFaults } from './faults.ts';

const world = openStore();

it('through a network that fails three times in ten nothing is sent twice, and what is in doubt is told', async () => {
  const { faults, states, reported, problems } = await sendThroughFaults(world.store, 60, 3);

  expect(problems).toEqual([]);
  expect(Object.keys(faults)).toHaveLength(7);
  expect((states.sent ?? 0) + (states.unknown ?? 0)).toBe(60);
  expect(reported).toBe(states.unknown);
});
