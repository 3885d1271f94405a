import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../src/opportunities/feed-duration.ts';
import type { FeedReading, SourceDefaults } from '../../src/opportunities/feed-opportunity.ts';
import { plainWords } from '../../src/opportunities/plain-words.ts';
import { readSourceOrWorkbook } from '../../src/opportunities/read-source.ts';
import { fc } from '../support/properties.ts';
import { BRIGHTTALK, CALENDAR, PAGE, PODCAST, TABLE, YOUTUBE } from './samples.ts';

const now = new Date('2026-11-25T12:00:00Z');
const defaults: SourceDefaults = { provider: 'Somebody', kind: 'other', delivery: '' };
const read = (text: string | Uint8Array, more: Partial<SourceDefaults> = {}, contentType = ''): Promise<FeedReading> =>
  readSourceOrWorkbook(
    { bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text, contentType, now },
    { ...defaults, ...more },
  );
const reasons = ({ rejects }: FeedReading) => rejects.map(({ item, reason }) => `${item} ${reason}`);

describe('what a source offers', () => {
  it('is read from BrightTALK: what comes live, and what is recorded', async () => {
    const { title, opportunities, rejects } = await read(BRIGHTTALK);

    expect([title, rejects]).toEqual(['Cloud Security Channel', []]);
    expect(opportunities).toMatchObject([
      {
        key: 'tag:brighttalk.com,2009:communication:600001',
        title: 'Zero Trust & Identity: What Works',
        url: 'https://www.brighttalk.com/webcast/19195/600001',
        description: 'How three banks did it.',
        kind: 'webinar',
        delivery: 'online-live',
        startsAt: new Date('2026-12-08T14:00:00Z'),
        minutes: 60,
      },
      { title: 'Ransomware Response', delivery: 'online-recorded', minutes: 45 },
    ]);
    expect(opportunities[1]).not.toHaveProperty('startsAt');
  });

  it('is read from a podcast, item by item, and what is wrong is said', async () => {
    const reading = await read(PODCAST);

    expect(reading.opportunities.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['ISC StormCast for Monday', 6],
      ['Long one', 91],
      ['In seconds', 31],
      ['Wrong', undefined],
      ['No way to it', undefined],
    ]);
    expect(reading.opportunities[0]).toMatchObject({
      provider: 'ISC',
      description: 'Patches & a worm',
      kind: 'podcast',
      language: 'en-us',
      publishedAt: new Date('2026-11-23T02:00:02Z'),
    });
    expect(reading.opportunities[1]?.publishedAt).toEqual(new Date('2026-11-24T01:00:02Z'));
    expect(reasons(reading)).toEqual(['4 bad-date', '4 bad-duration', '5 no-title', '7 twice']);
  });

  it('is read from YouTube, with what is taken for granted of it', async () => {
    const { opportunities } = await read(YOUTUBE, { kind: 'self-study', delivery: 'online-recorded', isFree: true });

    expect(opportunities).toMatchObject([
      {
        key: 'yt:video:abc',
        title: 'Keynote',
        url: 'https://www.youtube.com/watch?v=abc',
        description: 'On stage.',
        kind: 'self-study',
        isFree: true,
        publishedAt: new Date('2026-10-01T15:00:00Z'),
      },
    ]);
    expect(opportunities[0]).not.toHaveProperty('minutes');
  });

  it('is read from a calendar, each time of what comes again, in its own zone', async () => {
    const { title, opportunities } = await read(CALENDAR, { kind: 'chapter-meeting' });

    expect(title).toBe('ISSA chapter');
    const [monthly, rest] = [
      opportunities.filter(({ title: one }) => one === 'Monthly meeting'),
      opportunities.slice(-1),
    ];
    // Six second Mondays from September, without the one that is taken out, and none long past.
    expect(monthly.map(({ startsAt }) => startsAt?.toISOString())).toEqual([
      '2026-10-12T16:00:00.000Z',
      '2026-11-09T17:00:00.000Z',
      '2027-01-11T17:00:00.000Z',
      '2027-02-08T17:00:00.000Z',
    ]);
    expect(monthly[0]).toMatchObject({ minutes: 90, url: 'https://chapter.example/join', provider: 'ISSA Berlin' });
    expect(new Set(opportunities.map(({ key }) => key)).size).toBe(opportunities.length);
    expect(rest).toMatchObject([{ title: 'Security day', startsAt: new Date('2026-12-01T12:00:00Z'), isAllDay: true }]);
    expect(rest[0]).not.toHaveProperty('minutes');
  });

  it('is read from a calendar whose times have no zone as UTC, wherever recert runs', async () => {
    const floating =
      'BEGIN:VEVENT\r\nUID:f\r\nSUMMARY:Floating\r\nDTSTART:20261203T100000\r\nDTEND:20261203T110000\r\nEND:VEVENT\r\n';
    const { opportunities } = await read(CALENDAR.replace('BEGIN:VEVENT', `${floating}BEGIN:VEVENT`));

    expect(opportunities.find(({ title }) => title === 'Floating')).toMatchObject({
      startsAt: new Date('2026-12-03T10:00:00Z'),
      minutes: 60,
    });
  });

  it('is read from a calendar with a broken event in it, and with a time of a series that was moved', async () => {
    const broken = 'BEGIN:VEVENT\r\nUID:x\r\nnonsense\r\nEND:VEVENT\r\n';
    const moved =
      'BEGIN:VEVENT\r\nUID:monthly@chapter\r\nRECURRENCE-ID;TZID=Chapter/Berlin:20270111T180000\r\nSUMMARY:Moved\r\nDTSTART:20270112T170000Z\r\nDTEND:20270112T180000Z\r\nEND:VEVENT\r\n';
    const reading = await read(CALENDAR.replace('BEGIN:VEVENT', `${broken}${moved}BEGIN:VEVENT`));

    const times = reading.opportunities.map(
      ({ title, startsAt }) => `${title} ${startsAt?.toISOString().slice(0, 10)}`,
    );
    expect(times.filter((time) => time.includes('2027-01'))).toEqual(['Moved 2027-01-12']);
    expect(reading.opportunities).toHaveLength(5);
    expect(reasons(reading)).toContain('2 no-title');
  });

  it('is read from what a page says for search engines', async () => {
    const { title, opportunities } = await read(PAGE);

    expect(title).toBe('Training & events');
    expect(opportunities).toMatchObject([
      { title: 'Threat Modelling', minutes: 180, provider: 'Training Ltd', isFree: true, delivery: 'online-live' },
      {
        title: 'Cloud Forensics',
        minutes: 480,
        delivery: 'online-live',
        startsAt: new Date('2027-01-10T12:00:00Z'),
        isAllDay: true,
      },
      {
        title: 'Cloud Forensics',
        minutes: 480,
        delivery: 'in-person',
        startsAt: new Date('2027-02-10T12:00:00Z'),
        isAllDay: true,
      },
      { title: 'At your own pace', minutes: 90, delivery: 'self-paced', isFree: true },
    ]);
  });

  it('is read from a table', async () => {
    const reading = await read(TABLE);

    expect(reading.opportunities).toMatchObject([
      { title: 'Board risk', minutes: 45, kind: 'webinar', isFree: true, startsAt: new Date('2026-12-01T10:00:00Z') },
      { title: 'Bad minutes' },
      { title: 'Nowhere', url: '' },
    ]);
    expect(reasons(reading)).toEqual(['3 no-title', '4 bad-duration']);
  });

  it.each([
    ['utf-16, little end first', Buffer.from(`\ufeff${TABLE.replace('Board', 'Büro')}`, 'utf16le'), ''],
    [
      'Latin-1, and says so',
      Buffer.from(
        `<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title>Büro risk</title><link>https://a.example</link></item></channel></rss>`,
        'latin1',
      ),
      '',
    ],
    [
      'Latin-1, as the sender says',
      Buffer.from(TABLE.replace('Board', 'Büro'), 'latin1'),
      'text/csv; charset=iso-8859-1',
    ],
    [
      'Windows-1252, and says it is UTF-8',
      Buffer.from(TABLE.replace('Board', 'Büro'), 'latin1'),
      'text/csv; charset=utf-8',
    ],
    ['of an encoding nobody knows', Buffer.from(TABLE.replace('Board', 'Büro')), 'text/csv; charset=klingon'],
  ])('is read in %s', async (_name, bytes, contentType) => {
    expect((await read(bytes, {}, contentType)).opportunities[0]?.title).toBe('Büro risk');
  });

  it.each([
    ['a page that offers nothing', '<html><body>Sorry, try later.</body></html>'],
    ['a text', 'Nothing to see here.'],
    ['nothing', ''],
    ['a picture', '\u0089PNG\r\n\u001a\n'],
  ])('is nothing where the source is %s', async (_name, text) => {
    await expect(read(text)).rejects.toThrow("This isn't a feed");
  });

  it('looks up no entities, and is not blown up by them', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b; &c; fine</title><link>https://a.example</link></item></channel></rss>`;

    expect((await read(bomb)).opportunities[0]?.title).toBe('&b; &c; fine');
  });

  it('is cut where it is too long, and hides nothing', async () => {
    const long = `<rss><channel><item><title>\u202eevil ${'word '.repeat(5000)}</title><link>https://user:secret@a.example/</link></item></channel></rss>`;
    const [opportunity] = (await read(long)).opportunities;

    expect(opportunity?.title.length).toBeLessThanOrEqual(300);
    expect([opportunity?.title.startsWith('evil'), opportunity?.url]).toEqual([true, 'https://a.example/']);
  });

  it('is the same however often it is read, and never throws but for what is no feed', async () => {
    const pieces = fc.array(
      fc.constantFrom(BRIGHTTALK, PODCAST, CALENDAR, PAGE, TABLE, '<', ']]>', '<item>', '\u0000', '&#x202e;'),
    );
    await fc.assert(
      fc.asyncProperty(pieces, fc.nat(5000), async (parts, cut) => {
        const text = parts.join('').slice(0, cut * 3);
        const once = await outcome(text);
        expect(await outcome(text)).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });
});

async function outcome(text: string): Promise<unknown> {
  try {
    return await read(text);
  } catch (error) {
    if (error instanceof Error && error.name === 'NotAFeed') return error.message;
    throw error;
  }
}

describe('a duration', () => {
  it.each([
    ['3723', 62],
    ['62:03', 62],
    ['1:02:03', 62],
    ['PT1H2M3S', 62],
    ['P1D', 1440],
    ['P1W', 10_080],
    ['45', undefined],
    ['-30', undefined],
    ['PT', undefined],
    ['P', undefined],
    ['1:2:3:4', undefined],
    ['99999999', undefined],
    ['an hour', undefined],
    ['', undefined],
  ])('%j is %s minutes', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });
});

describe('words', () => {
  it.each([
    ['<p>One</p><p>two</p>', 'One two'],
    ['&lt;b&gt;bold&lt;/b&gt; &amp;amp; plain', 'bold & plain'],
    ['a < b & c', 'a < b & c'],
    ['<style>p{}</style>text<script>x</script>', 'text'],
    ['👩‍💻 at \u200b work\u202e', '👩‍💻 at work'],
  ])('of %j are %j', (html, words) => {
    expect(plainWords(html, 100)).toBe(words);
  });
});
