import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { ANA, activity, invoke, PERSONAL, typed } from './activities.ts';
import { begin, installStandIn, teams } from './conversation-setup.ts';
import { TENANT } from './issuer.ts';
import { aCard } from './stand-in.ts';

installStandIn();

describe('on this machine', () => {
  const service = 'http://localhost:56150';
  const local = (changes: Record<string, unknown> = {}) =>
    new Request('http://localhost:3000/api/messages', {
      method: 'POST',
      body: JSON.stringify(typed('hi', { serviceUrl: `${service}/_connector`, ...changes })),
      headers: { 'content-type': 'application/json' },
    });

  it('the bot can be tried without an app, and tells nobody a token', async () => {
    const stated: (string | null)[] = [];
    nock(service)
      .post(`/_connector/v3/conversations/${encodeURIComponent(PERSONAL.id)}/activities`)
      .reply(200, (request: Request) => {
        stated.push(request.headers.get('authorization'));
        return { id: '1' };
      });
    await begin({ dispatch: () => aCard('Hello'), development: true });

    const answer = await teams.handle(local());

    expect([answer.status, stated, teams.heard[0]?.from.tenant]).toEqual([200, [null], TENANT]);
  });
});

describe('everything else', () => {
  it('suggests what the core finds', async () => {
    const requested: unknown[] = [];
    await begin({
      dispatch: () => aCard('Never'),
      suggest: (request) => {
        requested.push(request);
        return [{ value: 'cissp', label: 'CISSP', detail: 'ISC2' }];
      },
    });

    const answer = await teams.send(
      invoke('application/search', { queryText: 'ciss', dataset: 'certifications', queryOptions: { top: 15 } }),
    );

    expect(requested).toEqual([
      {
        source: 'certifications',
        typed: 'ciss',
        limit: 15,
        from: expect.objectContaining({ platform: 'teams', tenant: TENANT }),
      },
    ]);
    expect(await answer.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: [{ title: 'CISSP – ISC2', value: 'cissp' }] },
    });
  });

  it('welcomes once, however often Teams says that it is installed', async () => {
    await begin({ dispatch: () => aCard('Welcome') });
    teams.expectMessage(PERSONAL.id);

    for (let notified = 0; notified < 3; notified += 1)
      await teams.send(activity({ type: 'installationUpdate', action: 'add' }));

    expect(teams.heard.map(({ command }) => command)).toEqual(['help']);
  });

  it.each([
    activity({ type: 'installationUpdate', action: 'remove' }),
    activity({ type: 'conversationUpdate', membersAdded: [ANA] }),
    activity({ type: 'messageReaction' }),
    activity({ type: 'something-new' }),
  ])('takes $type quietly', async (sent) => {
    await begin({ dispatch: () => aCard('Never') });

    const answer = await teams.send(sent);

    expect([answer.status, await answer.text(), teams.heard.length]).toEqual([200, '', 0]);
  });

  it.each(['something/new', 'composeExtension/selectItem'])('offers no %s', async (name) => {
    await begin({ dispatch: () => aCard('Never') });

    expect((await teams.send(invoke(name, null))).status).toBe(400);
  });

  it('never says anything twice when nobody knows whether it arrived', async () => {
    await begin({ dispatch: () => aCard('Pace') });
    teams.expectMessage(PERSONAL.id, 502);

    const answer = await teams.send(typed('pace'));

    expect([answer.status, teams.said.length]).toEqual([200, 1]);
    expect(teams.logged).toEqual(['A message may not have been delivered.']);
  });
});
