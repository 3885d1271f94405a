import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { postOffer } from '../../../src/services/opportunities/post-offer.ts';
import type { NewOpportunity } from '../../../src/store/opportunities/opportunities.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { offerForm } from '../../../src/views/opportunities/offer-form.ts';

const words = wordsFor('en-GB');
const now = new Date('2026-11-23T12:00:00Z');
const url = 'https://talks.example/zero-trust';
const answers: Answers = { title: 'Zero trust', url, kind: 'webinar' };

/** Sends the form with some answers; the addresses are posted already. */
async function send(over: Answers, addresses: readonly string[] = []) {
  const written: unknown[] = [];
  const opportunities = {
    sourceByHand: async (name: string, at: Date) => {
      written.push([name, at]);
      return 's';
    },
    addByHand: async (sourceId: string, offer: NewOpportunity) => {
      if (addresses.includes(offer.key)) return false;
      written.push([sourceId, offer]);
      return true;
    },
  };
  const sent = { ...answers, ...over };
  const scope = { request: { words, now }, data: { opportunities } } as unknown as Scope;
  return { result: await postOffer({ form: offerForm(words, sent), answers: sent }, scope), written };
}

describe('an offer', () => {
  const onDemand = { key: url, url, title: 'Zero trust', provider: '', description: '', kind: 'webinar' };
  const undated = { ...onDemand, delivery: 'online-recorded', startsAt: undefined };

  it.each<[Answers, object]>([
    [{}, { ...undated, minutes: undefined, isFree: undefined }],
    [
      { provider: 'SANS', free: 'yes' },
      { ...undated, provider: 'SANS', minutes: undefined, isFree: true },
    ],
    [
      { free: 'no', duration: '90 min' },
      { ...undated, minutes: 90, isFree: false },
    ],
    [
      { start: '2026-12-01', kind: 'course' },
      {
        ...{ ...onDemand, kind: 'course', delivery: 'online-live' },
        ...{ startsAt: new Date('2026-12-01T12:00:00Z'), isAllDay: true, minutes: undefined, isFree: undefined },
      },
    ],
  ])('with %j is added to the offers of the team', async (over, offer) => {
    expect(await send(over)).toEqual({
      result: { title: 'Zero trust' },
      written: [
        [words.opportunity.byHand, now],
        ['s', offer],
      ],
    });
  });

  const { badAddress } = words.opportunity;
  it.each<[Answers, Answers]>([
    [{ title: '' }, { title: words.shape.missing }],
    [{ url: '' }, { url: words.shape.missing }],
    [{ url: 'http://talks.example' }, { url: badAddress }],
    [{ url: 'https://user:secret@talks.example/' }, { url: badAddress }],
    [{ kind: 'magic' }, { kind: words.shape.notAnOption }],
    [{ duration: 'long' }, { duration: words.log.badDuration('long') }],
    [{ duration: 'x'.repeat(60) }, { duration: words.log.badDuration('x'.repeat(40)) }],
  ])('is refused with %j, and nothing is written', async (over, errors) => {
    expect(await send(over)).toEqual({ result: { errors }, written: [] });
  });

  it('is refused where the team has its address already', async () => {
    expect((await send({}, [url])).result).toEqual({ errors: { url: words.opportunity.knownOffer } });
  });
});
