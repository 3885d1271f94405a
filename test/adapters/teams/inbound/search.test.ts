import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchRequest, SearchResults } from '../../../../src/chat/search-request.ts';
import { ANA, CHANNEL, invoke } from '../activities.ts';
import { checkCard } from '../adaptive-card.ts';
import { TENANT } from '../issuer.ts';
import type { Json } from '../json.ts';
import { allowTokens, type StandIn, standIn } from '../stand-in.ts';

const QUERY = 'composeExtension/query';
let teams: StandIn;
let asked: SearchRequest[];

async function begin(found: SearchResults | (() => Promise<SearchResults>)): Promise<void> {
  asked = [];
  teams = await standIn({
    find: async (query) => {
      asked.push(query);
      return typeof found === 'function' ? found() : found;
    },
  });
}

const value = (name: string, words: unknown, queryOptions: unknown = { skip: 0, count: 25 }) => ({
  commandId: 'records',
  parameters: [{ name, value: words }],
  queryOptions,
});
const search = async (sent: unknown, changes: Json = {}): Promise<Json> =>
  (await (await teams.send(invoke(QUERY, sent, changes))).json()) as Json;

const hostile = '<b>&amp;</b> {{DATE(2026)}} *x* [a](http://x)';
const item = { title: hostile, detail: hostile, card: { title: hostile, blocks: [] } };

beforeEach(() => {
  nock.disableNetConnect();
  allowTokens();
});
afterEach(async () => {
  await teams.stop();
  nock.cleanAll();
});

describe('the search of the message extension', () => {
  it('asks for the sender’s own records, page by page, wherever it is opened', async () => {
    await begin({ items: [] });

    await search(value('initialRun', 'true'));
    await search(value('query', 'zero', { skip: 25, count: 25 }), { conversation: CHANNEL });
    await search(value('query', true, { skip: null, count: 900 }));

    expect(asked.map(({ text, skip, limit }) => [text, skip, limit])).toEqual([
      ['', 0, 25],
      ['zero', 25, 25],
      ['true', 0, 25],
    ]);
    expect(asked[1]).toMatchObject({
      from: { platform: 'teams', tenant: TENANT, user: ANA.aadObjectId },
      profile: { name: 'Ana Ngata' },
    });
  });

  it('shows each result as a line and inserts it as a card, people’s words as they are', async () => {
    await begin({ items: [item] });

    const { composeExtension } = await search(value('query', ''));
    const [result] = composeExtension.attachments;

    expect(composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(result.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(checkCard(result.content)).toEqual([]);
    expect(result.preview.contentType).toBe('application/vnd.microsoft.card.thumbnail');
    for (const words of Object.values<string>(result.preview.content)) {
      expect(words).not.toMatch(/<\w|<\/|&\w|\{\{/);
      expect(words.replaceAll('\u2060', '')).toBe(hostile);
    }
    // A tap inserts the card: nothing comes back to the bot.
    expect(JSON.stringify(result)).not.toContain('invoke');
  });

  it('says in words why there is nothing, and leaves an empty page empty', async () => {
    await begin({ items: [], note: 'Nothing <is> logged yet.' });
    expect(await search(value('query', 'x'))).toEqual({
      composeExtension: { type: 'message', text: 'Nothing <\u2060is> logged yet.' },
    });
    await teams.stop();

    await begin({ items: [] });
    expect((await search(value('query', 'x'))).composeExtension).toMatchObject({ type: 'result', attachments: [] });
  });

  it('shows as many as fit into an answer', async () => {
    const block = { kind: 'text', text: 'x'.repeat(4000) } as const;
    const long = { ...item, card: { title: 'Long', blocks: Array.from({ length: 4 }, () => block) } };
    await begin({ items: Array.from({ length: 25 }, () => long) });

    const answer = await search(value('query', ''));

    expect(answer.composeExtension.attachments.length).toBeGreaterThan(5);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(200 * 1024);
  });

  it('is for people of the tenant, and asks nothing for others', async () => {
    await begin({ items: [item] });

    const answer = await search(value('query', ''), { from: { id: '29:guest', name: 'Guest' } });

    expect(answer.composeExtension).toEqual({ type: 'message', text: 'Members only' });
    expect(asked).toEqual([]);
  });

  it('is answered in words when the core fails', async () => {
    await begin(() => Promise.reject(new Error('no')));

    expect((await search(value('query', ''))).composeExtension).toEqual({
      type: 'message',
      text: 'Something went wrong',
    });
  });

  it.each([
    [null],
    [{}],
    [{ commandId: 'log' }],
    [{ commandId: 'records', parameters: 'zero' }],
    [{ commandId: 'records', parameters: [{ value: 'zero' }] }],
    [{ commandId: 'records', queryOptions: { skip: -1 } }],
    [{ commandId: 'records', queryOptions: { skip: 0.5, count: 1e9 } }],
  ])('offers nothing for %j', async (sent) => {
    await begin({ items: [item] });

    expect((await teams.send(invoke(QUERY, sent))).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it.each(['composeExtension/selectItem', 'composeExtension/queryLink', 'composeExtension/onCardButtonClicked'])(
    'has nothing to do with %s',
    async (name) => {
      await begin({ items: [item] });

      expect((await teams.send(invoke(name, { recert: { command: 'undo', args: {} } }))).status).toBe(400);
      expect(teams.heard).toEqual([]);
    },
  );
});
