import { expect, it } from 'vitest';
import { findLink } from '../../../src/services/records/find-link.ts';

it.each([
  ['Passkeys https://example.com/p?id=7&d=1.', 'https://example.com/p?id=7&d=1', ''],
  ['Passkeys <https://example.com/x|Announcement>', 'https://example.com/x', 'Announcement'],
  ['<https://example.com>', 'https://example.com', ''],
  ['<https://example.com/a|https://example.com/a>', 'https://example.com/a', ''],
  ['<https://example.com/talk|example.com/talk>', 'https://example.com/talk', ''],
  ['“https://example.com/a”', 'https://example.com/a', ''],
  ['(see http://example.com/a)', 'http://example.com/a', ''],
])('finds the link in “%s”', (text, link, label) => {
  expect(findLink(text)).toMatchObject({ link, label });
});

it('finds no link where there is none', () => {
  expect(findLink('ftp://example.com and example.com')).toBeUndefined();
});
