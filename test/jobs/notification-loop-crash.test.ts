import { expect, it } from 'vitest';
import { processWorkspace } from '../../src/jobs/notification-loop.ts';
import type { Store } from '../../src/store/store.ts';
import { textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';
import { foundTeam } from '../support/team.ts';

const world = openStore();

class Killed extends Error {}

/** A process that is ended at its n-th step: a transaction, before or after it is kept, or a message, before or after it is taken. */
class Mortal {
  #steps = 0;
  readonly #last: number;

  constructor(last: number) {
    this.#last = last;
  }

  get isDead(): boolean {
    return this.#steps >= this.#last;
  }

  async lives<T>(work: () => Promise<T>): Promise<T> {
    this.#step();
    const result = await work();
    this.#step();
    return result;
  }

  #step(): void {
    if (!this.isDead) this.#steps += 1;
    if (this.isDead) throw new Killed();
  }

  store(store: Store): Store {
    return {
      inWorkspace: (...requested: Parameters<Store['inWorkspace']>) =>
        this.lives(() => store.inWorkspace(...requested)),
      schedule: { setNext: () => Promise.reject(new Killed()) },
    } as unknown as Store;
  }
}

it('goes on after being ended at any step: no digest twice, none lost without a word', {
  timeout: 300_000,
}, async () => {
  const steps: string[] = [];
  for (let last = 1; ; last += 1) {
    const team = await foundTeam(world.store, ['Ana', 'Bo', 'Chidi'], {
      cycle: { start: '2024-02-01', end: '2027-01-31' },
    });
    await team.digestHere();
    const process = new Mortal(last);
    const { post } = team.mailbox.adapter;
    const adapter = {
      ...team.mailbox.adapter,
      post: (...stated: Parameters<typeof post>) => process.lives(() => post(...stated)),
    };
    const clock = { now: () => new Date('2026-11-30T09:00:00Z') };
    await processWorkspace(team.workspaceId, {
      ...team.parts,
      clock,
      store: process.store(world.store),
      adapters: [adapter],
    });
    if (!process.isDead) break;

    // The next one comes when the turn is due again, and when what was being sent is given up.
    for (const minute of ['01', '04', '30']) await team.at(`2026-11-30T09:${minute}:00Z`);

    const digests = team.mailbox.titlesAt('C1').filter((title) => title.includes('week 49')).length;
    const history = textOf(await team.hugo.say('digest history'));
    const isInDoubt = history.includes('? delivery uncertain');
    const hears = team.mailbox.titlesAt('Hugo').includes('Message not delivered');
    const nudged = ['Ana', 'Bo', 'Chidi'].map((user) => team.mailbox.titlesAt(user).length);
    steps.push(`${digests} ${isInDoubt ? 'in doubt' : 'certain'}`);
    expect({ last, digests }).toEqual({ last, digests: isInDoubt ? expect.toBeOneOf([0, 1]) : 1 });
    // Whatever is in doubt, of a digest, its details or a nudge, is told to the admin.
    expect({ last, hears }).toEqual({ last, hears: isInDoubt || nudged.includes(0) || hears });
    expect({ last, max: Math.max(...nudged) }).toEqual({ last, max: 1 });
  }
  expect(steps.length).toBeGreaterThan(20);
  expect(new Set(steps)).toEqual(new Set(['1 certain', '0 in doubt', '1 in doubt']));
});
