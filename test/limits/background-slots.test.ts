import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { asAnswer, asBackground, backgroundOwner, giveWay } from '../../src/limits/background-slots.ts';

describe('background work', () => {
  it('is known in all that it calls, and not in an answer that begins in it', async () => {
    const owners: (string | undefined)[] = [backgroundOwner()];
    await asBackground('w', async () => {
      await pause(1);
      owners.push(backgroundOwner());
      await asAnswer(async () => void owners.push(backgroundOwner()));
    });

    expect(owners).toEqual([undefined, 'w', undefined]);
  });

  it('waits for the answers in preparation, and goes on when the answers are given', async () => {
    const steps: string[] = [];
    const answer = Promise.withResolvers<void>();
    const answering = asAnswer(async () => {
      await answer.promise;
      steps.push('answered');
    });
    const working = asBackground('w', async () => {
      await pause(20);
      setImmediate(() => answer.resolve());
      await giveWay();
      steps.push('worked');
    });
    await Promise.all([answering, working]);

    expect(steps).toEqual(['answered', 'worked']);
  });

  it('does not stand still while answers are always prepared', async () => {
    const never = Promise.withResolvers<void>();
    const answering = asAnswer(() => never.promise);
    await asBackground('w', async () => {
      for (let step = 0; step < 5; step += 1) {
        await pause(3);
        await giveWay();
      }
    });
    never.resolve();

    await expect(answering).resolves.toBeUndefined();
  });
});
