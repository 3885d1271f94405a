import { expect, it } from 'vitest';
import { openStore } from '../support/store.ts';
import { newcomer, talk } from '../support/talk.ts';

const world = openStore();

it('marks a tenant as gone when the last of its people took recert away, and not before', async () => {
  const ana = talk({ store: world.store });
  const { tenant } = ana.options;
  await ana.say('help');
  await newcomer(ana, 'bo').say('help');
  const gone = async () => {
    const marked = await world.store.directory.uninstalledBefore(new Date('2026-11-24T00:00:00Z'));
    return marked.some((one) => one.tenant === tenant);
  };

  await ana.core.left({ platform: 'slack', tenant, user: 'ana' });
  const afterOne = await gone();
  await ana.core.left({ platform: 'slack', tenant, user: 'bo' });

  expect([afterOne, await gone()]).toEqual([false, true]);
  await ana.say('help');
  expect(await gone()).toBe(false);
});

it('knows nothing of a tenant it never met, and makes none', async () => {
  const eve = talk({ store: world.store });

  await eve.core.left({ platform: 'teams', tenant: 'never-met', user: 'eve' });

  expect(await world.store.directory.knownWorkspace('teams', 'never-met')).toBeUndefined();
});
