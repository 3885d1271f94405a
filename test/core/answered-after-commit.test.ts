import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createCore } from '../../src/core/dispatch.ts';
import type { Store } from '../../src/store/store.ts';
import { silent, talkWith, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const NOW = new Date('2026-11-23T12:00:00Z');

/** A store whose next commit waits for `commit`, and fails if that rejects. */
function withCommit(store: Store, commit: () => Promise<void>): Store {
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'asSender') {
        const value = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      const asSender: Store['asSender'] = (sender, now, work) =>
        target.asSender(sender, now, async (...opened) => {
          const result = await work(...opened);
          await commit();
          return result;
        });
      return asSender;
    },
  });
}

async function aSender(commit: () => Promise<void>) {
  const ana = await talkWith({ store: world.store }, 'cissp');
  const { tenant } = ana.options;
  const store = withCommit(world.store, commit);
  const core = createCore({ store, catalogue: loadCatalogue(), clock: { now: () => NOW }, log: silent });
  const from = { platform: 'slack', tenant, user: 'ana' } as const;
  const place = { platform: 'slack', tenant, address: 'C1' } as const;
  const line = { command: 'log', args: { text: '1h webcast by SANS on 2026-11-02 for cissp 1 CPE !!' }, key: 'k' };
  const history = async () => textOf(await ana.say('history'));
  return { send: () => core.dispatch({ from, place, ...line }), history };
}

it('nothing is answered before the commit', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { send } = await aSender(() => promise);
  let reply: Reply | undefined;
  const sent = send().then((answer) => {
    reply = answer;
  });
  await wait(300);
  const early = reply;
  resolve();
  await sent;

  expect(early).toBeUndefined();
  expect(reply).toBeDefined();
});

it('a failed commit is answered as a failure, and nothing is stored', async () => {
  const { send, history } = await aSender(() => Promise.reject(new Error('The connection was lost at commit.')));
  const reply = await send();

  expect(textOf(reply)).toContain('went wrong');
  expect(await history()).not.toContain('SANS');
});
