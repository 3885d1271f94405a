import { expect, it } from 'vitest';
import { backgroundWork } from '../../../adapters/teams/background-work.ts';

it('waits for all work, failed work included', async () => {
  const done: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const background = backgroundWork();
  background.add(promise.then(() => done.push('slow')));
  background.add(Promise.reject(new Error('failed')));

  const finished = background.finish(1000);
  resolve();
  await finished;

  expect(done).toEqual(['slow']);
});

it('waits no longer than it may', async () => {
  const background = backgroundWork();
  background.add(new Promise(() => undefined));

  await expect(background.finish(1)).resolves.toBeUndefined();
});
