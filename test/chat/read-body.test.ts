import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/chat/read-body.ts';

const post = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
  new Request('https://bot.example/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

describe('the body of a request', () => {
  it('is read up to the limit', async () => {
    expect(String(await readBody(post('12345'), 5))).toBe('12345');
  });

  it('is refused beyond the limit, whatever length it announces', async () => {
    expect(await readBody(post('123456'), 5)).toBe(413);
    expect(await readBody(post('1', { 'content-length': '6' }), 5)).toBe(413);
  });

  it('is refused when the sender breaks off', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });

    expect(await readBody(post(broken), 5)).toBe(400);
  });
});
