import { describe, expect, it } from 'vitest';
import { parseJsonLd, parsePage } from '../../src/opportunities/pages.ts';

const itemsOf = (value: unknown) => parseJsonLd(JSON.stringify(value))?.items;
const EVENT = { '@type': 'Event', name: 'Zero trust' };
const COURSE = { '@type': 'Course', name: 'Cloud', '@id': 'c1' };

describe('a page', () => {
  it('without data of its own is not read', () => {
    expect(parsePage('<title>Talks</title><script>{"@type":"Event"}</script>')).toBeUndefined();
  });

  it('has its title and the things of all its scripts', () => {
    const script = (name: string, type = 'application/ld+json') =>
      `<script type="${type}">${JSON.stringify({ ...EVENT, name })}</script>`;
    const page = `<title>Talks &amp; more</title>${script('One')}<p>x</p>${script('Two', ' Application/LD+JSON; a=b')}`;

    const feed = parsePage(page);

    expect(feed?.title).toBe('Talks & more');
    expect(feed?.items.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('goes on after a script that is no JSON', () => {
    const page = `<script type="application/ld+json">{</script><script type="application/ld+json">${JSON.stringify(EVENT)}</script>`;

    expect(parsePage(page)?.items).toHaveLength(1);
  });
});

it.each([
  ['{', undefined],
  ['', undefined],
  ['7', { title: '', items: [], beyond: 0 }],
  ['[]', { title: '', items: [], beyond: 0 }],
])('reads the file %j as %j', (text, feed) => {
  expect(parseJsonLd(text)).toEqual(feed);
});

describe('a thing', () => {
  it.each([
    ['an event', EVENT, 1],
    ['a kind of event', { '@type': ['Thing', 'EducationEvent'] }, 1],
    ['a course', COURSE, 1],
    ['an organisation', { '@type': 'Organization', name: 'ISC2' }, 0],
    ['a graph of several', { '@graph': [EVENT, { '@type': 'WebPage', about: COURSE }] }, 2],
  ])('that is %s is %s', (_name, thing, count) => {
    expect(itemsOf(thing)).toHaveLength(count);
  });

  it('that lies too deep is left out', () => {
    const nested = (depth: number): unknown => (depth === 0 ? EVENT : { inner: nested(depth - 1) });

    expect(itemsOf(nested(12))).toHaveLength(1);
    expect(itemsOf(nested(13))).toHaveLength(0);
  });

  it.each([
    ['true', { isAccessibleForFree: true, offers: { price: 5 } }, true],
    ['false', { isAccessibleForFree: false }, false],
    ['a price of 0', { offers: { price: '0.00' } }, true],
    ['a price', { offers: [{ price: 5 }, { price: 0 }] }, false],
    ['nothing', {}, undefined],
  ])('is free as %s says', (_name, about, isFree) => {
    expect(itemsOf({ ...EVENT, ...about })?.[0]?.isFree).toBe(isFree);
  });
});

describe('an event', () => {
  it.each([
    ['https://schema.org/OnlineEventAttendanceMode', 'online-live'],
    ['https://schema.org/MixedEventAttendanceMode', 'online-live'],
    ['https://schema.org/OfflineEventAttendanceMode', 'in-person'],
    [undefined, undefined],
  ])('attended as %s is %s', (eventAttendanceMode, delivery) => {
    expect(itemsOf({ ...EVENT, eventAttendanceMode })?.[0]?.delivery).toBe(delivery);
  });

  it.each([
    [{ organizer: { name: 'ISC2' }, performer: { name: 'Ana' } }, 'ISC2'],
    [{ organizer: [{ name: 'A' }, { name: 'B' }] }, 'A'],
    [{ organizer: 'ISC2' }, 'ISC2'],
    [{ performer: { name: 'Ana' } }, 'Ana'],
    [{}, undefined],
  ])('of %j is by %j', (about, provider) => {
    expect(itemsOf({ ...EVENT, ...about })?.[0]?.provider).toBe(provider);
  });
});

describe('a course', () => {
  it('without dates is self-paced', () => {
    expect(itemsOf({ ...COURSE, timeRequired: 'PT5H', provider: 'ISC2' })).toMatchObject([
      { key: 'c1', kind: 'course', delivery: 'self-paced', duration: 'PT5H', provider: 'ISC2' },
    ]);
  });

  it('is one thing for each of its dates', () => {
    const hasCourseInstance = [
      { startDate: '2026-05-01', courseMode: 'Onsite', courseWorkload: 'PT1H' },
      { '@id': 'd2', startDate: '2026-06-01', courseMode: 'Online' },
      {},
    ];

    expect(itemsOf({ ...COURSE, timeRequired: 'PT5H', hasCourseInstance })).toMatchObject([
      { key: 'c1 2026-05-01', startsAt: '2026-05-01', delivery: 'in-person', duration: 'PT1H' },
      { key: 'c1 d2', startsAt: '2026-06-01', delivery: 'online-live', duration: 'PT5H' },
      { key: 'c1 2', delivery: 'online-live' },
    ]);
  });
});
