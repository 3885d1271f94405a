import type { Catalogue } from '../../catalogue/index.ts';
import type { Option } from '../../chat/form.ts';
import type { Identity } from '../../chat/identity.ts';
import { cleanText } from '../../chat/normalise-text.ts';
import type { SearchRequest, SearchResults } from '../../chat/search-request.ts';
import { type Day, dayIn } from '../../domain/calendar.ts';
import type { Clock } from '../../ports.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { wordsFor } from '../../strings/index.ts';
import { sharedOpportunityItem, startText } from '../../views/opportunity-item.ts';
import { runAsIdentity } from '../identify-person.ts';
import type { OpportunityIndexCache } from './opportunity-index-cache.ts';
import { readQuery } from './read-query.ts';

interface SuggestOpportunitiesDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly indexes: OpportunityIndexCache;
  readonly catalogue: Pick<Catalogue, 'find'>;
}

/** Returns opportunities of the person's workspace that match the text typed so far, as form options. */
export async function suggestOpportunities(
  from: Identity,
  { typed, limit }: { readonly typed: string; readonly limit: number },
  { store, clock, indexes, catalogue }: SuggestOpportunitiesDeps,
): Promise<readonly Option[]> {
  return runAsIdentity(from, { store, clock }, async (data, person) => {
    const now = clock.now();
    const zone = person?.zone ?? data.workspace.zone;
    const words = wordsFor(person?.locale);
    const text = cleanText(typed).slice(0, 100);
    const { index, query } = await readWithIndex(text, { today: dayIn(zone, now), catalogue, data, indexes });
    // Past weeks are included, because people log what they attended.
    const { found } = index.search(query, { zone, now, back: true, language: words.language }, { skip: 0, limit });
    return found.map((opportunity) => {
      const { id, title, provider } = opportunity;
      const when = startText(opportunity, zone, words) || words.opportunity.anyTime;
      return { value: id, label: title, detail: [provider, when].filter((part) => part !== '').join(' · ') };
    });
  });
}

interface QueryDeps extends Pick<SuggestOpportunitiesDeps, 'catalogue' | 'indexes'> {
  readonly today: Day;
  readonly data: WorkspaceData;
}

/** Reads a query, and once more with the names in the index. */
async function readWithIndex(text: string, { data, indexes, ...reading }: QueryDeps) {
  const index = await indexes.of(data, readQuery(text, reading).words);
  return { index, query: readQuery(text, { ...reading, known: index.known }) };
}

const MAX_RESULTS = 50;

/** Finds opportunities of the person's workspace. Their cards can be shared: they show nothing about the person. */
export async function findOpportunities(
  search: SearchRequest,
  { store, clock, indexes, catalogue }: SuggestOpportunitiesDeps,
): Promise<SearchResults> {
  const { from, profile, text, skip, limit } = search;
  return runAsIdentity(from, { store, clock }, async (data, person) => {
    const now = clock.now();
    const zone = person?.zone ?? profile?.zone ?? data.workspace.zone;
    const words = wordsFor(person?.locale ?? profile?.locale);
    const typed = cleanText(text).slice(0, 200);
    const { index, query } = await readWithIndex(typed, { today: dayIn(zone, now), catalogue, data, indexes });
    const page = { skip: Math.max(0, Math.min(skip, 100_000)), limit: Math.max(1, Math.min(limit, MAX_RESULTS)) };
    const { found } = index.search(query, { zone, now, language: words.language }, page);
    if (found.length === 0 && skip === 0)
      return { items: [], note: index.size === 0 ? words.opportunity.noneYet : words.opportunity.nothing(typed) };
    const items = found.map((opportunity) =>
      sharedOpportunityItem({ ...opportunity, when: startText(opportunity, zone, words) }, words),
    );
    return index.isPartial && skip === 0 ? { items, note: words.opportunity.preparing } : { items };
  });
}
