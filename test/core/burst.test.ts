import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { parseLine } from '../../src/chat/parse-line.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { createCore } from '../../src/core/dispatch.ts';
import type { QueueLimits } from '../../src/core/interaction-queue.ts';
import { addCertification, cardOf, formOf, silent, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const catalogue = loadCatalogue();
const clock = { now: () => new Date('2026-11-23T12:00:00Z') };

/** Ana, who holds a certification, and a core that many lines of hers reach at once. */
async function burst(queueLimits?: Partial<QueueLimits>) {
  const ana = talk({ store: world.store });
  await addCertification(ana, 'cissp', { start: '2025-01-01', end: '2027-12-31' });
  const { tenant } = ana.options;
  const core = createCore({
    ...{ store: world.store, catalogue, clock, log: silent },
    ...(queueLimits && { queueLimits }),
  });
  const about = {
    from: { platform: 'slack', tenant, user: 'ana' },
    place: { platform: 'slack', tenant, address: 'C1' },
  } as const;
  return { ana, core, about, say: (line: string) => core.dispatch({ ...parseLine(line), ...about }) };
}

const titles = (replies: readonly Reply[]) => Map.groupBy(replies, (reply) => cardOf(reply).title);

it('answers 300 questions at once, in order', { timeout: 60_000 }, async () => {
  const { say } = await burst();
  const order: number[] = [];
  const one = cardOf(await say('pace'));

  const replies = await Promise.all(
    Array.from({ length: 300 }, async (_unused, index) => {
      const reply = await say('pace');
      order.push(index);
      return reply;
    }),
  );

  expect([...titles(replies).keys()]).toEqual([one.title]);
  // A few run at a time, so neighbours may overtake one another.
  expect(order.every((index, place) => Math.abs(index - place) < 16)).toBe(true);
});

it('says that it is busy past the bound, in the person’s language, and changes nothing', async () => {
  const { ana, core, about, say } = await burst({ maxRunning: 1, maxWaiting: 2 });
  const form = formOf(await ana.say('log 1h webinar today for cissp'));
  const sent = { command: form.command, args: {}, answers: form.answers ?? {}, ...about };
  const profile = { name: 'ana', zone: 'UTC', locale: 'de-DE' };

  const inTime = [say('pace'), say('pace'), say('pace')];
  const [line, german, refused] = await Promise.all([
    say('pace'),
    core.dispatch({ ...parseLine('pace'), ...about, profile, from: { ...about.from, user: 'ben' } }),
    core.dispatch({ ...sent, key: 'k1' }),
  ]);

  expect(cardOf(line).title).toBe('recert is busy');
  expect(textOf(line)).toContain('Nothing was changed. Try again in a moment.');
  expect(cardOf(german).title).toBe('recert ist ausgelastet');
  expect(refused).toMatchObject({ kind: 'stay' });
  expect(textOf(refused)).toContain('Nothing was saved. Send the form again in a moment.');
  expect(titles(await Promise.all(inTime)).has('recert is busy')).toBe(false);
  expect(textOf(await ana.say('history'))).toContain('No records yet');
  expect((await core.dispatch({ ...sent, key: 'k1' })).kind).toBe('card');
});
