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
  const queue = new InteractionQueue({ maxRunning: 2, maxWaiting: 10, maxWaitingOfWorkspace: 10 }, silent);
  const { started, named, endNext } = work();
  const answers = ['a', 'b', 'c', 'd'].map((name) => queue.run({ owner: 'w', maxWaitMs: 60_000, run: named(name) }));

  await vi.waitFor(() => expect(started).toEqual(['a', 'b']));
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
  const queue = new InteractionQueue({ maxRunning: 1, maxWaiting: 1, maxWaitingOfWorkspace: 10 }, log);
  const { started, named, endNext } = work();
  const [first, second] = [
    queue.run({ owner: 'w', maxWaitMs: 60_000, run: named('a') }),
    queue.run({ owner: 'w', maxWaitMs: 60_000, run: named('b') }),
  ];

  await expect(queue.run({ owner: 'w', maxWaitMs: 60_000, run: named('c') })).rejects.toThrow(Busy);
  await expect(queue.run({ owner: 'w', maxWaitMs: 60_000, run: named('d') })).rejects.toThrow(Busy);
  endNext();
  await first;
  await vi.waitFor(() => expect(started).toEqual(['a', 'b']));
  const third = queue.run({ owner: 'w', maxWaitMs: 60_000, run: named('e') });
  endNext();
  await second;
  await vi.waitFor(() => expect(started).toEqual(['a', 'b', 'e']));
  endNext();

  expect(await third).toBe('e');
  expect(warnings).toHaveLength(1);
});

it('turns away what waits too long, and never starts it', async () => {
  const queue = new InteractionQueue({ maxRunning: 1, maxWaiting: 10, maxWaitingOfWorkspace: 10 }, silent);
  const { started, named, endNext } = work();
  const first = queue.run({ owner: 'w', maxWaitMs: 60_000, run: named('a') });

  await expect(queue.run({ owner: 'w', maxWaitMs: 1, run: named('b') })).rejects.toThrow(Busy);
  endNext();
  await first;

  expect(await queue.run({ owner: 'w', maxWaitMs: 60_000, run: async () => 'c' })).toBe('c');
  expect(started).toEqual(['a']);
});

it('gives the place of failed work to the next one', async () => {
  const queue = new InteractionQueue({ maxRunning: 1, maxWaiting: 10, maxWaitingOfWorkspace: 10 }, silent);
  const failing = queue.run({
    owner: 'w',
    maxWaitMs: 60_000,
    run: async () => Promise.reject(new TypeError('broken')),
  });
  const next = queue.run({ owner: 'w', maxWaitMs: 60_000, run: async () => 'done' });

  await expect(failing).rejects.toThrow(TypeError);
  expect(await next).toBe('done');
});

it('turns away one workspace past its own bound, and starts another one before the rest of it', async () => {
  const queue = new InteractionQueue({ maxRunning: 1, maxWaiting: 10, maxWaitingOfWorkspace: 2 }, silent);
  const { started, named, endNext } = work();
  const send = (owner: string, name: string) => queue.run({ owner, maxWaitMs: 60_000, run: named(name) });
  const first = [send('one', 'a'), send('one', 'b'), send('one', 'c')];

  await expect(send('one', 'd')).rejects.toMatchObject({ reason: 'owner-full' });
  const other = send('other', 'e');
  for (const name of ['a', 'b', 'e', 'c']) {
    await vi.waitFor(() => expect(started.at(-1)).toBe(name));
    endNext();
  }

  expect(await Promise.all([...first, other])).toEqual(['a', 'b', 'c', 'e']);
});
