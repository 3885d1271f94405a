import type { IndexedOpportunity } from '../indexed-opportunity.ts';
import { stemOf, tokenize } from './search-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How much a term in a field says about what an opportunity is about, from 0 to 1. */
const FIELD_WEIGHTS = {
  title: 0.8,
  topics: 0.7,
  provider: 0.35,
  opening: 0.55,
  rest: 0.25,
  advertisement: 0.08,
} as const;
type Field = keyof typeof FIELD_WEIGHTS;
/** The share of the weight of a title that a subject has which its words only suggest. */
const SUGGESTED = 0.9;
/** The share of its weight that a concept keeps for each further one in the same field: a list of everything is about nothing. */
const CROWDED = 0.93;
/** What sentences in a description begin or go on with that are about the provider, not the event. */
const ADVERTISEMENT =
  /^\s*(?:about (?:us|the (?:company|sponsor))|über uns|à propos de nous|sobre nosotros|trusted by|sponsored|brought to you)|\b(?:our|unsere?|notre|nos|nuestra?)\s+(?:\p{L}+\s+)?(?:platform|suite|products?|solutions?|partners?|customers|software|plattform|lösung|kunden|plateforme|solution|plataforma|solución)\b|\bis sponsored\b/iu;

type WeighedTexts = Pick<IndexedOpportunity, 'title' | 'topics' | 'provider' | 'description' | 'format'>;

/** The key of a concept among the terms of an index. */
export function conceptKey(id: string): string {
  return `#${id}`;
}

/** Returns the terms of an opportunity, words and concepts, each with its weight from 0 to 1. */
export function weighTerms(opportunity: WeighedTexts, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  // Mentions in several fields add up, but never to more than 1.
  const add = (key: string, weight: number) => weights.set(key, 1 - (1 - (weights.get(key) ?? 0)) * (1 - weight));
  for (const [field, text] of fieldsOf(opportunity)) {
    const stems = tokenize(text).map(stemOf);
    for (const stem of new Set(stems)) add(stem, FIELD_WEIGHTS[field]);
    if (field === 'provider') continue;
    const ids = new Set(vocabulary.conceptsIn(stems).flatMap(({ terms }) => terms.map(({ id }) => id)));
    const weight = FIELD_WEIGHTS[field] * CROWDED ** Math.max(0, ids.size - 1);
    for (const id of ids) add(conceptKey(id), weight);
  }
  return weights;
}

/**
 * Returns the terms with the subject that a title probably has if it names none: `Deleting Data You Forgot You Had`. For the search only, because it may
 * be wrong.
 */
export function withSuggestedSubject(
  terms: ReadonlyMap<string, number>,
  title: string,
  vocabulary: Vocabulary,
): ReadonlyMap<string, number> {
  const stems = tokenize(title).map(stemOf);
  const [[id, certainty] = ['', 0]] = vocabulary.conceptsIn(stems).length > 0 ? [] : vocabulary.guess(stems, 1);
  if (id === '') return terms;
  const key = conceptKey(id);
  const suggested = SUGGESTED * FIELD_WEIGHTS.title * certainty;
  return new Map([...terms, [key, 1 - (1 - (terms.get(key) ?? 0)) * (1 - suggested)]]);
}

function fieldsOf({ title, topics = [], provider, description, format = '' }: WeighedTexts): [Field, string][] {
  const sentences = description.split(/(?<=[.!?])\s+/u);
  const advertising = sentences.filter((sentence) => ADVERTISEMENT.test(sentence));
  const [opening = '', ...rest] = sentences.filter((sentence) => !ADVERTISEMENT.test(sentence));
  return [
    ['title', `${title} ${format}`],
    ['topics', topics.join(' . ')],
    ['provider', provider],
    ['opening', opening],
    ['rest', rest.join(' ')],
    ['advertisement', advertising.join(' ')],
  ];
}
