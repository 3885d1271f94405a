import { describe, expect, it } from 'vitest';
import { parseXmlFeed } from '../../src/opportunities/xml-feed.ts';

const rss = (items: string, channel = '<title>Talks</title>') =>
  `<?xml version="1.0"?><rss><channel>${channel}${items}</channel></rss>`;
const itemOf = (fields: string) => parseXmlFeed(rss(`<item>${fields}</item>`))?.items[0];

it.each([
  ['a page', '<html><body><p>rss</p></body></html>'],
  ['a feed quoted deep in a page', '<html><body><div><rss></rss></div></body></html>'],
  ['a text', 'Two talks'],
  ['nothing', ''],
])('takes %s for no feed', (_name, text) => {
  expect(parseXmlFeed(text)).toBeUndefined();
});

it.each(['rss', 'feed', 'rdf:RDF'])('takes <%s> for a feed', (name) => {
  expect(parseXmlFeed(`<${name}><title>Talks</title></${name}>`)).toEqual({ title: 'Talks', items: [], beyond: 0 });
});

describe('an item', () => {
  it.each([
    ['key', '<guid>g</guid><id>i</id>', 'g'],
    ['key', '<id>i</id>', 'i'],
    ['key', '<yt:videoId>v</yt:videoId>', 'v'],
    ['title', '<title> Zero &amp; trust </title>', 'Zero & trust'],
    ['title', '<title>First</title><title>Second</title>', 'First'],
    ['title', '<title/><media:title>Media</media:title>', 'Media'],
    ['url', '<link>https://a.example</link>', 'https://a.example'],
    ['url', '<link href="https://a.example"/>', 'https://a.example'],
    ['url', '<link rel="self" href="https://s.example"/><link href="https://a.example"/>', 'https://a.example'],
    ['url', '<link type="text/calendar" href="https://c.example"/>', undefined],
    ['description', '<content>c</content><summary>s</summary>', 's'],
    ['publishedAt', '<pubDate>p</pubDate>', 'p'],
    ['publishedAt', '<updated>u</updated><published>p</published>', 'p'],
    ['duration', '<itunes:duration>10:00</itunes:duration>', '10:00'],
  ] as const)('has the %s of %s', (field, fields, value) => {
    expect(itemOf(fields)?.[field]).toBe(value);
  });

  it.each([
    ['author', '<author><title>Dr</title></author>'],
    ['source', '<source><title>Elsewhere</title></source>'],
    ['image', '<image><title>Logo</title></image>'],
  ])('does not take its title from its %s', (_name, quoted) => {
    expect(itemOf(`${quoted}<title>Zero trust</title>`)?.title).toBe('Zero trust');
  });

  it('of a podcast is recorded', () => {
    expect(itemOf('<itunes:duration>600</itunes:duration>')).toMatchObject({
      kind: 'podcast',
      delivery: 'online-recorded',
    });
  });

  it.each([
    ['upcoming', 'online-live', new Date(1_800_000_000_000), undefined],
    ['recorded', 'online-recorded', undefined, new Date(1_800_000_000_000)],
  ])('of a talk that is %s is %s', (status, delivery, startsAt, publishedAt) => {
    const item = itemOf(`<bt:start>1800000000</bt:start><bt:status>${status}</bt:status><bt:duration>60</bt:duration>`);

    expect(item).toMatchObject({ kind: 'webinar', delivery, duration: '60' });
    expect([item?.startsAt, item?.publishedAt]).toEqual([startsAt, publishedAt]);
  });

  it('of anything else has no kind', () => {
    expect(itemOf('<title>Zero trust</title>')).not.toHaveProperty('kind');
  });
});

it('gives items the author and language of the channel', () => {
  const channel = '<itunes:author>ISC2</itunes:author><language>de</language>';

  expect(parseXmlFeed(rss('<item/>', channel))?.items).toMatchObject([{ provider: 'ISC2', language: 'de' }]);
});

it('goes on after an unclosed tag and never resolves an entity of the file', () => {
  const bomb = '<!DOCTYPE r [<!ENTITY e "boom">]>';
  const items = '<item><title>One <b>open</item><item><title>&e;</title></item>';

  const feed = parseXmlFeed(`${bomb}${rss(items)}`);

  expect(feed?.items).toHaveLength(2);
  expect(feed?.items[1]?.title).toBe('&e;');
});
