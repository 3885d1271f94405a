import { describe, expect, it } from 'vitest';
import { replyText } from '../../../adapters/playground/reply-text.ts';
import type { Text } from '../../../src/chat/text.ts';
import { markup, scriptData, textMarkup } from '../../../src/page/markup.ts';

describe('markup', () => {
  it.each<[string, Parameters<typeof markup>[1], string]>([
    ['a text', '<b>&"', '&lt;b&gt;&amp;&quot;'],
    ['markup', markup`<b>x</b>`, '<b>x</b>'],
    ['a list', ['<', markup`<i>y</i>`], '&lt;<i>y</i>'],
    ['a number', 7, '7'],
    ['false', false, ''],
    ['undefined', undefined, ''],
  ])('inserts %s', (_name, piece, shown) => {
    expect(String(markup`<p>${piece}</p>`)).toBe(`<p>${shown}</p>`);
  });
});

it.each([{ text: '</script><script>alert(1)</script>' }, { text: "a & b <!-- it's" }, [1, 'two', null]])(
  'puts %j into a script without a sign that could end it',
  (value) => {
    const data = String(scriptData(value));

    expect(data).not.toMatch(/[<>&']/u);
    expect(JSON.parse(data)).toEqual(value);
  },
);

describe('a text', () => {
  const opened = (url: string) => `<a href="${url}" target="_blank" rel="noopener noreferrer">here</a>`;

  it.each<[Text, string]>([
    ['<plain>', '&lt;plain&gt;'],
    [['a ', { bold: '<b>' }, ' c'], 'a <strong>&lt;b&gt;</strong> c'],
    [[{ link: 'here', url: 'https://example.org/a' }], opened('https://example.org/a')],
    [[{ link: 'here', url: 'HTTP://example.org' }], opened('HTTP://example.org')],
    [[{ link: 'here', url: 'mailto:a@example.org' }], opened('mailto:a@example.org')],
    [[{ link: 'here', url: 'javascript:alert(1)' }], 'here'],
    [[{ link: 'here', url: ' https://example.org' }], 'here'],
    [[{ link: 'here', url: 'https:example.org' }], 'here'],
    [[{ link: 'here', url: 'https://a/"x' }], opened('https://a/&quot;x')],
  ])('of %j is %s', (text, shown) => {
    expect(String(textMarkup(text))).toBe(shown);
  });
});

it('reads a form as lines of its fields with their errors', () => {
  const text = replyText({
    kind: 'form',
    form: {
      command: 'log',
      title: 'Log credits',
      submit: 'Log',
      problem: 'Nothing was saved.',
      parts: [
        { kind: 'line', name: 'title', label: 'Title', maxLength: 100 },
        { kind: 'text', text: 'Between' },
        { kind: 'number', name: 'credits', label: 'Credits' },
      ],
      errors: { credits: 'A number, please.' },
    },
  });

  expect(text).toBe('Log credits\nNothing was saved.\nTitle:\nCredits: A number, please.');
});
