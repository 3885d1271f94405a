import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { day } from '../../../src/domain/calendar.ts';
import { findMisspelt } from '../../../src/services/certifications/misspelt-name.ts';
import { parseDate } from '../../../src/services/parse-date.ts';
import { parseDuration } from '../../../src/services/records/parse-duration.ts';
import { parseQuickEntry } from '../../../src/services/records/parse-quick-entry.ts';

const catalogue = loadCatalogue();
const today = day('2026-11-23'); // A Monday.
const own = new Set(['cisa', 'cism', 'cissp', 'ccsp']);
const read = (line: string, locale = 'en-GB') =>
  parseQuickEntry(line, {
    today,
    locale,
    isCertification: (text) => catalogue.find(text) !== undefined,
    isOwn: (text) => own.has(catalogue.find(text)?.code ?? ''),
    isMisspelt: (word) => findMisspelt(word, catalogue) !== undefined,
    isBody: (text) => text === 'ISACA',
  });

describe('a quick entry', () => {
  it.each`
    line                                                           | title                           | duration            | date            | kind                 | certifications
    ${'1.5h SANS webcast on zero trust yesterday for cissp, cism'} | ${'SANS webcast on zero trust'} | ${'1.5h'}           | ${'2026-11-22'} | ${'webinar'}         | ${['cissp', 'cism']}
    ${'90m OWASP chapter meeting last friday'}                     | ${'OWASP chapter meeting'}      | ${'90m'}            | ${'2026-11-20'} | ${'chapter-meeting'} | ${undefined}
    ${'1h30 course 2026-11-20 for security plus and CIPP/E'}       | ${'course'}                     | ${'1h30'}           | ${'2026-11-20'} | ${'course'}          | ${['security plus', 'CIPP/E']}
    ${'webinar for beginners today'}                               | ${'webinar for beginners'}      | ${undefined}        | ${'2026-11-23'} | ${'webinar'}         | ${undefined}
    ${'webinar for beginners for cissp'}                           | ${'webinar for beginners'}      | ${undefined}        | ${undefined}    | ${'webinar'}         | ${['cissp']}
    ${'read a book on 20 Nov'}                                     | ${'read a book'}                | ${undefined}        | ${'2026-11-20'} | ${'reading'}         | ${undefined}
    ${'RSA Conference 2026, 2 hours 15 min on 24 Nov'}             | ${'RSA Conference 2026'}        | ${'2 hours 15 min'} | ${'2026-11-24'} | ${'conference'}      | ${undefined}
    ${'SANS SEC504 training'}                                      | ${'SANS SEC504 training'}       | ${undefined}        | ${undefined}    | ${'course'}          | ${undefined}
    ${''}                                                          | ${''}                           | ${undefined}        | ${undefined}    | ${undefined}         | ${undefined}
  `('reads “$line”', ({ line, title, duration, date, kind, certifications }) => {
    const entry = read(line);

    expect({
      duration: entry.duration,
      day: entry.day,
      kind: entry.kind,
      certifications: entry.certifications,
    }).toEqual({
      duration,
      day: date,
      kind,
      certifications,
    });
    expect(entry.title).toBe(title);
  });

  it.each`
    locale     | date
    ${'en-US'} | ${'2026-03-04'}
    ${'en-GB'} | ${'2026-04-03'}
    ${'de-DE'} | ${'2026-04-03'}
  `('reads 3/4/2026 as $date in $locale, and says that it could be otherwise', ({ locale, date }) => {
    expect(read('1h course 3/4/2026', locale)).toMatchObject({ day: date, ambiguousDate: '3/4/2026' });
  });

  it.each`
    line                                            | title                         | start           | end
    ${'36h Intrusion analysis 16-21 Nov for cissp'} | ${'Intrusion analysis'}       | ${'2026-11-16'} | ${'2026-11-21'}
    ${'16h Cloud summit le 3 février 2026'}         | ${'Cloud summit'}             | ${'2026-02-03'} | ${undefined}
    ${'16h Cloud summit vom 26. bis 29. April'}     | ${'Cloud summit'}             | ${'2026-04-26'} | ${'2026-04-29'}
    ${'30h 27.4.–30.4.2026 Kurs Prüfmethoden'}      | ${'Kurs Prüfmethoden'}        | ${'2026-04-27'} | ${'2026-04-30'}
    ${'2h ISO 27001-2022, Part 3-4'}                | ${'ISO 27001-2022, Part 3-4'} | ${undefined}    | ${undefined}
  `('keeps the first and the last day of “$line”', ({ line, title, start, end }) => {
    const entry = read(line);

    expect([entry.title, entry.day, entry.lastDay]).toEqual([title, start, end]);
  });

  it('does not take a date that cannot be misread for an ambiguous one', () => {
    expect(read('1h course on 20 Nov')).not.toHaveProperty('ambiguousDate');
  });

  it.each(['30 Feb', '2026-02-30', '31/11/2026'])('says that %s is no date, and does not take another', (date) => {
    const entry = read(`1h webinar ${date}`);

    expect(entry).toMatchObject({ title: 'webinar', invalidDate: date });
    expect(entry).not.toHaveProperty('day');
  });

  it.each`
    line                                       | title                      | certifications
    ${'1h Webinar on risk for cisa only'}      | ${'Webinar on risk'}       | ${['cisa']}
    ${'cisa 1h Webinar on risk'}               | ${'Webinar on risk'}       | ${['cisa']}
    ${'CISA: Webinar on risk'}                 | ${'Webinar on risk'}       | ${['CISA']}
    ${'1h Webinar on risk for my cisa'}        | ${'Webinar on risk'}       | ${['cisa']}
    ${'1h Webinar on risk (cisa)'}             | ${'Webinar on risk'}       | ${['cisa']}
    ${'1h Webinar on risk cisa please'}        | ${'Webinar on risk'}       | ${['cisa']}
    ${'1h Webinar on risk today cissp + ccsp'} | ${'Webinar on risk'}       | ${['cissp', 'ccsp']}
    ${'1h Webinar for CISSP/CCSP'}             | ${'Webinar'}               | ${['CISSP', 'CCSP']}
    ${'1h Webinar for cisa, cism & crisc'}     | ${'Webinar'}               | ${['cisa', 'cism', 'crisc']}
    ${'1h Webinar nur für cisa'}               | ${'Webinar'}               | ${['cisa']}
    ${'1h Webinar für meine cisa und cism'}    | ${'Webinar'}               | ${['cisa', 'cism']}
    ${'1h Webinar on CISM'}                    | ${'Webinar on CISM'}       | ${['CISM']}
    ${'1h CISM review webinar'}                | ${'CISM review webinar'}   | ${['CISM']}
    ${'2h CCSP prep course for cissp'}         | ${'CCSP prep course'}      | ${['cissp']}
    ${'1h webinar for beginners'}              | ${'webinar for beginners'} | ${undefined}
    ${'1h webinar for csia'}                   | ${'webinar for csia'}      | ${['csia']}
    ${'1h webinar for cissp, csia'}            | ${'webinar'}               | ${['cissp', 'csia']}
    ${'1h webinar for cissp, second part'}     | ${'webinar, second part'}  | ${['cissp']}
    ${'1h webinar for ccsp, not cissp'}        | ${'webinar'}               | ${['ccsp']}
    ${'1h Webinar für ccsp, aber nicht cissp'} | ${'Webinar'}               | ${['ccsp']}
    ${'1h webinar, not cissp'}                 | ${'webinar, not cissp'}    | ${undefined}
    ${'1h webinar for cissp on passkeys'}      | ${'webinar on passkeys'}   | ${['cissp']}
  `('reads exactly the certifications of “$line”', ({ line, title, certifications }) => {
    const entry = read(line);

    expect([entry.title, entry.certifications]).toEqual([title, certifications]);
  });

  it.each`
    line                                  | title                              | duration      | credits
    ${'half day tabletop exercise'}       | ${'tabletop exercise'}             | ${'240m'}     | ${undefined}
    ${'an hour of Log4j retrospective'}   | ${'Log4j retrospective'}           | ${'60m'}      | ${undefined}
    ${'yesterday, half an hour Phishing'} | ${'Phishing'}                      | ${'30m'}      | ${undefined}
    ${'eine halbe Stunde Artikel'}        | ${'Artikel'}                       | ${'30m'}      | ${undefined}
    ${'dreiviertel Stunde Makros'}        | ${'Makros'}                        | ${'45m'}      | ${undefined}
    ${'1:30 Privacy round table'}         | ${'Privacy round table'}           | ${'1:30'}     | ${undefined}
    ${'1h 15min (1.25 CPE) IT audit'}     | ${'IT audit'}                      | ${'1h 15min'} | ${{ credits: 125, unit: 'CPE' }}
    ${'2h/2 CPE Zero-day panel'}          | ${'Zero-day panel'}                | ${'2h'}       | ${{ credits: 200, unit: 'CPE' }}
    ${'The one hour rule of response'}    | ${'The one hour rule of response'} | ${undefined}  | ${undefined}
    ${'webinar at 1:30'}                  | ${'webinar at 1:30'}               | ${undefined}  | ${undefined}
  `('reads the amount of “$line”', ({ line, title, duration, credits }) => {
    const entry = read(line);

    expect([entry.title, entry.duration, entry.credits]).toEqual([title, duration, credits]);
  });

  it.each`
    line                               | title
    ${'watched a 1h webinar on SBOMs'} | ${'webinar on SBOMs'}
    ${'attended the 1h cloud summit'}  | ${'cloud summit'}
    ${'1h attended SANS summit'}       | ${'attended SANS summit'}
  `('gives “$line” the title “$title”', ({ line, title }) => {
    expect(read(line).title).toBe(title);
  });

  it('asks which of several durations counts, unless the line begins with one', () => {
    expect(read('webinar about 2h attacks 1h')).toMatchObject({
      title: 'webinar about 2h attacks 1h',
      unclearDuration: { problem: 'several', words: '2h, 1h' },
    });
    expect(read('1h webinar about 2h attacks')).toMatchObject({ duration: '1h', title: 'webinar about 2h attacks' });
  });

  it('reads “for all my certs” also beside a certification in the title', () => {
    expect(read('1h CISM review for all my certs')).toMatchObject({ title: 'CISM review', isForAll: true });
    expect(read('1h CISM review for all my certs')).not.toHaveProperty('certifications');
  });

  it('is quick and quiet about a line of 20,000 characters', () => {
    for (const line of ['1h '.repeat(6000), 'for '.repeat(5000), '9'.repeat(20_000), 'a/'.repeat(10_000)]) {
      expect(read(line).title.length).toBeLessThanOrEqual(20_000);
    }
  });
});

