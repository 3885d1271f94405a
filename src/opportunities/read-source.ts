import { decode } from '../sheets/decode.ts';
import { isArchive, parseSheet, parseTextSheet, type Sheet } from '../sheets/parse-sheet.ts';
import { parseCalendar } from './calendar-file.ts';
import { type FeedReading, NotAFeed, type SourceDefaults } from './feed-opportunity.ts';
import { parseJsonLd, parsePage } from './pages.ts';
import { readOpportunityTable } from './table.ts';
import { countOpportunityColumns } from './table-columns.ts';
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
 * Reads whatever a source has: RSS, Atom, iCalendar, JSON-LD, a page with JSON-LD in it, or a table as text. What it is is seen from its
 * content. Throws `NotAFeed` for anything else.
 */
export function readSource(received: ReceivedSource, defaults: SourceDefaults): FeedReading {
  return readingOf(rawFeedOf(received), received, defaults);
}

/** Reads what `readSource` does, and tables in `.xlsx` and `.ods` files. Throws if a workbook is broken or too large, too. */
export async function readSourceOrWorkbook(received: ReceivedSource, defaults: SourceDefaults): Promise<FeedReading> {
  const { bytes } = received;
  if (!isArchive(bytes)) return readSource(received, defaults);
  return readingOf(tableFeedOf(await parseSheet(bytes, {}, countOpportunityColumns)), received, defaults);
}

function readingOf(feed: RawFeed, { address, zone }: ReceivedSource, defaults: SourceDefaults): FeedReading {
  const base = feed.link ?? address;
  const { title, items, unreadColumns = [], unreadSheets = [], beyond = 0 } = feed;
  const reading = toOpportunities(title, items, { ...defaults, ...(base && { base }), ...(zone && { zone }) });
  return { ...reading, unreadColumns, unreadSheets, beyond };
}

function rawFeedOf({ bytes, contentType = '', now, zone }: ReceivedSource): RawFeed {
  const text = decode(unfoldedBytes(bytes), contentType);
  const begins = text
    .slice(0, 2000)
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (begins.startsWith('<')) return parseXmlFeed(text) ?? parsePage(text) ?? notAFeed();
  if (/^BEGIN:VCALENDAR/iu.test(begins)) return parseCalendar(text, { now, zone }) ?? notAFeed();
  if (/^[[{]/u.test(begins)) return parseJsonLd(text) ?? notAFeed();
  // The encoding that the server states is certain; without one it is found as that of any table.
  const table = /\bcharset\s*=/iu.test(contentType) ? new TextEncoder().encode(text) : bytes;
  return tableFeedOf(parseTextSheet(table, {}, countOpportunityColumns));
}

function tableFeedOf(sheet: Sheet | undefined): RawFeed {
  const feed = sheet && readOpportunityTable(sheet);
  if (feed !== undefined) return feed;
  if (sheet !== undefined && sheet.header.length > 1) {
    const columns = sheet.header.join(', ');
    throw new NotAFeed(`The table has no column “title”. Its columns are: ${columns}.`, 'no-title-column');
  }
  return notAFeed();
}

function notAFeed(): never {
  throw new NotAFeed("This isn't a feed, calendar, table or page with events.");
}

/** The bytes of a calendar without its folds, which may stand inside of a letter (RFC 5545, section 3.1); other bytes as they are. */
function unfoldedBytes(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return /^(?:ï»¿)?\s*BEGIN:VCALENDAR/iu.test(text.slice(0, 100))
    ? Buffer.from(text.replace(/\r?\n[ \t]/gu, ''), 'latin1')
    : bytes;
}
