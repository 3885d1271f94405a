import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../../adapters/teams/cards/card.ts';
import { formDialog } from '../../../../adapters/teams/cards/dialog.ts';
import { teamsPreview } from '../../../../adapters/teams/preview/preview.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { fc } from '../../../support/properties.ts';
import { everyCard, everyForm } from '../../../support/samples.ts';
import { checkCard } from '../adaptive-card.ts';
import { eachPart } from '../json.ts';

const NONCE = '00000000-0000-4000-8000-000000000000';
const HOSTILE = [
  '<at>everyone</at>',
  '[Log in](https://evil.example/)',
  '![x](https://evil.example/x.png)',
  'https://evil.example/',
  'www.evil.example',
  '**bold** _italic_ ~~struck~~ `code`',
  '- a list',
  '1. a list',
  '2026',
  '# a heading',
  '{{DATE(2026-03-31T00:00:00Z,LONG)}}',
  '{{TIME(2026-03-31T00:00:00Z)}} {{{{DATE(1)}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how Adaptive Cards bind data.
  '${title}',
  '"}],"actions":[{"type":"Action.OpenUrl"',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt;',
];
const drawn = (words: string) => [
  cardOf(everyCard(words), ENGLISH),
  formDialog(everyForm(words), NONCE, ENGLISH).card.content,
];

function linksIn(value: unknown): readonly string[] {
  const links: string[] = [];
  eachPart(value, ({ url }) => {
    if (typeof url === 'string' && !url.startsWith('data:image/png;base64,')) links.push(new URL(url).host);
  });
  return links;
}

// What reads markup must hold none: text blocks are checked by checkCard, all else here is shown as it is.
function expectHarmless(words: string): void {
  for (const card of drawn(words)) {
    expect(checkCard(card)).toEqual([]);
    expect(linksIn(card).filter((host) => host !== 'example.org')).toEqual([]);
    const kinds = new Set<string>();
    eachPart(card, ({ type }) => kinds.add(type));
    expect([...kinds].filter((kind) => kind === 'FactSet' || kind === 'Media')).toEqual([]);
  }
}

describe.each(HOSTILE)('what people wrote: %s', (words) => {
  it('is nowhere read as markup', () => expectHarmless(words));

  it('is shown as it is', () => {
    const shown = JSON.stringify(cardOf(everyCard(words), ENGLISH)).replaceAll('\u2060', '');

    expect(shown).toContain(JSON.stringify(words).slice(1, -1));
  });

  it('stays plain in the preview', () => {
    const { html } = teamsPreview.draw({ kind: 'card', card: everyCard(words), to: 'sender' }, ENGLISH);

    // Bars are pictures of our own.
    const tags = html.replace(/="[^"<>]*"/gu, (value) => (value.startsWith('="data:image/png;base64,') ? '=bar' : ''));
    expect(tags).not.toMatch(/<(?:strong|em|del|code|img(?![^>]* src=bar)|li|h1|at)\b|<[^>]* onerror/u);
    expect(html).not.toMatch(/href="https:\/\/evil\.example/u);
  });
});

describe('a link', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'not a url',
    '',
    `https://a.b/${'x'.repeat(2100)}`,
  ])('to %s is only words', (url) => {
    const card = cardOf({ title: 'T', blocks: [{ kind: 'text', text: [{ link: 'here', url }] }] }, ENGLISH);

    expect(JSON.stringify(card)).not.toContain('Action.OpenUrl');
    expect(JSON.stringify(card)).toContain('here');
  });
});

it('any text is harmless', () => {
  const pieces = fc.constantFrom(...HOSTILE, '{', '}', '{{', '[', '](', '\n', '*', '\u202e', '👩‍👩‍👧‍👦');
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map((all) => all.join('')),
  );

  fc.assert(
    fc.property(text, (words) => expectHarmless(words)),
    { numRuns: 300, seed: 11 },
  );
});
