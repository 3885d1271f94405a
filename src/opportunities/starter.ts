import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';

/** A public feed that is there to be turned on. */
export interface StarterFeed {
  readonly name: string;
  readonly address: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
}

/** Public feeds, disabled until an admin enables one. */
export const STARTER_FEEDS: readonly StarterFeed[] = [
  podcast('SANS ISC Stormcast', 'https://isc.sans.edu/dailypodcast.xml', 'SANS ISC'),
  podcast('Darknet Diaries', 'https://feeds.megaphone.fm/darknetdiaries', 'Darknet Diaries'),
  podcast('Security Now', 'https://feeds.twit.tv/sn.xml', 'TWiT'),
  podcast('Risky Business', 'https://risky.biz/feeds/risky-business/', 'Risky Business'),
  podcast('CyberWire', 'http://thecyberwire.libsyn.com/rss', 'CyberWire'),
  podcast('Open Source Security', 'https://opensourcesecuritypodcast.libsyn.com/rss', 'Open Source Security'),
  podcast('Shared Security', 'https://sharedsecurity.net/feed/', 'Shared Security'),
  talks('BrightTALK 19195', 'https://www.brighttalk.com/channel/19195/feed'),
  talks('BrightTALK 12821', 'https://www.brighttalk.com/channel/12821/feed'),
  talks('BrightTALK 6793', 'https://www.brighttalk.com/channel/6793/feed'),
  talks('BrightTALK 7451', 'https://www.brighttalk.com/channel/7451/feed'),
  reading('SANS ISC diary', 'https://isc.sans.edu/rssfeed_full.xml', 'SANS ISC'),
  reading('Black Hills', 'https://www.blackhillsinfosec.com/feed/', 'Black Hills Information Security'),
];

function podcast(name: string, address: string, provider: string): StarterFeed {
  return { name, address, provider, kind: 'podcast', delivery: 'online-recorded' };
}

function talks(name: string, address: string): StarterFeed {
  return { name, address, provider: 'BrightTALK', kind: 'webinar', delivery: 'online-recorded' };
}

function reading(name: string, address: string, provider: string): StarterFeed {
  return { name, address, provider, kind: 'reading', delivery: 'self-paced' };
}
