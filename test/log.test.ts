import { expect, it } from 'vitest';
import { asNewRequest, asRequest, failureReference, requestId } from '../src/chat/request-id.ts';
import { createLog } from '../src/logger.ts';

it('writes the id of the request into each of its lines, also later, and into no other line', async () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
  const answer = async (name: string) => {
    log.info('Begun.', { name });
    await new Promise((resolve) => setImmediate(resolve));
    log.error('Failed.', { name, reference: failureReference() });
    return requestId();
  };

  const [one, other] = await Promise.all([asNewRequest(() => answer('one')), asNewRequest(() => answer('other'))]);
  log.info('By schedule.');

  expect(one).toMatch(/^[0-9a-f]{8}$/u);
  expect(one).not.toBe(other);
  expect(lines.map(({ msg, name, request, reference }) => [msg, name, request, reference])).toEqual([
    ['Begun.', 'one', one, undefined],
    ['Begun.', 'other', other, undefined],
    ['Failed.', 'one', one, one],
    ['Failed.', 'other', other, other],
    ['By schedule.', undefined, undefined, undefined],
  ]);
});

it('has one id for a request, however many parts begin it, and a reference outside of requests', () => {
  const [outer, inner] = asRequest(() => [requestId(), asRequest(requestId)]);

  expect(inner).toBe(outer);
  expect(requestId()).toBeUndefined();
  expect(failureReference()).toMatch(/^[0-9a-f]{8}$/u);
});
