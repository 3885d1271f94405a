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
  const text = decode(unfoldedBytes(bytes), contentType);
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

/** The bytes of a calendar without its folds, which may stand inside of a letter (RFC 5545, section 3.1); other bytes as they are. */
function unfoldedBytes(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return /^(?:ï»¿)?\s*BEGIN:VCALENDAR/iu.test(text.slice(0, 100))
    ? Buffer.from(text.replace(/\r?\n[ \t]/gu, ''), 'latin1')
    : bytes;
}
