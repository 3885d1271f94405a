import { decode } from '../sheets/decode.ts';
import { parseCalendar } from './calendar-file.ts';
import { type FeedReading, NotAFeed, type SourceDefaults } from './feed-opportunity.ts';
import { parseJsonLd, parsePage } from './pages.ts';
import { readOpportunityTable } from './table.ts';
import { toOpportunities } from './to-opportunities.ts';
import { parseXmlFeed, type RawFeed } from './xml-feed.ts';

/** The response of a source, and when it was received. */
export interface ReceivedSource {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly now: Date;
  /** Where it was read, for relative links. */
  readonly address?: string;
  /** The zone of times without one. */
  readonly zone?: string;
}

/**
 * Reads whatever a source has: RSS, Atom, iCalendar, JSON-LD, a page with JSON-LD in it, or a CSV table. What it is is seen from its
 * content. Throws `NotAFeed` for anything else.
 */
export function readSource(
  { bytes, contentType, now, address, zone }: ReceivedSource,
  defaults: SourceDefaults,
): FeedReading {
  const text = decode(bytes, contentType);
  const feed = rawFeedOf(text, { now, zone });
  if (feed === undefined) throw new NotAFeed("This isn't a feed, calendar, CSV table or page with events.");
  const base = feed.link ?? address;
  return toOpportunities(feed.title, feed.items, { ...defaults, ...(base && { base }), ...(zone && { zone }) });
}

function rawFeedOf(text: string, reading: Parameters<typeof parseCalendar>[1]): RawFeed | undefined {
  const begins = text
    .slice(0, 2000)
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (/^BEGIN:VCALENDAR/iu.test(begins)) return parseCalendar(text, reading);
  if (/^[[{]/u.test(begins)) return parseJsonLd(text);
  if (begins.startsWith('<')) return parseXmlFeed(text) ?? parsePage(text);
  return readOpportunityTable(text);
}
