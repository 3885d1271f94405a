import { describe, expect, it } from 'vitest';
import { message } from '../../../../adapters/slack/cards/message.ts';
import { modal } from '../../../../adapters/slack/cards/modal.ts';
import { slackPreview } from '../../../../adapters/slack/preview/preview.ts';
import { ENGLISH } from '../../../support/phrases.ts';
import { everyCard, everyForm } from '../../../support/samples.ts';
import { textsOf } from '../block-kit.ts';

const countOf = (text: string) => text.split('Zero trust').length;

describe('the preview', () => {
  it('draws every block of a card', () => {
    const card = everyCard('Zero trust');

    const { html, json } = slackPreview.draw({ kind: 'card', card, to: 'sender' }, ENGLISH);

    const shown = html.replaceAll(/ aria-label="[^"<>]*"/gu, '');
    expect(countOf(shown)).toBe(countOf(textsOf(message(card, ENGLISH).blocks).join('\n')));
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(html).toContain('▓▓▓▓▓▓▓▓▓▓▓▓░░░░░░░░ 60 %');
    expect(json).toEqual(message(card, ENGLISH));
  });

  it('draws a form with its title, what was typed, what was chosen, and its buttons', () => {
    const form = { ...everyForm('Typed'), title: 'Log credits', submit: 'Save' };

    const { html, json } = slackPreview.draw({ kind: 'form', form }, ENGLISH);

    for (const words of ['Log credits', 'Typed', '2026-03-31', 'Typed, Typed', '⚠️', 'Save', 'Cancel', '(optional)']) {
      expect(html).toContain(words);
    }
    expect(json).toEqual(modal(form, ENGLISH));
  });

  it('draws why a form stays', () => {
    expect(slackPreview.draw({ kind: 'stay', problem: 'The database rests.' }, ENGLISH).html).toContain(
      'The database rests.',
    );
  });

  it('is dark where the page is, or where the system prefers it', () => {
    const [, preferred = ''] = slackPreview.css.split('@media (prefers-color-scheme: dark)');

    expect(slackPreview.css).toContain('.slack-preview:where([data-theme=dark],[data-theme=dark] *)');
    expect(preferred).toContain(':root:not([data-theme])');
    expect(preferred).not.toContain('[data-theme=dark]');
  });
});
