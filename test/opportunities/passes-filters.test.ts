import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import type { IndexedOpportunity } from '../../src/opportunities/indexed-opportunity.ts';
import { parseSearchQuery } from '../../src/opportunities/parse-search-query.ts';
import { filterOf } from '../../src/opportunities/passes-filters.ts';

const catalogue = loadCatalogue();
const known = {
  hasPlace: () => true,
  hasProvider: () => true,
  isOnlyProvider: () => false,
  isForeignAcronym: () => false,
  certificationNamed: () => undefined,
  isCategoryOf: (name: string) => name.toLowerCase() === 'ways of working',
};
const reading = { today: day('2026-11-30'), known, certificationOf: (name: string) => catalogue.find(name) };
const when = { zone: 'UTC', now: new Date('2026-11-30T12:00:00Z') };
const unknown: IndexedOpportunity = {
  ...{ id: 'a', title: 'Risk', provider: '', url: '', description: '', kind: 'webinar', delivery: '', language: '' },
};
const cissp = { amount: 500, category: 'Group A', certification: 'CISSP' };

it.each<[string, Partial<IndexedOpportunity>, Partial<IndexedOpportunity>]>([
  ['free', { isFree: true }, { isFree: false }],
  ['free', { price: { amount: 0, currency: 'USD' } }, { price: { amount: 100, currency: 'USD' } }],
  ['under 50 €', { price: { amount: 4900, currency: 'EUR' } }, { price: { amount: 4900, currency: 'USD' } }],
  ['under 50 €', { isFree: true }, { price: { amount: 5100, currency: 'EUR' } }],
  ['in german', { language: 'de-AT' }, { language: 'en' }],
  ['podcast', { kind: 'podcast' }, { kind: 'webinar' }],
  ['workshop', { kind: 'course', format: 'workshop' }, { kind: 'course' }],
  ['course', { kind: 'course' }, { kind: 'course', format: 'workshop' }],
  ['in person', { delivery: 'in-person' }, { delivery: 'online-live' }],
  ['online', { delivery: 'online-live' }, { delivery: 'in-person' }],
  ['on demand', { delivery: 'self-paced' }, { delivery: 'online-live', startsAt: when.now }],
  ['in Munich', { place: 'Messe München' }, { place: 'Berlin' }],
  ['this week', { startsAt: new Date('2026-12-02T10:00:00Z') }, { startsAt: new Date('2026-12-08T10:00:00Z') }],
  ['under 1h', { minutes: 59 }, { minutes: 60 }],
  ['5 cpe', { credits: [cissp] }, { credits: [{ ...cissp, amount: 499 }] }],
  ['for cissp', { credits: [cissp] }, { credits: [{ ...cissp, certification: 'PMP' }] }],
  ['for cissp group a', { credits: [cissp] }, { credits: [{ ...cissp, category: 'Group B' }] }],
  ['from sans', { provider: 'SANS Institute' }, { provider: 'Sansa' }],
])('%j is passed by %j, not by %j, and never by what is unknown', (text, good, bad) => {
  const { filters } = parseSearchQuery(text, reading);
  const passes = (over: Partial<IndexedOpportunity>) => filterOf(filters, when)({ ...unknown, ...over });

  expect([passes(good), passes(bad), passes({ delivery: 'online-live', startsAt: undefined })]).toEqual([
    true,
    false,
    text === 'online',
  ]);
});
