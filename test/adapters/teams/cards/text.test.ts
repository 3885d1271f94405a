import { describe, expect, it } from 'vitest';
import { heading, listText, plainText, richText } from '../../../../adapters/teams/cards/text.ts';
import type { Run } from '../../../../src/chat/text.ts';

describe('a rich text', () => {
  it('keeps bold and links as elements, each with the style of the whole', () => {
    const link = { link: 'here', url: 'https://example.org/a' };
    const drawn = richText(['See ', { bold: 'this' }, link], { size: 'small', isSubtle: true, spacing: 'none' });

    expect(drawn).toEqual({
      type: 'RichTextBlock',
      spacing: 'none',
      inlines: [
        { type: 'TextRun', text: 'See ', size: 'small', isSubtle: true },
        { type: 'TextRun', text: 'this', size: 'small', isSubtle: true, weight: 'bolder' },
        {
          type: 'TextRun',
          text: 'here',
          size: 'small',
          isSubtle: true,
          selectAction: { type: 'Action.OpenUrl', url: 'https://example.org/a' },
        },
      ],
    });
  });

  it.each(['javascript:alert(1)', 'example.org', `https://example.org/${'a'.repeat(2029)}`])(
    'does not open %j',
    (url) => {
      expect(richText([{ link: 'here', url }])).toEqual({
        type: 'RichTextBlock',
        inlines: [{ type: 'TextRun', text: 'here' }],
      });
    },
  );

  it.each<[string, Run | readonly Run[]]>([
    ['an empty text', ''],
    ['no run', []],
    ['an empty run', [{ bold: '' }]],
  ])('of %s is a dash', (_name, text) => {
    expect(richText(Array.isArray(text) ? text : [text])).toMatchObject({ inlines: [{ text: '–' }] });
  });

  it('is shortened over all of its runs together', () => {
    const { inlines } = richText(['a'.repeat(3995), 'b'.repeat(20), 'never seen']);

    expect(inlines).toEqual([
      { type: 'TextRun', text: 'a'.repeat(3995) },
      { type: 'TextRun', text: `${'b'.repeat(4)}…` },
    ]);
  });
});

describe('a heading', () => {
  it.each(['Log credits', 'Übersicht 2026', 'What now?', 'Ahead – well done!', '3 records', 'Plan “Zero trust”'])(
    '%j is one for screen readers',
    (text) => {
      expect(heading(text, 'large')).toEqual({
        type: 'TextBlock',
        text,
        style: 'heading',
        size: 'large',
        weight: 'bolder',
        wrap: true,
      });
    },
  );

  it.each([
    '*Log*',
    '_Log_',
    '[a](b)',
    '- Log',
    '1. Log',
    '2026',
    '2026 ',
    '# Log',
    '{{DATE}}',
    'a.b',
    'a@b',
    '',
    'a\nb',
  ])('%j could be markup, so it is rich text', (text) => {
    expect(heading(text, 'medium')).toMatchObject({ type: 'RichTextBlock', inlines: [{ size: 'medium' }] });
  });

  it('is shortened to 200 characters', () => {
    expect(heading('a'.repeat(200), 'medium')).toMatchObject({ type: 'TextBlock', text: 'a'.repeat(200) });
    expect(heading('a'.repeat(201), 'medium')).toMatchObject({ inlines: [{ text: `${'a'.repeat(199)}…` }] });
  });
});

describe('a text of a property', () => {
  it.each([
    ['Log', 10, 'Log'],
    ['', 10, '–'],
    [' \n', 10, '–'],
    ['Log credits', 10, 'Log credi…'],
    ['{DATE}', 20, '{DATE}'],
    ['{{DATE(x)}}', 20, '{\u2060{DATE(x)}}'],
    ['{{{x', 20, '{\u2060{\u2060{x'],
  ])('%j in %i characters is %j', (text, max, shown) => {
    expect(plainText(text, max)).toBe(shown);
  });

  it.each([
    ['a < b', 'a <\u2060 b'],
    ['<b>&amp;', '<\u2060b>&\u2060amp;'],
    ['{{x}}', '{\u2060{x}}'],
    ['plain', 'plain'],
  ])('in a list turns %j into %j', (text, shown) => {
    expect(listText(text, 100)).toBe(shown);
  });
});
