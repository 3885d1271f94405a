import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import { plainTextOf } from '../../../src/chat/text.ts';
import { addCertification, cardOf, logCredits, talk, talkWith, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';
import { foundTeam } from '../../support/team.ts';

const world = openStore();

const titlesOf = ({ blocks }: Card) =>
  blocks.flatMap((block) => (block.kind === 'item' ? [plainTextOf(block.title)] : []));

describe('home', () => {
  it('begins with the worst certification, and has a row with a bar for each', async () => {
    const ana = await talkWith(world, 'cissp');
    await addCertification(ana, 'cism');
    await logCredits(ana, '2025-05-05', { cissp: '115' });
    await logCredits(ana, '2025-06-01', { cism: '40' });

    const card = cardOf(await ana.say('home'));

    expect(card.title).toContain('CISM: 20 CPE hours of the 2026 minimum left by 31 Dec 2026, 3.59 CPE hours per week');
    expect(titlesOf(card).map((title) => title.split(' ')[0])).toEqual(expect.arrayContaining(['CISM', 'CISSP']));
    expect(titlesOf(card)[0]).toContain('CISM');
    expect(card.blocks.filter(({ kind }) => kind === 'progress')).toHaveLength(2);
  });

  it('asks for a certification first', async () => {
    const card = cardOf(await talk({ store: world.store }).say('home'));

    expect(card.title).toContain('You haven’t added a certification yet');
    expect(card.actions?.map(({ command }) => command)).toEqual(['add', 'help']);
  });

  it('offers to continue what was begun, to prove what lacks proof, and to undo the last change', async () => {
    const ana = await talkWith(world, 'cissp');
    await logCredits(ana, '2026-05-05', { cissp: '2' });

    const card = cardOf(await ana.say('home'));

    expect(titlesOf(card)).toEqual(expect.arrayContaining(['1 record without valid proof', 'Your last change']));
    expect(textOf(await ana.press(card, 'Undo'))).toContain('no longer counts');
    expect(titlesOf(cardOf(await ana.say('home')))).not.toContain('1 record without valid proof');
  });

  it('shows an admin the teams with the number at risk and what is still to be set up, and a member neither', async () => {
    const cycle = { start: '2024-02-01', end: '2027-01-31' };
    const { hugo, member } = await foundTeam(world.store, ['Ana', 'Bo', 'Chidi'], { cycle });

    const card = cardOf(await hugo.say('home'));

    expect(card.blocks).toContainEqual(expect.objectContaining({ title: 'Security', detail: '3 of 3 at risk' }));
    expect(titlesOf(card)).toEqual(
      expect.arrayContaining(['The digest of Security has no channel', 'Turn on sources of opportunities']),
    );
    expect(titlesOf(cardOf(await member('Ana').say('home')))).not.toContain('Security');
  });

  it('speaks German', async () => {
    const ana = talk({ store: world.store, profile: { locale: 'de-DE' } });

    expect(cardOf(await ana.say('übersicht')).title).toContain('Zertifizierung');
  });
});
