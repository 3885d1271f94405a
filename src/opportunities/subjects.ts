import { loadVocabulary } from './engine/load-vocabulary.ts';
import { conceptKey, weighTerms } from './engine/opportunity-terms.ts';
import type { IndexedOpportunity } from './indexed-opportunity.ts';

/** The texts that the subjects of an activity are read from. */
export type SubjectText = Pick<IndexedOpportunity, 'title' | 'topics' | 'description' | 'format'>;

/** The least weight of a subject that an activity is about: one in its title, topics or opening sentence. */
const MIN_WEIGHT = 0.45;
const KEY = conceptKey('');

const remembered = new WeakMap<SubjectText, readonly string[]>();

/** Returns the concepts of the vocabulary that an activity is about, the main one first. */
export function subjectsOf(text: SubjectText): readonly string[] {
  return remembered.get(text) ?? rememberSubjects(text, weighTerms({ ...text, provider: '' }, loadVocabulary()));
}

/** Remembers the subjects of an activity whose terms were weighed, because all opportunities are judged for each member. */
export function rememberSubjects(text: SubjectText, terms: ReadonlyMap<string, number>): readonly string[] {
  const subjects = [...terms]
    .filter(([key, weight]) => key.startsWith(KEY) && weight >= MIN_WEIGHT)
    .sort(([, one], [, other]) => other - one)
    .map(([key]) => key.slice(KEY.length));
  remembered.set(text, subjects);
  return subjects;
}
