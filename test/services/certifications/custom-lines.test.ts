import { describe, expect, it } from 'vitest';
import { capLines, minimumLines, parseCaps, parseMinimums } from '../../../src/services/certifications/custom-lines.ts';
import { wordsFor } from '../../../src/strings/index.ts';

const [english, german] = [wordsFor('en-GB'), wordsFor('de-DE')];

describe('a line of custom rules', () => {
  it.each`
    line                        | amount   | per
    ${'Ethics: 4'}              | ${'4'}   | ${'cycle'}
    ${'Ethics: 4.50 per year'}  | ${'4.5'} | ${'year'}
    ${'  Ethics:4,5 pro Jahr '} | ${'4.5'} | ${'year'}
    ${'Ethics: 4 je Zyklus'}    | ${'4'}   | ${'cycle'}
  `('“$line” is a minimum of $amount per $per', ({ line, amount, per }) => {
    expect(parseMinimums(line)).toEqual({ lines: [{ category: 'Ethics', amount, per }] });
  });

  it.each`
    line                        | words      | name         | per        | kind
    ${'Webinar: 4 per day'}     | ${english} | ${'Webinar'} | ${'day'}   | ${'webinar'}
    ${'webinar: 4 pro Eintrag'} | ${german}  | ${'webinar'} | ${'entry'} | ${'webinar'}
    ${'Ethics: 4'}              | ${english} | ${'Ethics'}  | ${'cycle'} | ${undefined}
  `('“$line” is a limit on $name', ({ line, words, name, per, kind }) => {
    expect(parseCaps(line, words)).toEqual({ lines: [{ name, amount: '4', per, kind }] });
  });

  it.each(['Ethics', 'Ethics: -4', 'Ethics: 4 per week', 'Ethics: 4 per day', ': 4', 'Ethics: 1.234'])(
    '“%s” is no minimum',
    (line) => {
      expect(parseMinimums(`Audit: 2\n\n${line}`)).toEqual({ unread: line });
    },
  );

  it('reads what it writes, in both languages', () => {
    const renewal = {
      categories: [{ code: 'a', name: 'A: first' }],
      requirements: [
        { code: 'total', amount: { value: '40' } },
        { code: 'a', category: 'a', per: 'year', amount: { value: '4' } },
        { code: 'b', category: 'a', amount: { value: { percent: 50 } } },
      ],
      caps: [
        { name: 'talks', per: 'entry', kinds: ['teaching'], limit: { value: '2' } },
        { name: 'live', per: 'year', kinds: ['webinar'], deliveries: ['live'], limit: { value: '2' } },
      ],
    };

    for (const words of [english, german]) {
      expect(parseMinimums(minimumLines(renewal, words))).toEqual({
        lines: [{ category: 'A: first', amount: '4', per: 'year' }],
      });
      expect(parseCaps(capLines(renewal, words), words)).toMatchObject({
        lines: [{ name: 'talks', amount: '2', per: 'entry' }],
      });
    }
  });
});
