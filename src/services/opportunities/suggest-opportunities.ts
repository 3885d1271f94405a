import type { Option } from '../../chat/form.ts';
import type { Identity } from '../../chat/identity.ts';
import { cleanText } from '../../chat/normalise-text.ts';
import type { SearchRequest, SearchResults } from '../../chat/search.ts';
import { dayIn } from '../../domain/calendar.ts';
import { parseSearchQuery } from '../../opportunities/parse-search-query.ts';
import type { Clock } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import { wordsFor } from '../../strings/index.ts';
import { sharedOpportunityItem, startText } from '../../views/opportunity-item.ts';
import { runAsIdentity } from '../identify-person.ts';
import type { OpportunityIndexCache } from './opportunity-index-cache.ts';

interface SuggestOpportunitiesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly indexes: OpportunityIndexCache;
}

/** Returns opportunities of the person's workspace that match the text typed so far, as form options. */
export async function suggestOpportunities(
  from: Identity,
  { typed, limit }: { readonly typed: string; readonly limit: number },
  { store, clock, indexes }: SuggestOpportunitiesDeps,
): Promise<readonly Option[]> {
  return runAsIdentity(from, { store, clock }, async (data, person) => {
    const now = clock.now();
    const zone = person?.zone ?? data.workspace.zone;
    const words = wordsFor(person?.locale);
    const query = parseSearchQuery(cleanText(typed).slice(0, 100), { today: dayIn(zone, now) });
    const index = await indexes.of(data, query.words);
    // Past weeks are included, because people log what they attended.
    const { found } = index.search(query, { zone, now, back: true }, { skip: 0, limit });
    return found.map((opportunity) => {
      const { id, title, provider } = opportunity;
      const when = startText(opportunity, zone, words) || words.opportunity.anyTime;
      return { value: id, label: title, detail: [provider, when].filter((part) => part !== '').join(' · ') };
    });
  });
}

const MAX_RESULTS = 50;

/** Finds opportunities of the person's workspace. Their cards can be shared: they show nothing about the person. */
export async function findOpportunities(
  search: SearchRequest,
  { store, clock, indexes }: SuggestOpportunitiesDeps,
): Promise<SearchResults> {
  const { from, profile, text, skip, limit } = search;
  return runAsIdentity(from, { store, clock }, async (data, person) => {
    const now = clock.now();
    const zone = person?.zone ?? profile?.zone ?? data.workspace.zone;
    const words = wordsFor(person?.locale ?? profile?.locale);
    const typed = cleanText(text).slice(0, 200);
    const query = parseSearchQuery(typed, { today: dayIn(zone, now) });
    const index = await indexes.of(data, query.words);
    const page = { skip: Math.max(0, Math.min(skip, 100_000)), limit: Math.max(1, Math.min(limit, MAX_RESULTS)) };
    const { found } = index.search(query, { zone, now }, page);
    if (found.length === 0 && skip === 0)
      return { items: [], note: index.size === 0 ? words.opportunity.noneYet : words.opportunity.nothing(typed) };
    const items = found.map((opportunity) =>
      sharedOpportunityItem({ ...opportunity, when: startText(opportunity, zone, words) }, words),
    );
    return index.isPartial && skip === 0 ? { items, note: words.opportunity.preparing } : { items };
  });
}
