import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { findDateRange } from '../../src/services/find-date-range.ts';
import { findDays, findInvalidDate, parseDate, parseDays } from '../../src/services/parse-date.ts';

const today = day('2026-11-29'); // A Sunday.
const past = (locale = 'en-GB') => ({ today, locale });

describe('a first and a last day', () => {
  it.each`
    text                                  | start           | end
    ${'3-8 Mar 2025'}                     | ${'2025-03-03'} | ${'2025-03-08'}
    ${'March 3-4 2026'}                   | ${'2026-03-03'} | ${'2026-03-04'}
    ${'Nov 3-5, 2026'}                    | ${'2026-11-03'} | ${'2026-11-05'}
    ${'2026-03-03 to 2026-03-04'}         | ${'2026-03-03'} | ${'2026-03-04'}
    ${'2026-03-03/2026-03-04'}            | ${'2026-03-03'} | ${'2026-03-04'}
    ${'26-29 April'}                      | ${'2026-04-26'} | ${'2026-04-29'}
    ${'3.-8. März 2025'}                  | ${'2025-03-03'} | ${'2025-03-08'}
    ${'3. bis 8.3.2025'}                  | ${'2025-03-03'} | ${'2025-03-08'}
    ${'vom 3. bis 8. März'}               | ${'2026-03-03'} | ${'2026-03-08'}
    ${'vom 3. bis zum 8. März'}           | ${'2026-03-03'} | ${'2026-03-08'}
    ${'3.-5.11.'}                         | ${'2026-11-03'} | ${'2026-11-05'}
    ${'vom 3.11. bis 5.11.2026'}          | ${'2026-11-03'} | ${'2026-11-05'}
    ${'24.11. - 25.11.'}                  | ${'2026-11-24'} | ${'2026-11-25'}
    ${'27.4.–30.4.26'}                    | ${'2026-04-27'} | ${'2026-04-30'}
    ${'30 Mar - 2 Apr 2026'}              | ${'2026-03-30'} | ${'2026-04-02'}
    ${'Mar 30–Apr 2'}                     | ${'2026-03-30'} | ${'2026-04-02'}
    ${'from 2 to 4 November'}             | ${'2026-11-02'} | ${'2026-11-04'}
    ${'3rd until 5th of May 2026'}        | ${'2026-05-03'} | ${'2026-05-05'}
    ${'3 till 5 May'}                     | ${'2026-05-03'} | ${'2026-05-05'}
    ${'Mon 2 - Wed 4 Nov 2026'}           | ${'2026-11-02'} | ${'2026-11-04'}
    ${'30 Dec - 2 Jan 2026'}              | ${'2025-12-30'} | ${'2026-01-02'}
    ${'30 Dec – 2 Jan'}                   | ${'2025-12-30'} | ${'2026-01-02'}
    ${'30.12.2025 bis 2.1.'}              | ${'2025-12-30'} | ${'2026-01-02'}
    ${'Dec 30, 2025 through Jan 2, 2026'} | ${'2025-12-30'} | ${'2026-01-02'}
    ${'28 Nov - 1 Dec'}                   | ${'2026-11-28'} | ${'2026-12-01'}
    ${'1-3 Dec'}                          | ${'2026-12-01'} | ${'2026-12-03'}
    ${'14-15 Dec'}                        | ${'2025-12-14'} | ${'2025-12-15'}
    ${'3-5 février 2026'}                 | ${'2026-02-03'} | ${'2026-02-05'}
    ${'du 3 au 5 mars 2026'}              | ${'2026-03-03'} | ${'2026-03-05'}
    ${'del 3 al 5 de mayo de 2026'}       | ${'2026-05-03'} | ${'2026-05-05'}
    ${'Di-Mi'}                            | ${'2026-11-24'} | ${'2026-11-25'}
    ${'Thu to Sat'}                       | ${'2026-11-26'} | ${'2026-11-28'}
  `('“$text” is $start to $end', ({ text, start, end }) => {
    expect(parseDays(text, past())).toEqual({ start, end });
    expect(findDays(`log 16h course ${text} for cissp`, past('de-DE'))).toMatchObject({ start, end, words: text });
  });

  it.each`
    text                       | locale     | start           | end             | isAmbiguous
    ${'3/4/2026 - 3/6/2026'}   | ${'en-US'} | ${'2026-03-04'} | ${'2026-03-06'} | ${true}
    ${'3/4/2026 - 5/4/2026'}   | ${'en-GB'} | ${'2026-04-03'} | ${'2026-04-05'} | ${true}
    ${'11/23/2026–11/25/2026'} | ${'en-GB'} | ${'2026-11-23'} | ${'2026-11-25'} | ${false}
    ${'9/11 to 13/11'}         | ${'en-US'} | ${'2026-11-09'} | ${'2026-11-13'} | ${false}
  `('$text in $locale is $start to $end', ({ text, locale, start, end, isAmbiguous }) => {
    expect(findDateRange(text, past(locale))).toMatchObject({ range: { start, end }, isAmbiguous });
  });

  it('lies ahead when it is planned', () => {
    const reading = { today, locale: 'en-GB', direction: 'future' } as const;

    expect(parseDays('26-29 April', reading)).toEqual({ start: '2027-04-26', end: '2027-04-29' });
    expect(parseDays('28 Nov - 1 Dec', reading)).toEqual({ start: '2026-11-28', end: '2026-12-01' });
    expect(parseDays('30 Dec - 2 Jan', reading)).toEqual({ start: '2026-12-30', end: '2027-01-02' });
    expect(parseDays('Tue-Wed', reading)).toEqual({ start: '2026-12-01', end: '2026-12-02' });
  });

  it.each([
    'ISO 27001-2022',
    '3-4 hours',
    '1-2-1 mentoring',
    'Part 3-4',
    'Part 3-4 March',
    'Kapitel 3-4 März',
    'version 2.3-2.5',
    '24/7',
    'CVE-2026-1234',
    '10:30-11:30',
    'https://a.example/2026-03-03/2026-03-04',
    'A-Z',
  ])('is not found in “%s”', (text) => {
    expect(findDays(text, past())).toBeUndefined();
    expect(findDays(`1h course ${text} for cissp`, past('de-DE'))).toBeUndefined();
  });

  it('is one day where hours follow it', () => {
    expect(findDays('webinar March 3-4pm', past())).toMatchObject({ start: '2026-03-03', end: '2026-03-03' });
  });

  it.each(['28-31 Feb', '8-3 Mar', '31.6. bis 2.7.', '2026-02-27 to 2026-02-30', '2026-03-08 to 2026-03-03'])(
    'is asked about where “%s” names none',
    (text) => {
      expect(findDays(`course ${text}`, past())).toBeUndefined();
      expect(findInvalidDate(`course ${text}`, past())).toBe(text);
    },
  );
});

