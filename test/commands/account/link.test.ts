import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { Place } from '../../../src/chat/place.ts';
import type { SendResult } from '../../../src/chat/send-result.ts';
import { plainTextOf } from '../../../src/chat/text.ts';
import { runHousekeeping } from '../../../src/jobs/housekeeping.ts';
import { cardOf, formOf, newcomer, silent, type Talk, talk, talkWith, textOf } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

/** The code of a card that shows one. */
function codeIn(card: ReturnType<typeof cardOf>): string {
  const [, , block] = [card.title, ...card.blocks];
  return block !== undefined && typeof block === 'object' && block.kind === 'text'
    ? plainTextOf(block.text).replace('link ', '')
    : '';
}

/** Ana on one platform with a CISSP, and somebody on another who has typed her code and said yes. */
async function asked(): Promise<{ ana: Talk; other: Talk; shown: ReturnType<typeof cardOf> }> {
  const ana = await talkWith(world, 'cissp');
  const other = await talkWith({ store: world.store, user: 'ben' }, 'cism');
  const shown = cardOf(await ana.say('link'));
  const form = formOf(await other.say(`link ${codeIn(shown).toLowerCase()}`));
  expect(textOf(await other.send(form))).toContain('select “Confirm”');
  return { ana, other, shown };
}

describe('linking two platforms', () => {
  it('makes one person of two once both have said yes, and two again when undone', async () => {
    const { ana, other, shown } = await asked();
    expect(textOf(await other.say('certs'))).toContain('CISM');

    const linked = cardOf(await ana.press(shown, 'Confirm'));
    const asOne = textOf(await other.say('certs'));
    await ana.press(linked, 'Undo');

    expect(plainTextOf(linked.blocks[0]?.kind === 'text' ? linked.blocks[0].text : '')).toContain(
      'ben on Slack is now linked to you',
    );
    expect(asOne).toContain('CISSP');
    expect(asOne).not.toContain('CISM');
    expect(textOf(await other.say('certs'))).toContain('CISM');
    expect(textOf(await ana.say('unlink'))).toContain('Your account isn’t linked');
  });

  it('tells the owner of the code who typed it, once that is kept', async () => {
    const notified: [Place, Card][] = [];
    const post = async (to: Place, card: Card): Promise<SendResult> => {
      notified.push([to, card]);
      return { kind: 'sent', message: '1' };
    };
    const adapter = { platform: 'slack', post } as unknown as ChatAdapter;
    const ana = talk({ store: world.store });
    const ben = talk({ store: world.store, user: 'ben', adapters: [adapter] });
    const code = codeIn(cardOf(await ana.say('link')));
    await ben.send(formOf(await ben.say(`link ${code}`)));
    await ben.core.idle();

    const [[to, card] = []] = notified;
    expect(to).toEqual({ platform: 'slack', tenant: ana.options.tenant, address: 'ana' });
    expect(cardOf(await ana.press(card as Card, 'Confirm')).title).toBe('Linked');
  });

  it('can be undone from the other side too', async () => {
    const { ana, other, shown } = await asked();
    await ana.press(shown, 'Confirm');

    expect(cardOf(await other.say('unlink')).title).toBe('Unlinked');
    expect(textOf(await other.say('certs'))).toContain('CISM');
  });

  it('needs the code typed before it can be confirmed, and takes each code once', async () => {
    const ana = talk({ store: world.store });
    const shown = cardOf(await ana.say('link'));
    expect(textOf(await ana.press(shown, 'Confirm'))).toContain('Your code hasn’t been used yet');
    const ben = talk({ store: world.store, user: 'ben' });
    await ben.send(formOf(await ben.say(`link ${codeIn(shown)}`)));

    const mallory = talk({ store: world.store, user: 'mallory' });

    expect(textOf(await mallory.say(`link ${codeIn(shown)}`))).toContain('invalid, used or expired');
  });

  it('refuses a wrong code, an old one, an own one, and one that was replaced', async () => {
    const ana = talk({ store: world.store });
    const first = codeIn(cardOf(await ana.say('link')));
    const second = codeIn(cardOf(await ana.say('link')));
    const ben = talk({ store: world.store, user: 'ben' });
    const later = talk({ store: world.store, user: 'ben', today: '2026-11-24' });

    expect(textOf(await ben.say('link AAAAA-AAAAA'))).toContain('invalid, used or expired');
    expect(textOf(await ben.say(`link ${first}`))).toContain('invalid, used or expired');
    expect(textOf(await later.say(`link ${second}`))).toContain('invalid, used or expired');
    expect(textOf(await ana.say(`link ${second}`))).toContain('your own code');
  });
});

describe('a tenant that takes recert away', () => {
  const night = (today: string) =>
    runHousekeeping({
      store: world.store,
      catalogue: loadCatalogue(),
      clock: { now: () => new Date(`${today}T03:17:00Z`) },
      log: silent,
    });

  it('has its data deleted after thirty days, and nobody else’s', async () => {
    const [ana, bo] = [await talkWith(world, 'cissp'), await talkWith(world, 'cissp')];

    await ana.core.markUninstalled('slack', ana.options.tenant);
    await night('2026-12-22');
    const stored = await world.store.directory.workspaces();
    await night('2026-12-24');
    const left = await world.store.directory.workspaces();

    expect(stored.map(({ tenant }) => tenant)).toContain(ana.options.tenant);
    expect(left.map(({ tenant }) => tenant)).not.toContain(ana.options.tenant);
    expect(textOf(await bo.say('certs'))).toContain('CISSP');
    expect(textOf(await ana.say('certs'))).toContain('haven’t added a certification yet');
  });

  it('keeps everything when it comes back in time', async () => {
    const ana = await talkWith(world, 'cissp');
    await ana.core.markUninstalled('slack', ana.options.tenant);

    await newcomer(ana, 'bo').say('help');
    await night('2027-02-01');

    expect(textOf(await ana.say('certs'))).toContain('CISSP');
  });
});
