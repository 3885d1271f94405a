import type { Core } from '../chat/core-interface.ts';
import type { OpportunityIndexCache } from '../services/opportunities/opportunity-index-cache.ts';
import { findOpportunities, suggestOpportunities } from '../services/opportunities/suggest-opportunities.ts';
import { claimFile } from '../services/outgoing-files.ts';
import { findRecords } from '../services/records/search-records.ts';
import { certificationOption } from '../views/certifications/add-form.ts';
import type { CoreDeps } from './core-deps.ts';
import { logFailure } from './failure-reply.ts';
import type { Languages } from './languages.ts';
import { withTimeout } from './timed-out.ts';

/** The longest text that certifications are searched with, in characters. */
const MAX_TYPED = 100;

type Lookups = Pick<Core, 'find' | 'suggest' | 'claimFile' | 'revision' | 'isKnown'>;

interface LookupDeps extends CoreDeps {
  readonly answerWithinMs: number;
  readonly indexes: OpportunityIndexCache;
  readonly languages: Languages;
}

/** Answers what platforms ask for beside interactions, in time; a failure is logged, and answered as the member of `Core` says. */
export function createLookups(deps: LookupDeps): Lookups {
  const { log, catalogue, answerWithinMs, languages } = deps;
  async function answer<T>(work: Promise<T>, sentence: string, otherwise: (reference: string) => T): Promise<T> {
    try {
      return await withTimeout(answerWithinMs, work);
    } catch (error) {
      return otherwise(logFailure(sentence, error, { log }));
    }
  }
  return {
    find(query) {
      const finding = query.scope === 'offers' ? findOpportunities(query, deps) : findRecords(query, deps);
      return answer(finding, 'A search failed.', (reference) => {
        const { failure } = languages.wordsFor({ from: query.from, locale: query.profile?.locale });
        return { items: [], note: failure.slow(reference) };
      });
    },
    suggest({ source, typed, limit, from }) {
      if (source === 'certifications')
        return catalogue.search(typed.slice(0, MAX_TYPED), limit).map(certificationOption);
      if (source !== 'offers') return [];
      return answer(suggestOpportunities(from, { typed, limit }, deps), 'Suggesting opportunities failed.', () => []);
    },
    claimFile: (from, id) =>
      answer(claimFile(from, id, deps), 'Delivering a file failed.', (reference) => {
        const { failure, language } = languages.wordsFor({ from });
        const text = failure.slow(reference);
        return { kind: 'gone', card: { title: failure.title, blocks: [{ kind: 'text', text }], language } };
      }),
    revision: (from) =>
      answer(
        deps.store.lastChangeFor(from).then((last) => (last === undefined ? undefined : String(last))),
        'Reading the revision of a workspace failed.',
        () => '',
      ),
    isKnown: (from) =>
      answer(
        deps.store
          .asKnownSender(from, async (_data, { person }) => person !== null)
          .then((sent) => sent?.result ?? false),
        'Finding a person failed.',
        () => false,
      ),
  };
}
