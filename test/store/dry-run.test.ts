import { expect, it } from 'vitest';
import { talkWith } from '../support/conversation.ts';
import { workspaceOf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

it('rolls back whatever a dry run writes, and returns its result', async () => {
  const workspaceId = await workspaceOf(await talkWith({ store: world.store }, 'cissp'), world.store);
  const result = await world.store.inWorkspace(
    workspaceId,
    async (data) => {
      data.audit.actAs('operator', new Date());
      const [holding] = await data.holdings.all();
      await data.holdings.update(holding?.holding.holdingId ?? '', { number: '42' });
      return (await data.holdings.all()).map((one) => one.holding.number);
    },
    { isDryRun: true },
  );

  const left = await world.store.inWorkspace(workspaceId, ({ holdings }) => holdings.all());

  expect(result).toEqual(['42']);
  expect(left.map((one) => one.holding.number)).toEqual(['']);
});

it('raises what a dry run throws', async () => {
  const workspaceId = await workspaceOf(await talkWith({ store: world.store }), world.store);
  const failing = () =>
    world.store.inWorkspace(workspaceId, () => Promise.reject(new Error('No.')), { isDryRun: true });

  await expect(failing()).rejects.toThrow('No.');
});
