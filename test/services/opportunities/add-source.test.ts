import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { addSource } from '../../../src/services/opportunities/add-source.ts';
import type { NewSource } from '../../../src/store/opportunities/opportunities.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { sourceForm } from '../../../src/views/opportunities/source-card.ts';

const words = wordsFor('en-GB');
const answers: Answers = { name: 'Talks', address: 'https://feeds.example/x', kind: 'webinar' };

/** Sends the form with some answers; the addresses are sources already. */
async function send(over: Answers, addresses: readonly string[] = []) {
  const added: NewSource[] = [];
  const opportunities = {
    addSource: async (source: NewSource) => {
      if (addresses.includes(source.address)) return undefined;
      added.push(source);
      return 's';
    },
  };
  const sent = { ...answers, ...over };
  const scope = { request: { words, now: new Date() }, data: { opportunities } } as unknown as Scope;
  return { result: await addSource({ form: sourceForm(words, sent), answers: sent }, scope), added };
}

describe('a source that is added', () => {
  it.each([
    [{}, { provider: '', minutes: undefined }],
    [
      { provider: 'SANS', minutes: '44640' },
      { provider: 'SANS', minutes: 44_640 },
    ],
  ])('with %j is turned on', async (over, expected) => {
    const { result, added } = await send(over);

    expect(result).toEqual({ sourceId: 's' });
    expect(added).toEqual([
      { name: 'Talks', address: answers.address, kind: 'webinar', delivery: '', language: '', isOn: true, ...expected },
    ]);
  });

  const { badAddress, badMinutes, known } = words.opportunity;
  it.each<[Answers, Answers]>([
    [{ name: '' }, { name: words.shape.missing }],
    [{ address: '' }, { address: words.shape.missing }],
    [{ address: 'http://feeds.example/x' }, { address: badAddress }],
    [{ address: 'https://user:secret@feeds.example/x' }, { address: badAddress }],
    [{ kind: 'magic' }, { kind: words.shape.notAnOption }],
    [{ minutes: '0' }, { minutes: badMinutes }],
    [{ minutes: '1.5' }, { minutes: badMinutes }],
    [{ minutes: 'long' }, { minutes: badMinutes }],
    [{ minutes: '44641' }, { minutes: badMinutes }],
  ])('is refused with %j', async (over, errors) => {
    expect(await send(over)).toEqual({ result: { errors }, added: [] });
  });

  it('is refused a second time', async () => {
    expect(await send({}, ['https://feeds.example/x'])).toEqual({ result: { errors: { address: known } }, added: [] });
  });
});
