import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { PlatformFeature, PlatformNotes } from '../../src/chat/platform-plugin.ts';
import { platforms } from '../../src/platforms.ts';
import { ENGLISH } from '../support/phrases.ts';
import { openStore } from '../support/store.ts';
import { repliesOf } from './replies.ts';

const world = openStore();
const FILE = join(import.meta.dirname, '..', '..', 'docs', 'parity.md');

/** The platforms on which people write; the others have tools for programs instead of commands. */
const chatPlatforms = platforms.flatMap(({ preview, ...plugin }) =>
  preview === undefined ? [] : { ...plugin, preview },
);

/** Every platform with what it does in its own way; the last two need no door. */
const described: readonly { readonly name: string; readonly notes: PlatformNotes }[] = [
  ...chatPlatforms,
  {
    name: 'Playground',
    notes: {
      first: 'works; it comes with the next answer, because the page is not notified',
      find: 'not available: you write to recert only',
      message: 'not available: there are no other messages',
    },
  },
  {
    name: 'Terminal',
    notes: {
      form: 'works; set fields with `--set`',
      file: 'works; with `--out FILE`',
      incoming: 'works; with `--attach FILE`',
      first: 'not available: a terminal only shows answers',
      find: 'not available: you write to recert only',
      message: 'not available: there are no other messages',
    },
  },
];

const BEYOND: Readonly<Record<Exclude<PlatformFeature, 'form'>, string>> = {
  file: 'send a file to one person',
  incoming: 'receive a file from one person',
  first: 'send a message unprompted',
  find: 'find records and opportunities while writing to others',
  message: 'log a message as a credit',
};

/** The table in the file, by platform; a platform that was taken out may still have its column. */
function written(): Record<string, readonly string[]> {
  const rows = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| ---'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  const [head = [], ...lines] = rows;
  return Object.fromEntries(head.map((name, column) => [name, lines.map((line) => line[column] ?? '')]));
}

it('every command is answered on every platform, as docs/parity.md says', async () => {
  const replies = await repliesOf(world.store);
  const beyond = Object.keys(BEYOND) as (keyof typeof BEYOND)[];
  const columns = described.map(({ name, notes }) => [
    name,
    [
      ...replies.map(([, { kind }]) => (kind === 'form' ? (notes.form ?? 'works') : 'works')),
      ...beyond.map((feature) => notes[feature] ?? 'works'),
    ],
  ]);

  expect(written()).toMatchObject({
    Command: [...replies.map(([name]) => `\`${name}\``), ...beyond.map((feature) => BEYOND[feature])],
    ...Object.fromEntries(columns),
  });
});

it('every platform draws pictures for the playground', async () => {
  for (const plugin of chatPlatforms) {
    const { name, draw } = await plugin.preview();
    expect([plugin.name, name]).toEqual([name, plugin.name]);
    for (const [, reply] of await repliesOf(world.store)) expect(draw(reply, ENGLISH).html).not.toBe('');
  }
});