describe('a day in words', () => {
  it.each`
    text                       | date
    ${'day before yesterday'}  | ${'2026-11-27'}
    ${'vorgestern'}            | ${'2026-11-27'}
    ${'last week friday'}      | ${'2026-11-20'}
    ${'Freitag letzter Woche'} | ${'2026-11-20'}
    ${'Sept 30'}               | ${'2026-09-30'}
    ${'Oct 12'}                | ${'2026-10-12'}
    ${'12.11.'}                | ${'2026-11-12'}
    ${'12.11.26'}              | ${'2026-11-12'}
    ${'Mi 25.11.'}             | ${'2026-11-25'}
    ${'on the 25th'}           | ${'2026-11-25'}
    ${'am 30.'}                | ${'2026-10-30'}
    ${'this morning'}          | ${'2026-11-29'}
    ${'heute früh'}            | ${'2026-11-29'}
    ${'gestern'}               | ${'2026-11-28'}
    ${'vor zwei Tagen'}        | ${'2026-11-27'}
    ${'29. Februar'}           | ${'2024-02-29'}
    ${'31.2.'}                 | ${undefined}
    ${'last week'}             | ${undefined}
    ${'letzte Woche'}          | ${undefined}
    ${'Level 3 Mar'}           | ${undefined}
  `('“$text” is $date, in either language', ({ text, date }) => {
    expect(parseDate(text, past('en-GB'))).toBe(date);
    expect(parseDate(text, past('de-DE'))).toBe(date);
  });

  it.each(['on 31 Feb', '31.2.', 'last week', 'letzte Woche'])('is asked about where “%s” is none', (text) => {
    expect(findInvalidDate(`Webinar ${text}`, past())).toBe(text.replace('on ', ''));
  });

  it.each`
    text                                                     | date
    ${'today Patch Tuesday review'}                          | ${'2026-11-29'}
    ${'heute Patch-Dienstag Besprechung'}                    | ${'2026-11-29'}
    ${'passkeys https://a.example/p?d=2026-11-03 yesterday'} | ${'2026-11-28'}
  `('of “$text” is $date', ({ text, date }) => {
    expect(findDays(text, past('de-DE'))?.start).toBe(date);
  });
});
