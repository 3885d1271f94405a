import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withTimeLimit } from '../../src/limits/with-time-limit.ts';

const never = new Promise<string>(() => {});

it('gives what the work resolves to, and does not time out', async () => {
  let timedOut = false;

  const result = await withTimeLimit(Promise.resolve('done'), 5, () => {
    timedOut = true;
  });
  await wait(20);

  expect([result, timedOut]).toEqual(['done', false]);
});

it('fails as the work fails', async () => {
  await expect(withTimeLimit(Promise.reject(new Error('broken')), 1000, () => 'late')).rejects.toThrow('broken');
});

it('gives what is said for the time that is over, also a failure', async () => {
  const failing = () => {
    throw new Error('late');
  };

  expect(await withTimeLimit(never, 5, () => 'late')).toBe('late');
  await expect(withTimeLimit(never, 5, failing)).rejects.toThrow('late');
});

it('lets the work go on, and does not mind that it fails later', async () => {
  let isOver = false;
  const work = wait(20).then(() => {
    isOver = true;
    throw new Error('too late for anybody');
  });

  expect(await withTimeLimit(work, 5, () => 'late')).toBe('late');
  await wait(40);

  expect(isOver).toBe(true);
});

it('gives what is said for the time that is over, even when the work fails meanwhile', async () => {
  const { promise: work, reject } = Promise.withResolvers<string>();

  const result = withTimeLimit(work, 5, async () => {
    reject(new Error('stopped'));
    await wait(20);
    return 'late';
  });

  expect(await result).toBe('late');
});
