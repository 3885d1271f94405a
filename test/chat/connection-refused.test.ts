import { expect, it } from 'vitest';
import { isConnectionRefused } from '../../src/chat/connection-refused.ts';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

it.each([
  ['the error itself', withCode('ECONNREFUSED'), true],
  ['its cause', new Error('fetch failed', { cause: withCode('ENOTFOUND') }), true],
  ['the original error', Object.assign(new Error('failed'), { original: withCode('ECONNREFUSED') }), true],
  [
    'a cause beside an empty original',
    Object.assign(new Error('', { cause: withCode('ENOTFOUND') }), { original: undefined }),
    true,
  ],
  ['a connection that broke off', withCode('ECONNRESET'), false],
  ['no error', 'ECONNREFUSED', false],
])('looks at %s', (_what, error, isRefused) => {
  expect(isConnectionRefused(error)).toBe(isRefused);
});
