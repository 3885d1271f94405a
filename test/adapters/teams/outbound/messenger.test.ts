import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../src/chat/place.ts';

import { CHANNEL, mentioned, PERSONAL, typed } from '../activities.ts';
import { begin, conversations, installStandIn, lastCard, teams } from '../conversation-setup.ts';
import { wordsIn } from '../dialogs.ts';
import { aCard } from '../stand-in.ts';

installStandIn();

describe('speaking first', () => {
  const news = { title: 'News', blocks: [{ kind: 'text', text: 'Words.' }] } as const;

  it('tells a person in the chat they wrote from, long after, and changes what it said', async () => {
    await begin({ dispatch: () => aCard('Hello') });
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));
    const direct = teams.heard[0]?.direct as Place;
    teams.expectMessage(PERSONAL.id);
    teams.expectReplacement(PERSONAL.id, 'message-2');

    const sent = await teams.post(direct, news);
    const changed = await teams.update(direct, sent.kind === 'sent' ? sent.message : '', news);

    expect([sent.kind, changed.kind]).toEqual(['sent', 'sent']);
    expect(wordsIn(lastCard())).toContain('News');
    expect(teams.said.at(-1)?.authorization).toContain('Bearer ');
  });

  it('opens the personal chat of somebody who was heard in a channel, and posts to the channel itself and to a thread of it', async () => {
    await begin({ dispatch: () => aCard('Hello', {}, 'place') });
    teams.expectMessage(CHANNEL.id);
    await teams.send(mentioned('hi'));
    const { direct, place } = teams.heard[0] as { direct: Place; place: Place };
    teams.expectPersonal('a:opened');
    teams.expectMessage('a:opened');
    teams.expectMessage('19:team@thread.tacv2');
    teams.expectMessage('19:team@thread.tacv2;messageid=message-3');

    const sent = [await teams.post(direct, news), await teams.post(place, news)];
    const [, first] = sent;
    if (first?.kind === 'sent') sent.push(await teams.post(place, news, { thread: first.message }));

    expect(sent.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
    expect(conversations().slice(1)).toEqual([
      'a:opened',
      '19:team@thread.tacv2',
      '19:team@thread.tacv2;messageid=message-3',
    ]);
  });

  it.each([
    [403, 'refused'],
    [502, 'unknown'],
  ])('says what became of it after a %i, and does not repeat it', async (status, kind) => {
    await begin({ dispatch: () => aCard('Hello') });
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));
    teams.expectMessage(PERSONAL.id, status);

    expect((await teams.post(teams.heard[0]?.direct as Place, news)).kind).toBe(kind);
  });

  it('sends nothing by a reference to another tenant, to a strange host, or of another make', async () => {
    await begin({ dispatch: () => aCard('Hello') });
    teams.expectMessage(PERSONAL.id);
    await teams.send(typed('hi'));
    const direct = teams.heard[0]?.direct as Place;
    const stored = JSON.parse(direct.address);
    const wrong = [{ ...stored, tenant: 'somebody-else' }, { ...stored, serviceUrl: 'https://example.org/' }, { x: 1 }];

    for (const address of wrong.map((one) => JSON.stringify(one))) {
      expect((await teams.post({ ...direct, address }, news)).kind).not.toBe('sent');
    }
  });
});
