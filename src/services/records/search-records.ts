import type { Catalogue } from '../../catalogue/index.ts';
import { cleanText } from '../../chat/normalise-text.ts';
import type { SearchRequest, SearchResults } from '../../chat/search-request.ts';
import type { Clock } from '../../ports.ts';
import type { WantedWord } from '../../store/records/records.ts';
import type { Store } from '../../store/store.ts';
import { wordsFor } from '../../strings/index.ts';
import { foundItem } from '../../views/records/record-card.ts';
import { workspaceCatalogue } from '../certifications/workspace-catalogue.ts';
import { runAsIdentity } from '../identify-person.ts';

interface FindRecordsDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

const MAX_WORDS = 5;
const MAX_RESULTS = 50;

/** Finds a person's own records that match a search, newest first. A linked identity searches the records of its person. */
export async function findRecords(
  query: SearchRequest,
  { store, catalogue: base, clock }: FindRecordsDeps,
): Promise<SearchResults> {
  const { from, profile } = query;
  const text = cleanText(query.text).slice(0, 200);
  const { locale, records, catalogue } = await runAsIdentity(from, { store, clock }, async (data, person) => {
    const catalogue = await workspaceCatalogue(data, base);
    const search = {
      words: searchWords(text, catalogue),
      skip: Math.max(0, Math.min(query.skip, 100_000)),
      limit: Math.max(1, Math.min(query.limit, MAX_RESULTS)),
    };
    const records = person === null ? [] : await data.records.find(person.personId, search);
    return { locale: person?.locale ?? profile?.locale, records, catalogue };
  });
  const words = wordsFor(locale);
  if (records.length > 0) return { items: records.map((record) => foundItem(record, catalogue, words)) };
  // The note is for the first page only: an empty later page just ends the list.
  if (query.skip > 0) return { items: [] };
  return { items: [], note: text === '' ? words.find.nothingYet : words.find.nothing(text) };
}

function searchWords(text: string, { all }: Catalogue): readonly WantedWord[] {
  const typed = text.split(/\s+/u).filter((word) => word !== '');
  return typed.slice(0, MAX_WORDS).map((word) => {
    const certifications = all.filter(({ short }) => short.toLowerCase().includes(word.toLowerCase()));
    return { text: word, certifications: certifications.map(({ code }) => code) };
  });
}
