import { expect, it } from 'vitest';
import { cardOf, sayAndConfirm, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';
import { foundTeam } from '../../support/team.ts';

const world = openStore();
const MONDAY = '2026-11-30T09:00:00Z';

it('digest here asks in the place itself first, because guests and other companies may read there, and changes nothing', async () => {
  const { hugo, at, mailbox } = await foundTeam(world.store, ['Ana']);

  const question = await hugo.say('digest here');
  await at(MONDAY);

  expect(question).toMatchObject({ kind: 'card', to: 'place' });
  expect(textOf(question)).toMatch(/every Monday at 09:00 \(.+\).*guests and other companies/u);
  expect(mailbox.posted.filter(({ address }) => address === 'C1')).toEqual([]);
});

it('the digest is announced and posted once the question is confirmed', async () => {
  const { hugo, at, mailbox } = await foundTeam(world.store, ['Ana']);

  const answer = cardOf(await sayAndConfirm(hugo, 'digest here', 'Post it here'));
  await hugo.core.idle();
  const announced = mailbox.posted.length;
  await at(MONDAY);

  expect(JSON.stringify(answer)).toContain('is posted here. The next one is due');
  expect(announced).toBe(1);
  expect(mailbox.posted.length).toBeGreaterThan(announced);
});
