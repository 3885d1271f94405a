import { expect, it } from 'vitest';
import { cardOf } from '../../../../adapters/teams/cards/card.ts';
import type { Block, Card } from '../../../../src/chat/card.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { checkCard } from '../adaptive-card.ts';

const named = (mention: string, user: string): Block => ({
  kind: 'item',
  title: [{ mention, user }],
  detail: 'behind',
});
const digest = (...blocks: readonly Block[]): Card => ({ title: 'In detail', blocks });

it('mentions people by their account, with the same text in the card and beside it', () => {
  const card = cardOf(digest(named('Ana-María O’Neil', 'aad-1'), named('J. Smith', 'aad-2')), ENGLISH);

  expect(card.msteams).toEqual({
    width: 'full',
    entities: [
      { type: 'mention', text: '<at>Ana-María O’Neil</at>', mentioned: { id: 'aad-1', name: 'Ana-María O’Neil' } },
      { type: 'mention', text: '<at>J. Smith</at>', mentioned: { id: 'aad-2', name: 'J. Smith' } },
    ],
  });
  expect(JSON.stringify(card.body)).toContain('"text":"<at>Ana-María O’Neil</at>"');
  expect(checkCard(card)).toEqual([]);
});

it('shows names that can’t be told apart, or could be markup, without mentioning anyone', () => {
  const card = cardOf(
    digest(named('Ana', 'aad-1'), named('Ana', 'aad-2'), named('</at>[x](http://e)', 'aad-3')),
    ENGLISH,
  );

  expect(card.msteams).toEqual({ width: 'full' });
  expect(JSON.stringify(card.body)).not.toContain('"<at>');
  expect(JSON.stringify(card.body)).toContain('{"type":"TextRun","text":"Ana","weight":"bolder"}');
  expect(checkCard(card)).toEqual([]);
});

it('mentions no one in a dialog', () => {
  expect(cardOf(digest(named('Ana', 'aad-1')), ENGLISH, 'dialog').msteams).toEqual({ width: 'full' });
});
