import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { cardWords } from '../../../src/chat/card-as-text.ts';
import type { SearchResults } from '../../../src/chat/search-request.ts';
import { plainTextOf } from '../../../src/chat/text.ts';
import {
  cardOf,
  formOf,
  logCredits,
  newcomer,
  silent,
  type Talk,
  talk,
  talkWith,
  undoLast,
} from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { openStore } from '../../support/store.ts';

const world = openStore();

function find(
  { core, options }: Talk,
  text: string,
  page: { skip?: number; limit?: number } = {},
): Promise<SearchResults> {
  const { tenant, user = 'ana' } = options;
  return core.find({ scope: 'records', from: { platform: 'slack', tenant, user }, text, skip: 0, limit: 25, ...page });
}

const titles = ({ items }: SearchResults) => items.map(({ title }) => title);

/** Ana with a CISSP and a CISM, and three records. */
async function ana(): Promise<Talk> {
  const person = await talkWith(world, 'cissp', 'cism');
  await logCredits(person, '2026-02-01', { cissp: '1.5' }, { title: 'Zero trust', provider: 'SANS' });
  await logCredits(person, '2026-03-01', { cissp: '1', cism: '2' }, { title: '100% cloud', provider: 'ISC2' });
  await logCredits(person, '2026-01-01', { cism: '1' }, { title: 'A_B testing', provider: '' });
  return person;
}

describe('looking for a record', () => {
  it('finds the newest first when nothing was typed, with its credits, and shows nothing that is private', async () => {
    const found = await find(await ana(), ' ');

    expect(titles(found)).toEqual(['100% cloud', 'Zero trust', 'A_B testing']);
    expect(found.items[0]?.detail).toBe('1 Mar 2026 · ISC2 · CISM 2 CPE hours · CISSP 1 CPE');
    expect(cardWords(found.items[0]?.card as never)).toBe(
      ['100% cloud', 'Date: 1 Mar 2026', 'Provider: ISC2', 'CISM: 2 CPE hours', 'CISSP: 1 CPE'].join('\n'),
    );
    expect(found.items[0]?.card.actions).toBeUndefined();
  });

  it('finds by title, provider and short name of a certification, every word of it, and takes no sign for a wildcard', async () => {
    const person = await ana();
    const found = Object.fromEntries(
      await Promise.all(
        ['ZERO', 'sans', 'cism', 'cissp isc2', 'cissp nothing', '%', '_', '0%', '\\', "' or 1=1 --", '?'].map(
          async (text) => [text, titles(await find(person, text))],
        ),
      ),
    );

    expect(found).toEqual({
      ZERO: ['Zero trust'],
      sans: ['Zero trust'],
      cism: ['100% cloud', 'A_B testing'],
      'cissp isc2': ['100% cloud'],
      'cissp nothing': [],
      '%': ['100% cloud'],
      _: ['A_B testing'],
      '0%': ['100% cloud'],
      '\\': [],
      "' or 1=1 --": [],
      '?': [],
    });
  });

  it('goes on page by page, and behind the last one says nothing', async () => {
    const person = await ana();

    expect(titles(await find(person, '', { skip: 0, limit: 2 }))).toEqual(['100% cloud', 'Zero trust']);
    expect(titles(await find(person, '', { skip: 2, limit: 2 }))).toEqual(['A_B testing']);
    expect(await find(person, '', { skip: 4, limit: 2 })).toEqual({ items: [] });
  });

  it('finds nothing that was taken back, and nothing of anybody else', async () => {
    const person = await ana();
    await undoLast(person);

    expect(titles(await find(person, ''))).toEqual(['100% cloud', 'Zero trust']);
    expect(await find(newcomer(person, 'ben'), '')).toEqual({
      items: [],
      note: 'No records yet. Message “log” to recert to add one.',
    });
    expect((await find(talk({ store: world.store }), 'zero')).note).toBe('No records match “zero”.');
  });

  it('finds the records of the person an identity is linked to', async () => {
    const person = await ana();
    const other = talk({ store: world.store, user: 'ben' });
    const shown = cardOf(await person.say('link'));
    const block = shown.blocks[1];
    const code = block?.kind === 'text' ? plainTextOf(block.text) : '';
    await other.send(formOf(await other.say(code)));
    await person.press(shown, 'Confirm');

    expect(titles(await find(other, 'zero'))).toEqual(['Zero trust']);
  });

  it('answers in words when the database does not', async () => {
    const store = { directory: { linkOf: () => Promise.reject(new Error('down')) } } as never;
    const core = patientCore({ store, catalogue: loadCatalogue(), clock: { now: () => new Date() }, log: silent });

    const found = await core.find({
      scope: 'records',
      from: { platform: 'slack', tenant: 'T', user: 'U' },
      text: '',
      skip: 0,
      limit: 25,
    });

    expect(found.items).toEqual([]);
    expect(found.note).toContain('Reference: ');
  });
});
