import { describe, expect, it } from 'vitest';
import { STARTER_FEEDS } from '../../../src/opportunities/starter.ts';
import { changeSources, offerStarters } from '../../../src/services/opportunities/change-sources.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import type { Scope } from '../../../src/services/workspace-data.ts';
import type { NewSource } from '../../../src/store/opportunities/opportunities.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');

/** A workspace with one source, and what is done to its sources. */
function aWorkspace(address = 'https://feeds.example/x') {
  const done: unknown[] = [];
  const added: NewSource[] = [];
  const opportunities = {
    sources: async () => [{ sourceId: 's', address }],
    addSource: async (source: NewSource) => void added.push(source),
    setEnabled: async (...args: unknown[]) => done.push(['turn', ...args]) > 0 && args[0] === 's',
    removeSource: async (...args: unknown[]) => done.push(['remove', ...args]) > 0 && args[0] === 's',
  };
  const request = { words, now: new Date() };
  return { scope: { request, data: { opportunities } } as unknown as Scope, done, added };
}

describe('a source', () => {
  it.each([
    [{ on: 's' }, [['turn', 's', true]]],
    [{ off: 's' }, [['turn', 's', false]]],
    [{ remove: 's' }, [['remove', 's']]],
    [{}, []],
  ])('is changed by %j', async (change, expected) => {
    const { scope, done } = aWorkspace();
    await changeSources(change, scope);

    expect(done).toEqual(expected);
  });

  it.each([{ on: 'x' }, { off: 'x' }, { remove: 'x' }])('that is gone refuses %j', async (change) => {
    await expect(changeSources(change, aWorkspace().scope)).rejects.toThrow(new Refusal(words.opportunity.gone));
  });
});

describe('the feeds to start with', () => {
  it('are added, turned off', async () => {
    const { scope, added } = aWorkspace();
    await offerStarters(scope);

    expect(added.map(({ address }) => address)).toEqual(STARTER_FEEDS.map(({ address }) => address));
    expect(added.every(({ isOn, isFree }) => !isOn && isFree)).toBe(true);
  });

  it('are not added again once one of them is there', async () => {
    const { scope, added } = aWorkspace(STARTER_FEEDS.at(-1)?.address);
    await offerStarters(scope);

    expect(added).toEqual([]);
  });
});
