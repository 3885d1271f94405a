import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import { parseQuickEntry } from '../../../src/services/records/parse-quick-entry.ts';

const catalogue = loadCatalogue();

function read(line: string, locale = 'en-GB') {
  return parseQuickEntry(line, {
    today: day('2026-11-29'),
    locale,
    isCertification: (name) => catalogue.find(name) !== undefined,
  });
}

describe('a line about an activity', () => {
  it.each([
    ['2½ hours Purple team exercise 21 Nov for cissp', '2½ hours', 'Purple team exercise'],
    ['1¼ Std. Webinar Zutrittskontrolle gestern für cissp', '1¼ Std.', 'Webinar Zutrittskontrolle'],
    ['½ h Podcast today', '½ h', 'Podcast'],
  ])('has a length in fractions: %s', (line, duration, title) => {
    expect(read(line)).toMatchObject({ duration, title });
  });

  it.each([
    ['1h Quantum webinar in October for cissp', 'in October'],
    ['1h Webinar Cloud-Audit im Oktober für cissp', 'im Oktober'],
    ['1h talk in March 2026', 'in March 2026'],
  ])('of a month names no day: %s', (line, words) => {
    const entry = read(line);

    expect(entry.invalidDate).toBe(words);
    expect(entry.day).toBeUndefined();
  });

  it.each([
    ['1h talk on 3 March 2026', '2026-03-03'],
    ['1h gestern 3 Fragen zu NIS2', '2026-11-28'],
    ['1h yesterday 5 lessons of an outage', '2026-11-28'],
  ])('of a day has it: %s', (line, expected) => {
    expect(read(line).day).toBe(expected);
  });

  it('may begin with a day in German', () => {
    expect(read('am 20.11. 2h Workshop Protokollierung', 'de-DE')).toMatchObject({
      title: 'Workshop Protokollierung',
      day: '2026-11-20',
    });
  });

  it('keeps a number that begins its title', () => {
    expect(read('1h gestern 3 Fragen zu NIS2').title).toBe('3 Fragen zu NIS2');
    expect(read('1h talk yesterday at 3pm').title).toBe('talk');
  });
});