describe('a duration', () => {
  it.each`
    text                    | minutes
    ${'90m'}                | ${90}
    ${'1h30'}               | ${90}
    ${'1h 30m'}             | ${90}
    ${'1.5h'}               | ${90}
    ${'1,5 h'}              | ${90}
    ${'1:30'}               | ${90}
    ${'90'}                 | ${90}
    ${'2 hours'}            | ${120}
    ${'0.33h'}              | ${20}
    ${'45 min'}             | ${45}
    ${'1 hr 5'}             | ${undefined}
    ${'1 hr 5m'}            | ${65}
    ${'an hour'}            | ${60}
    ${'half day'}           | ${240}
    ${'anderthalb Stunden'} | ${90}
    ${'drei Stunden'}       | ${180}
    ${'the hour'}           | ${undefined}
    ${'-90m'}               | ${undefined}
    ${'1h30 ago'}           | ${undefined}
    ${'1.h'}                | ${undefined}
  `('of “$text” is $minutes minutes', ({ text, minutes }) => {
    expect(parseDuration(text)).toBe(minutes);
  });
});

describe('a natural day', () => {
  it.each`
    text        | date
    ${'31 Dec'} | ${'2026-12-31'}
    ${'20 Nov'} | ${'2027-11-20'}
    ${'friday'} | ${'2026-11-27'}
  `('that is asked about may lie ahead: “$text” is $date', ({ text, date }) => {
    expect(parseDate(text, { today, locale: 'en-GB', direction: 'future' })).toBe(date);
  });

  it.each`
    text             | date
    ${'today'}       | ${'2026-11-23'}
    ${'yesterday'}   | ${'2026-11-22'}
    ${'last friday'} | ${'2026-11-20'}
    ${'20 Nov'}      | ${'2026-11-20'}
    ${'24 Nov'}      | ${'2026-11-24'}
    ${'7 Dec'}       | ${'2026-12-07'}
    ${'8 Dec'}       | ${'2025-12-08'}
    ${'3 février'}   | ${'2026-02-03'}
    ${'5 de mayo'}   | ${'2026-05-05'}
    ${'1er mars'}    | ${'2026-03-01'}
    ${'Nov 20 2025'} | ${'2025-11-20'}
    ${'2026-12-31'}  | ${'2026-12-31'}
    ${'29 Feb 2024'} | ${'2024-02-29'}
    ${'2026-02-30'}  | ${undefined}
    ${'30 Feb 2026'} | ${undefined}
    ${'someday'}     | ${undefined}
    ${'May'}         | ${undefined}
    ${''}            | ${undefined}
  `('“$text” is $date', ({ text, date }) => {
    expect(parseDate(text, { today, locale: 'en-GB' })).toBe(date);
  });
});
