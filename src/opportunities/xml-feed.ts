import { Parser } from 'htmlparser2';
import type { RawItem } from './feed-opportunity.ts';

/** More items of one feed are not read. */
export const MAX_ITEMS = 20_000;
/** More of one field is not kept while it is read. */
const MOST_FIELD = 50_000;

/** A feed as it is read, item by item; nothing of it is kept but what the items say. */
export interface RawFeed {
  readonly title: string;
  readonly items: readonly RawItem[];
}

type Fields = Map<string, string>;

/**
 * Reads RSS and Atom, with what podcasts, YouTube and BrightTALK add. Entities of a DTD are never looked up, and an unclosed tag ends
 * its item, not the feed. Nothing for a text that is neither.
 */
export function parseXmlFeed(text: string): RawFeed | undefined {
  const items: RawItem[] = [];
  const path: string[] = [];
  const channel: Fields = new Map();
  let isFeed = false;
  let fields: Fields | undefined;
  let stated = '';
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (path.length < 3 && ['rss', 'feed', 'rdf:rdf'].includes(name)) isFeed = true;
        path.push(name);
        stated = '';
        if (name === 'item' || name === 'entry') fields = new Map();
        else keepLink(name, attributes, fields ?? channel);
      },
      ontext: (words) => {
        if (stated.length < MOST_FIELD) stated += words;
      },
      onclosetag: (name) => {
        path.pop();
        if ((name === 'item' || name === 'entry') && fields !== undefined) {
          if (items.length < MAX_ITEMS) items.push(itemOf(fields));
          fields = undefined;
        } else keep(name, path, stated, fields ?? channel);
        stated = '';
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(text);
  if (!isFeed) return undefined;
  const author = channel.get('itunes:author');
  const language = channel.get('language');
  return {
    title: channel.get('title') ?? '',
    items: items.map((item) => ({ provider: author, language, ...defined(item) })),
  };
}

/** The first of several fields of a name counts: an item is not said by what it quotes. */
function keep(name: string, path: readonly string[], stated: string, fields: Fields): void {
  const words = stated.trim();
  const parent = path.at(-1) ?? '';
  if (words === '' || ['image', 'author', 'textinput', 'source'].includes(parent)) return;
  if (!fields.has(name)) fields.set(name, words);
}

function keepLink(name: string, { href, rel = 'alternate', type = '' }: Record<string, string>, fields: Fields): void {
  if (name !== 'link' || href === undefined || rel !== 'alternate' || type === 'text/calendar') return;
  if (!fields.has('link')) fields.set('link', href);
}

function itemOf(fields: Fields): RawItem {
  const get = (...names: readonly string[]) =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const conversation = get('bt:start');
  const seconds = get('bt:duration');
  const isPodcast = get('itunes:duration') !== undefined;
  const isTalk = conversation !== undefined;
  const isUpcoming = get('bt:status') === 'upcoming';
  return {
    key: get('guid', 'id', 'yt:videoid', 'bt:communication'),
    title: get('title', 'media:title'),
    url: get('link', 'feedburner:origlink'),
    description: get('description', 'summary', 'itunes:summary', 'media:description', 'content:encoded', 'content'),
    ...(isPodcast ? { kind: 'podcast', delivery: 'online-recorded' } : {}),
    ...(isTalk ? { kind: 'webinar', delivery: isUpcoming ? 'online-live' : 'online-recorded' } : {}),
    startsAt: isUpcoming && isTalk ? new Date(Number(conversation) * 1000) : undefined,
    publishedAt:
      isTalk && !isUpcoming ? new Date(Number(conversation) * 1000) : get('pubdate', 'published', 'dc:date', 'updated'),
    duration: seconds ?? get('itunes:duration'),
  };
}

function defined<T extends object>(item: T): Partial<T> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Partial<T>;
}
