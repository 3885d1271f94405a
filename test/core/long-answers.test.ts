import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { Busy } from '../../src/core/interaction-queue.ts';
import { beginLongAnswer, longAnswerSlots } from '../../src/core/long-answers.ts';
import type { ObservedRequest } from '../../src/core/observe-request.ts';
import { asAdmin } from '../support/admin.ts';
import { silent, talk, textOf } from '../support/conversation.ts';
import { patientCore } from '../support/core.ts';
import { addLargeTeam } from '../support/large-team.ts';
import { workspaceOf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();

const observed = (): ObservedRequest => ({ command: 'risk', outcome: 'answered' });
/** Long enough for every callback that is due. */
const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

it('two answers about many people run at once, one of each workspace; the next begins when one has ended', async () => {
  const longSlots = longAnswerSlots();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const requests = ['a', 'a', 'b', 'c'].map((workspace) => {
    const about = observed();
    const begin = beginLongAnswer(workspace, { longSlots, observed: about });
    void begin.then((end) => {
      begun.push(workspace);
      ends.push(end);
    });
    return about;
  });
  await turns();
  expect(begun).toEqual(['a', 'b']);
  expect(requests.map(({ isQueued }) => isQueued)).toEqual([false, true, false, true]);

  ends[1]?.();
  await turns();
  expect(begun).toEqual(['a', 'b', 'c']);

  ends[0]?.();
  await turns();
  expect(begun).toEqual(['a', 'b', 'c', 'a']);
});

it('refuses one if many of its workspace wait, so that requests do not pile up', async () => {
  const longSlots = longAnswerSlots();
  await longSlots.acquire('a');
  const refusals: unknown[] = [];
  for (let n = 0; n < 21; n += 1)
    void beginLongAnswer('a', { longSlots, observed: observed() }).catch((error: unknown) => refusals.push(error));
  await turns();

  expect(refusals).toEqual([expect.any(Busy)]);
  expect(refusals).toMatchObject([{ reason: 'owner-full' }]);
});

it('a request about many people waits for its slot without a connection, and gives it back', async () => {
  const admin = talk({ store: world.store });
  await admin.say('help');
  await asAdmin(admin, world.store);
  const workspaceId = await workspaceOf(admin, world.store);
  await addLargeTeam(world.store, workspaceId, 'All');
  const longSlots = longAnswerSlots();
  const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
  const core = patientCore({ store: world.store, catalogue: loadCatalogue(), clock, log: silent, longSlots });
  const from = { platform: 'slack', tenant: admin.options.tenant, user: 'ana' } as const;
  const place = { platform: 'slack', tenant: from.tenant, address: 'C1' } as const;
  const end = await longSlots.acquire(workspaceId);

  const risk = core.dispatch({ command: 'risk', args: { text: 'All' }, from, place });
  // The only connection of the embedded database is free meanwhile.
  while (longSlots.figures.waiting === 0) await turns();
  expect(textOf(await admin.say('pace'))).toContain('certification');
  end();

  expect(textOf(await risk)).toContain('All: ✓ everyone is on track');
  expect(longSlots.figures).toEqual({ running: 0, waiting: 0 });
});
