import { cleanText } from '../chat/clean.ts';
import type { Option } from '../chat/form.ts';
import type { Found, Identity, Query } from '../chat/interaction.ts';
import { dayIn } from '../domain/calendar.ts';
import { readQuery } from '../opportunities/query.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import { offeredItem } from '../views/offer-card.ts';
import type { OfferIndexes } from './offer-indexes.ts';
import { asIdentity } from './who.ts';

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly indexes: OfferIndexes;
}

/** What of the opportunities of somebody's workspace fits what they typed so far, as options. */
export async function offeredTo(
  from: Identity,
  { typed, limit }: { readonly typed: string; readonly limit: number },
  { store, clock, indexes }: Parts,
): Promise<readonly Option[]> {
  return asIdentity(from, { store, clock }, async (data, person) => {
    const now = clock.now();
    const zone = person?.zone ?? data.workspace.zone;
    const words = wordsFor(person?.locale);
    const index = await indexes.of(data);
    const query = readQuery(cleanText(typed).slice(0, 100), { today: dayIn(zone, now) });
    // What was on in the last weeks is what people have attended.
    const { found } = index.search(query, { zone, now, back: true }, { skip: 0, limit });
    return found.map(({ id, title, provider, startsAt }) => {
      const when = startsAt === undefined ? words.offer.anyTime : words.moment(startsAt, zone);
      return { value: id, label: title, detail: [provider, when].filter((part) => part !== '').join(' · ') };
    });
  });
}

const MOST_AT_ONCE = 50;

/** What is offered to somebody's workspace and matches, each with a card that everybody may see: it says nothing of the asker. */
export async function findOffers(asked: Query, { store, clock, indexes }: Parts): Promise<Found> {
  const { from, profile, text, skip, limit } = asked;
  return asIdentity(from, { store, clock }, async (data, person) => {
    const now = clock.now();
    const zone = person?.zone ?? profile?.zone ?? data.workspace.zone;
    const words = wordsFor(person?.locale ?? profile?.locale);
    const index = await indexes.of(data);
    const typed = cleanText(text).slice(0, 200);
    const page = { skip: Math.max(0, Math.min(skip, 100_000)), limit: Math.max(1, Math.min(limit, MOST_AT_ONCE)) };
    const { found } = index.search(readQuery(typed, { today: dayIn(zone, now) }), { zone, now }, page);
    if (found.length === 0 && skip === 0)
      return { items: [], note: index.size === 0 ? words.offer.noneYet : words.offer.nothing(typed) };
    const items = found.map((offer) =>
      offeredItem({ ...offer, when: offer.startsAt === undefined ? '' : words.moment(offer.startsAt, zone) }, words),
    );
    return { items };
  });
}
