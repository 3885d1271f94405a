import { expect, it } from 'vitest';
import type { IndexedOpportunity } from '../../src/opportunities/indexed-opportunity.ts';
import { withoutDuplicates } from '../../src/opportunities/merge-duplicates.ts';

const startsAt = new Date('2026-12-10T15:00:00Z');
const first: IndexedOpportunity = {
  ...{ id: '1', title: 'Zero trust for hybrid networks', provider: 'SANS', url: 'https://a.example/zt' },
  ...{ description: '', kind: 'webinar', delivery: '', language: '', startsAt },
};
const later = new Date('2026-12-11T15:00:00Z');

it.each<[string, Partial<IndexedOpportunity>, number]>([
  ['of another source', { provider: 'BrightTALK', url: 'https://b.example/9' }, 1],
  ['with a misspelt title', { title: 'Zero trsut for hybrid networks', url: '' }, 1],
  ['with a mark before its title', { title: 'LIVE: Zero trust for hybrid networks', url: '' }, 1],
  ['with a cut title', { title: 'Zero trust for hybrid ne…', url: '' }, 1],
  ['on another day', { startsAt: later, url: 'https://a.example/zt?date=2' }, 2],
  ['of another part', { title: 'Zero trust for hybrid networks 2', url: '' }, 2],
  ['about something else', { title: 'Cloud costs', url: '' }, 2],
  ['that can be taken at any time', { startsAt: undefined, url: '' }, 2],
])('one event %s is shown %#', (_what, over, count) => {
  expect(withoutDuplicates([first, { ...first, id: '2', ...over }])).toHaveLength(count);
});

it('two recordings with one title are one of one provider, and two of two', () => {
  const recording = { ...first, startsAt: undefined, url: '' };

  expect(withoutDuplicates([recording, { ...recording, id: '2' }])).toHaveLength(1);
  expect(withoutDuplicates([recording, { ...recording, id: '2', provider: 'ISACA' }])).toHaveLength(2);
});
