import { describe, expect, it } from 'vitest';
import type { RenderedAnswer } from '../../../adapters/playground/answer.ts';
import type { Place } from '../../../src/chat/place.ts';
import { aFile } from '../../support/files.ts';
import { preview, stage } from './fake-core.ts';
import { paceReply } from './replies.ts';

const maya = { tenant: 'sample', user: 'maya' };
const news = { title: 'News', blocks: [] };

/** The playground, and what Maya is shown when she types the next line. */
async function maysNext() {
  const { adapter, heard, post, request } = await stage(() => paceReply, { previews: [preview] });
  let count = 0;
  const phrases = async (who: { tenant: string; user: string } = maya): Promise<readonly RenderedAnswer[]> => {
    count += 1;
    const answer = await post('/playground/say', { ...who, key: `key-000${count}`, line: 'pace' });
    return ((await answer.json()) as { more: readonly RenderedAnswer[] }).more;
  };
  await phrases();
  return { adapter, say: phrases, request, direct: heard[0]?.direct as Place };
}

describe('what is said to somebody unasked', () => {
  it('comes with their next answer, once, and to nobody else', async () => {
    const { adapter, say: phrases, direct } = await maysNext();

    expect(await adapter.post(direct, news)).toMatchObject({ kind: 'sent' });
    expect(await phrases({ ...maya, user: 'tom' })).toEqual([]);
    expect((await phrases()).map(({ text }) => text)).toEqual(['News']);
    expect(await phrases()).toEqual([]);
  });

  it('waits while a form stays open', async () => {
    let stays = true;
    const { adapter, post, heard: request } = await stage(() => (stays ? { kind: 'stay', problem: 'No.' } : paceReply));
    const phrases = async () => {
      const sent = await post('/playground/say', { ...maya, key: `key-${request.length}-0001`, line: 'pace' });
      return ((await sent.json()) as { more: readonly RenderedAnswer[] }).more.length;
    };
    await phrases();
    await adapter.post(request[0]?.direct as Place, news);

    const first = await phrases();
    stays = false;

    expect([first, await phrases()]).toEqual([0, 1]);
  });

  it('brings a file, which can be fetched as a download', async () => {
    const { adapter, say: phrases, request, direct } = await maysNext();
    const hostile = { ...aFile, name: '"><script>.csv' };
    await adapter.deliver(direct, hostile, news);

    const [message] = await phrases();
    const [, href = ''] = /href="([^"]+)"/.exec(message?.html ?? '') ?? [];
    const got = await request(href);

    expect(message?.html).not.toContain('<script>');
    expect(message?.previews).toEqual([]);
    expect([got.status, await got.text()]).toEqual([200, new TextDecoder().decode(aFile.bytes)]);
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="___script_.csv"');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await request('/playground/files/nothing')).status).toBe(404);
  });
});
