import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseTokenKey } from '../../src/settings/token-key.ts';

const KEY = randomBytes(32);

it.each([
  ['hex', KEY.toString('hex'), KEY],
  ['HEX', KEY.toString('hex').toUpperCase(), KEY],
  ['base64', KEY.toString('base64'), KEY],
  ['a short key', KEY.toString('hex').slice(2), undefined],
  ['a password', 'correct horse battery staple', undefined],
  ['nothing', '', undefined],
])('reads %s', (_name, text, key) => {
  expect(parseTokenKey(text)).toEqual(key);
});
