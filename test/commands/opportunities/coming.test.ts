import { expect, it } from 'vitest';
import type { NewOpportunity } from '../../../src/store/opportunities/opportunities.ts';
import { cardOf, formOf, type Talk, talk, talkWith, textOf } from '../../support/conversation.ts';
import { offering } from '../../support/offers.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();
const ATTENDED = 'I attended this';
const EVENT: NewOpportunity = {
  ...{ key: 'zt', title: 'Zero trust', url: 'https://a.example/zt', provider: 'SANS', description: '' },
  ...{ kind: 'webinar', delivery: 'online-live', minutes: 60, startsAt: new Date('2026-11-24T18:00:00Z') },
};

async function offered(more: Partial<NewOpportunity> = {}): Promise<Talk> {
  const ana = await talkWith(world, 'cissp');
  await offering(world.store, ana, { ...EVENT, ...more });
  return ana;
}

it('a coming event is offered for the plan instead of being logged', async () => {
  const ana = await offered();
  const card = cardOf(await ana.press(cardOf(await ana.say('search trust')), ATTENDED));

  expect(textOf({ kind: 'card', to: 'sender', card })).toContain('This starts on 24 Nov 2026.');
  const plan = textOf(await ana.press(card, 'Add to plan'));
  expect(plan).toContain('Zero trust');
  expect(textOf(await ana.say('history'))).not.toContain('Zero trust');
});

it('an event of later today is coming too', async () => {
  const ana = await offered({ startsAt: new Date('2026-11-23T18:00:00Z') });

  expect((await ana.press(cardOf(await ana.say('search trust')), ATTENDED)).kind).toBe('card');
});

it('a coming event without a length can’t be planned', async () => {
  const ana = await offered({ minutes: undefined });
  const card = cardOf(await ana.press(cardOf(await ana.say('search trust')), ATTENDED));

  expect(card.actions).toBeUndefined();
  expect(JSON.stringify(card)).toContain('Log it once you’ve attended it.');
});

it('a coming event that is chosen in the form of `attended` is offered for the plan', async () => {
  const ana = await offered();
  const item = cardOf(await ana.say('search trust')).blocks.find(({ kind }) => kind === 'item');
  const offer = (item?.kind === 'item' ? item.action?.args.offer : undefined) ?? '';
  const reply = await ana.send(formOf(await ana.say('attended')), { offer });

  expect(textOf(reply)).toContain('This starts on 24 Nov 2026.');
});

it('an event that has begun is logged on its own day', async () => {
  const ana = await offered();
  const card = cardOf(await ana.say('search trust'));
  const later = talk({ ...ana.options, today: '2026-11-25' });

  expect(formOf(await later.press(card, ATTENDED)).answers).toMatchObject({ start: '2026-11-24' });
});
