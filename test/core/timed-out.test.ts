import { expect, it } from 'vitest';
import { TimedOut, withTimeout } from '../../src/core/timed-out.ts';

it('returns the result of work that is in time', async () => {
  expect(await withTimeout(60_000, Promise.resolve('done'))).toBe('done');
});

it('passes on the error of work that fails in time', async () => {
  await expect(withTimeout(60_000, Promise.reject(new TypeError('broken')))).rejects.toThrow(TypeError);
});

it('throws when work takes too long, and says how long', async () => {
  const { promise } = Promise.withResolvers<string>();

  const late = withTimeout(1, promise);

  await expect(late).rejects.toThrow(TimedOut);
  await expect(late).rejects.toThrow('No answer after 1 ms.');
});
