import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { changeSources } from '../../../src/services/opportunities/change-sources.ts';
import { Refusal } from '../../../src/services/refusal.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const words = wordsFor('en-GB');

/** A workspace with one source, and what is done to its sources. */
function aWorkspace() {
  const done: unknown[] = [];
  const opportunities = {
    setEnabled: async (...args: unknown[]) => done.push(['turn', ...args]) > 0 && args[0] === 's',
    removeSource: async (...args: unknown[]) => done.push(['remove', ...args]) > 0 && args[0] === 's',
  };
  const request = { words, now: new Date() };
  return { scope: { request, data: { opportunities } } as unknown as Scope, done };
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
