import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../adapters/playground/answer.ts';
import type { Place } from '../../../src/chat/interaction.ts';
import { aFile } from '../../support/files.ts';
import { preview, stage } from './fake-core.ts';
import { paceReply } from './replies.ts';

const maya = { tenant: 'sample', user: 'maya' };
const news = { title: 'News', blocks: [] };

/** The playground, and what Maya is shown when she types the next line. */
async function maysNext() {
  const { adapter, heard, post, request } = await stage(() => paceReply, { previews: [preview] });
  let count = 0;
  const say = async (who: { tenant: string; user: string } = maya): Promise<readonly Answer[]> => {
    count += 1;
    const answer = await post('/playground/say', { ...who, key: `key-000${count}`, line: 'pace' });
    return ((await answer.json()) as { more: readonly Answer[] }).more;
  };
  await say();
  return { adapter, say, request, direct: heard[0]?.direct as Place };
}

describe('what is said to somebody unasked', () => {
  it('comes with their next answer, once, and to nobody else', async () => {
    const { adapter, say, direct } = await maysNext();

    expect(await adapter.post(direct, news)).toMatchObject({ kind: 'sent' });
    expect(await say({ ...maya, user: 'tom' })).toEqual([]);
    expect((await say()).map(({ text }) => text)).toEqual(['News']);
    expect(await say()).toEqual([]);
  });

  it('waits while a form stays open', async () => {
    let stays = true;
    const { adapter, post, heard } = await stage(() => (stays ? { kind: 'stay', problem: 'No.' } : paceReply));
    const say = async () => {
      const sent = await post('/playground/say', { ...maya, key: `key-${heard.length}-0001`, line: 'pace' });
      return ((await sent.json()) as { more: readonly Answer[] }).more.length;
    };
    await say();
    await adapter.post(heard[0]?.direct as Place, news);

    const first = await say();
    stays = false;

    expect([first, await say()]).toEqual([0, 1]);
  });

  it('brings a file, which can be fetched as a download', async () => {
    const { adapter, say, request, direct } = await maysNext();
    const hostile = { ...aFile, name: '"><script>.csv' };
    await adapter.deliver(direct, hostile, news);

    const [letter] = await say();
    const [, href = ''] = /href="([^"]+)"/.exec(letter?.html ?? '') ?? [];
    const got = await request(href);

    expect(letter?.html).not.toContain('<script>');
    expect(letter?.previews).toEqual([]);
    expect([got.status, await got.text()]).toEqual([200, new TextDecoder().decode(aFile.bytes)]);
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="___script_.csv"');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await request('/playground/files/nothing')).status).toBe(404);
  });
});
