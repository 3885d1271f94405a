import { expect, it, vi } from 'vitest';
import { Busy, InteractionQueue } from '../../src/core/interaction-queue.ts';
import { silent } from '../support/conversation.ts';

/** Work that ends when the test says so, with what has been started. */
function work() {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const named = (name: string) => async () => {
    started.push(name);
    await new Promise<void>((resolve) => ends.push(resolve));
    return name;
  };
  return { started, named, endNext: () => ends.shift()?.() };
}

it('runs a few at a time, in the order of arrival', async () => {
  const queue = new InteractionQueue({ maxRunning: 2, maxWaiting: 10 }, silent);
  const { started, named, endNext } = work();
  const answers = ['a', 'b', 'c', 'd'].map((name) => queue.run(named(name), 60_000));

  expect(started).toEqual(['a', 'b']);
  endNext();
  await answers[0];
  await vi.waitFor(() => expect(started).toEqual(['a', 'b', 'c']));
  endNext();
  await answers[1];
  await vi.waitFor(() => expect(started).toEqual(['a', 'b', 'c', 'd']));
  endNext();
  endNext();

  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
});

it('turns away what comes past the bound, without starting it, and takes more once there is room', async () => {
  const warnings: string[] = [];
  const log = { ...silent, warn: (sentence: string) => void warnings.push(sentence) };
  const queue = new InteractionQueue({ maxRunning: 1, maxWaiting: 1 }, log);
  const { started, named, endNext } = work();
  const [first, second] = [queue.run(named('a'), 60_000), queue.run(named('b'), 60_000)];

  await expect(queue.run(named('c'), 60_000)).rejects.toThrow(Busy);
  await expect(queue.run(named('d'), 60_000)).rejects.toThrow(Busy);
  endNext();
  await first;
  await vi.waitFor(() => expect(started).toEqual(['a', 'b']));
  const third = queue.run(named('e'), 60_000);
  endNext();
  await second;
  await vi.waitFor(() => expect(started).toEqual(['a', 'b', 'e']));
  endNext();

  expect(await third).toBe('e');
  expect(warnings).toHaveLength(1);
});

it('turns away what waits too long, and never starts it', async () => {
  const queue = new InteractionQueue({ maxRunning: 1, maxWaiting: 10 }, silent);
  const { started, named, endNext } = work();
  const first = queue.run(named('a'), 60_000);

  await expect(queue.run(named('b'), 1)).rejects.toThrow(Busy);
  endNext();
  await first;

  expect(await queue.run(async () => 'c', 60_000)).toBe('c');
  expect(started).toEqual(['a']);
});

it('gives the place of failed work to the next one', async () => {
  const queue = new InteractionQueue({ maxRunning: 1, maxWaiting: 10 }, silent);
  const failing = queue.run(async () => Promise.reject(new TypeError('broken')), 60_000);
  const next = queue.run(async () => 'done', 60_000);

  await expect(failing).rejects.toThrow(TypeError);
  expect(await next).toBe('done');
});
