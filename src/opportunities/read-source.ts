import { decode } from '../sheets/decode.ts';
import { readCalendar } from './calendar-file.ts';
import { type RawFeed, readXmlFeed } from './feed.ts';
import { NotAFeed, type Reading, type SourceDefaults } from './offer.ts';
import { readJsonLd, readPage } from './pages.ts';
import { readTable } from './table.ts';
import { toOffers } from './to-offers.ts';

/** What came from a source, and when. */
export interface Received {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly now: Date;
}

/**
 * Reads whatever a source has: RSS, Atom, iCalendar, JSON-LD, a page with JSON-LD in it, or a CSV table. What it is is seen from its
 * content. Throws `NotAFeed` for anything else.
 */
export function readSource({ bytes, contentType, now }: Received, defaults: SourceDefaults): Reading {
  const text = decode(bytes, contentType);
  const feed = rawFeedOf(text, now);
  if (feed === undefined) throw new NotAFeed('This is no feed, calendar, table, or page that says what it offers.');
  return toOffers(feed.title, feed.items, defaults);
}

function rawFeedOf(text: string, now: Date): RawFeed | undefined {
  const begins = text
    .slice(0, 2000)
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (/^BEGIN:VCALENDAR/iu.test(begins)) return readCalendar(text, now);
  if (/^[[{]/u.test(begins)) return readJsonLd(text);
  if (begins.startsWith('<')) return readXmlFeed(text) ?? readPage(text);
  return readTable(text);
}
