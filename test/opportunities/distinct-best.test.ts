import { expect, it } from 'vitest';
import type { IndexedOpportunity } from '../../src/opportunities/indexed-opportunity.ts';
import { distinctBest } from '../../src/opportunities/merge-duplicates.ts';

const startsAt = new Date('2026-12-10T15:00:00Z');
const talk = (id: string, title: string): { readonly opportunity: IndexedOpportunity } => ({
  opportunity: {
    ...{ id, title, provider: 'ISACA', url: '', description: '', language: 'en', startsAt },
    ...({ kind: 'webinar', delivery: 'online-live' } as const),
  },
});

it('offers one event of several sources once, the best ranked, and fills its place', () => {
  const ranked = [
    talk('a', 'Zero trust in practice'),
    talk('b', 'Webinar: Zero Trust in Practice'),
    talk('c', 'Audit'),
  ];

  expect(distinctBest(ranked, 2).map(({ opportunity }) => opportunity.id)).toEqual(['a', 'c']);
});
