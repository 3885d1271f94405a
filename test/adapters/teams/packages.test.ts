import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

/** The files that import a package whose name begins like this. */
function speakersOf(names: RegExp): readonly string[] {
  const files = ['src', 'adapters', 'migrations'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  );
  const speakers = files
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      const found = source.matchAll(/(?:\bfrom|\bimport|resolve)\s*\(?\s*'([^']+)'/g);
      return [...found].some(([, target = '']) => names.test(target));
    });
  return speakers.sort();
}

it('Microsoft’s bot packages are spoken to in the two files that a successor replaces', () => {
  expect(speakersOf(/^(?:@microsoft\/(?!teams-js)|@azure\/|bot)/)).toEqual([
    'adapters/teams/inbound/router.ts',
    'adapters/teams/outbound/bot.ts',
  ]);
});

it('its drawing library is known to nobody else', () => {
  expect(speakersOf(/^adaptivecards/).every((file) => file.startsWith('adapters/teams/'))).toBe(true);
});
