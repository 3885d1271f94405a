import { describe, expect, it } from 'vitest';
import { isShareableAddress } from '../../src/opportunities/shareable-address.ts';

describe('an address that names what everyone may read', () => {
  it.each([
    'https://feeds.example.org/rss',
    'https://www.sans.org/webcasts/rss.xml',
    'https://example.org/events/2026/feed.ics',
    'https://example.org/feed/?format=rss&page=2',
    'https://blog.example.org/cloud-security-podcast/atom1.0.xml',
    'https://example.org/',
  ])('is shared: %s', (address) => {
    expect(isShareableAddress(address)).toBe(true);
  });

  it.each([
    ['a private calendar', 'https://calendar.google.com/calendar/ical/a%40b.com/private-0123456789abcdef/basic.ics'],
    ['a key in the query', 'https://example.org/feed?key=abc'],
    ['a token in the query, whatever its name', 'https://example.org/feed?x=9f2c41d0aa'],
    ['a long number in the query', 'https://example.org/feed?page=8412345'],
    ['a key in the path', 'https://example.org/feeds/9f2c41d0aa/rss'],
    ['a key of words and digits', 'https://example.org/feeds/aB3dE9xQ/rss'],
    ['a key as a subdomain', 'https://9f2c41d0aa.feeds.example.org/rss'],
    ['an id of a person', 'https://example.org/users/ana/feed.xml'],
    ['an address of a person', 'https://example.org/ana%40example.org/feed.xml'],
    ['a password', 'https://ana:secret1@example.org/feed.xml'],
    ['a long secret of letters only', `https://example.org/${'qwertzuiopasdfghjklyx'}/feed.xml`],
    ['many parts that are no words', `https://example.org/${'ab-'.repeat(30)}x/feed.xml`],
    ['another port', 'https://example.org:8443/feed.xml'],
    ['no https', 'http://example.org/feed.xml'],
    ['no address', 'feed'],
    ['a sign that is none', 'https://example.org/%E0%A4%A/feed.xml'],
  ])('is not shared with %s', (_, address) => {
    expect(isShareableAddress(address)).toBe(false);
  });
});
