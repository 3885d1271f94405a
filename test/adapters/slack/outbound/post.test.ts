import { describe, expect, it } from 'vitest';
import { beginWithoutProfile, installStandIn, slack } from '../conversation-setup.ts';
import { aCard } from '../stand-in.ts';

installStandIn();

describe('speaking first', () => {
  const place = (address: string) => ({ platform: 'slack', tenant: 'T0HOME', address }) as const;
  const card = { title: 'News', blocks: [{ kind: 'text', text: 'Words.' }] } as const;

  it('tells a person in their direct messages, and a channel in the channel; and changes what it said', async () => {
    await beginWithoutProfile({ dispatch: () => aCard('Never') });
    slack.expect('conversations.open', { channel: { id: 'D0ANNA' } });
    slack.expect('chat.postMessage', { channel: 'D0ANNA', ts: '1.2' });
    slack.expect('chat.postMessage', { channel: 'C0TEAM', ts: '3.4' });
    slack.expect('chat.update');

    const notified = await slack.post(place('U0ANNA'), card);
    const posted = await slack.post(place('C0TEAM'), card);
    const changed = await slack.update(place('C0TEAM'), 'C0TEAM:3.4', card);

    expect([notified, posted, changed]).toEqual([
      { kind: 'sent', message: 'D0ANNA:1.2' },
      { kind: 'sent', message: 'C0TEAM:3.4' },
      { kind: 'sent', message: 'C0TEAM:3.4' },
    ]);
    expect(slack.calls.at(-1)?.args).toMatchObject({ channel: 'C0TEAM', ts: '3.4' });
  });

  it.each([
    ['not_in_channel', 200, { ok: false, error: 'not_in_channel' }, 'refused'],
    ['a broken answer', 502, {}, 'unknown'],
    ['too much at once', 429, {}, 'busy'],
  ])('says what became of it after %s, and does not repeat it', async (_name, status, answer, kind) => {
    await beginWithoutProfile({ dispatch: () => aCard('Never') });
    slack.expect('chat.postMessage', answer, status);

    expect((await slack.post(place('C0TEAM'), card)).kind).toBe(kind);

    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });
});
