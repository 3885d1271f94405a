import { Parser } from 'htmlparser2';
import type { RawItem } from './feed-opportunity.ts';

/** Maximum items read from one feed. */
export const MAX_ITEMS = 20_000;
/** Maximum characters read of one field. */
const MAX_FIELD_LENGTH = 50_000;

/** The title and items of a feed. */
export interface RawFeed {
  readonly title: string;
  readonly items: readonly RawItem[];
  /** The address of the site, for relative links. */
  readonly link?: string | undefined;
  /** The headings of columns that aren't read. */
  readonly unreadColumns?: readonly string[];
  /** The sheets with a table that aren't read. */
  readonly unreadSheets?: readonly string[];
  /** How many items there are beyond the limit. */
  readonly beyond?: number;
}

type Fields = Map<string, string>;

interface Element {
  readonly name: string;
  readonly parent: string;
}

/**
 * Parses RSS and Atom, including the extensions of podcasts, YouTube and BrightTALK. DTD entities are never resolved, and an unclosed
 * tag ends its item, not the feed. Returns undefined for any other text.
 */
export function parseXmlFeed(xml: string): RawFeed | undefined {
  const items: RawItem[] = [];
  const path: string[] = [];
  const channel: Fields = new Map();
  let isFeed = false;
  let beyond = 0;
  let fields: Fields | undefined;
  let text = '';
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (path.length < 3 && ['rss', 'feed', 'rdf:rdf'].includes(name)) isFeed = true;
        path.push(name);
        text = '';
        if (name === 'item' || name === 'entry') fields = new Map();
        else keepLink(name, attributes, fields ?? channel);
      },
      ontext: (words) => {
        if (text.length < MAX_FIELD_LENGTH) text += words;
      },
      onclosetag: (name) => {
        path.pop();
        if ((name === 'item' || name === 'entry') && fields !== undefined) {
          if (items.length < MAX_ITEMS) items.push(itemOf(fields));
          else beyond += 1;
          fields = undefined;
        } else keepText({ name, parent: path.at(-1) ?? '' }, text, fields ?? channel);
        text = '';
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(xml);
  if (!isFeed) return undefined;
  const author = channel.get('itunes:author');
  const language = channel.get('language');
  return {
    title: channel.get('title') ?? '',
    link: channel.get('link'),
    items: items.map((item) => ({ provider: author, language, ...item })),
    beyond,
  };
}

/** Keeps the first field of a name, because later ones may belong to a quoted item. */
function keepText({ name, parent }: Element, text: string, fields: Fields): void {
  const value = text.trim();
  if (value === '' || ['image', 'author', 'textinput', 'source'].includes(parent)) return;
  if (!fields.has(name)) fields.set(name, value);
}

function keepLink(name: string, attributes: Record<string, string>, fields: Fields): void {
  const { href, rel = 'alternate', type = '', url, ispermalink } = attributes;
  const enclosed = name === 'enclosure' || name === 'media:content' ? url : rel === 'enclosure' ? href : undefined;
  if (enclosed !== undefined && !fields.has('enclosure')) fields.set('enclosure', enclosed);
  if (name === 'guid') fields.set('ispermalink', ispermalink ?? 'true');
  if (name !== 'link' || href === undefined || rel !== 'alternate' || type === 'text/calendar') return;
  if (!fields.has('link')) fields.set('link', href);
}

/** A guid is an address unless it says that it isn't. */
function permalinkOf(fields: Fields): string | undefined {
  const guid = fields.get('guid') ?? '';
  return fields.get('ispermalink') === 'true' && /^https?:\/\//iu.test(guid) ? guid : undefined;
}

function itemOf(fields: Fields): RawItem {
  const get = (...names: readonly string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const talkStart = get('bt:start');
  const seconds = get('bt:duration');
  const isPodcast = get('itunes:duration') !== undefined;
  const isTalk = talkStart !== undefined;
  const isUpcoming = get('bt:status') === 'upcoming';
  return {
    key: get('guid', 'id', 'yt:videoid', 'bt:communication'),
    title: get('title', 'media:title'),
    url: get('link', 'feedburner:origlink') ?? permalinkOf(fields) ?? get('enclosure'),
    description: get('description', 'summary', 'itunes:summary', 'media:description', 'content:encoded', 'content'),
    ...(isPodcast ? { kind: 'podcast', delivery: 'online-recorded' } : {}),
    ...(isTalk ? { kind: 'webinar', delivery: isUpcoming ? 'online-live' : 'online-recorded' } : {}),
    startsAt: isUpcoming && isTalk ? new Date(Number(talkStart) * 1000) : undefined,
    publishedAt:
      isTalk && !isUpcoming ? new Date(Number(talkStart) * 1000) : get('pubdate', 'published', 'dc:date', 'updated'),
    duration: seconds ?? get('itunes:duration'),
  };
}
