import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { parseSearchQuery } from '../../src/opportunities/parse-search-query.ts';

const catalogue = loadCatalogue();
const known = {
  hasPlace: (name: string) => ['munich', 'aachen'].includes(name.toLowerCase()),
  hasProvider: (name: string) => ['isaca', 'sans', 'sans institute'].includes(name.toLowerCase()),
  isOnlyProvider: (name: string) => ['isaca', 'sans institute', 'cism'].includes(name.toLowerCase()),
  isForeignAcronym: (name: string) => name === 'avec',
  certificationNamed: () => undefined,
  isCategoryOf: (name: string) => ['ways of working', 'auditing'].includes(name.toLowerCase()),
};
/** A Monday. */
const today = day('2026-11-30');
const read = (text: string) =>
  parseSearchQuery(text, { today, known, certificationOf: (name) => catalogue.find(name) });
const free = { max: 0, currency: '' };

describe('a certification without “for”', () => {
  it.each([
    ['cissp group a webinars', '', 'CISSP', 'group a'],
    ['pmp ways of working', '', 'PMP', 'ways of working'],
    ['cfe ethics', '', 'CFE', 'ethics'],
    ['cisa cpes free', '', 'CISA', undefined],
    ['cissp webinars', '', 'CISSP', undefined],
    ['cissp', 'cissp', undefined, undefined],
    ['cissp exam webinars', 'cissp exam', undefined, undefined],
    ['new ways of working', 'new ways of working', undefined, undefined],
  ])('is a filter beside credits, a category or filters alone: %j', (text, words, short, category) => {
    const { words: left, filters } = read(text);

    expect([left, filters.certification?.short, filters.category]).toEqual([words, short, category]);
  });
});

describe('what can’t be applied', () => {
  it.each([
    ['privacy not in english', 'privacy', ['not in english']],
    ['no podcasts about privacy', 'privacy', ['no podcasts']],
    ['Datenschutz ohne Webinare abends', 'Datenschutz', ['ohne Webinare', 'abends']],
    ['privacy in the evening', 'privacy', ['in the evening']],
    ['no charge', '', []],
  ])('is neither a filter nor a subject: %j', (text, words, ignored) => {
    const query = read(text);

    expect([query.words, query.ignored.toSorted()]).toEqual([words, ignored.toSorted()]);
    expect(Object.keys(query.filters)).toEqual(text === 'no charge' ? ['price'] : []);
  });
});

describe('a query', () => {
  it.each([
    ['zero trust free under 2h', 'zero trust', { price: free, length: { max: 119 } }],
    ['', '', {}],
    ['for free', '', { price: free }],
    ['freedom of speech', 'freedom of speech', {}],
    ['free software licences', 'free software licences', {}],
    ['kostenlos Datenschutz', 'Datenschutz', { price: free }],
    ['gratuit comptabilité', 'comptabilité', { price: free }],
    ['budgets under $100', 'budgets', { price: { max: 10_000, currency: 'USD' } }],
    ['unter 49,90 € Controlling', 'Controlling', { price: { max: 4990, currency: 'EUR' } }],
    ['cloud in german', 'cloud', { language: 'de' }],
    ['cloud auf Deutsch', 'cloud', { language: 'de' }],
    ['audit en español', 'audit', { language: 'es' }],
    ['German tax law', 'German tax law', {}],
    ['french podcast on tax', 'tax', { language: 'fr', kind: ['podcast'] }],
    ['podcast about phishing', 'phishing', { kind: ['podcast'] }],
    ['half day workshop on risk', 'risk', { kind: ['workshop'], length: { min: 180, max: 270 } }],
    ['article 30 gdpr', 'article 30 gdpr', {}],
    ['at least 1.5h live group a', '', { length: { min: 90 }, delivery: ['live'], category: 'group a' }],
    ['less than half an hour', '', { length: { max: 29 } }],
    ['at most 2 hours', '', { length: { max: 120 } }],
    ['unter einer Stunde', '', { length: { max: 59 } }],
    ['remote work policy', 'remote work policy', {}],
    ['online fraud', 'online fraud', {}],
    ['live online risk', 'risk', { delivery: ['live', 'online'] }],
    ['leadership in person in Munich', 'leadership', { delivery: ['in-person'], place: 'Munich' }],
    ['leadership in munich', 'leadership', { place: 'munich' }],
    ['leadership in crisis', 'leadership in crisis', {}],
    ['tax vor Ort in Aachen', 'tax', { delivery: ['in-person'], place: 'Aachen' }],
    ['audit from isaca', 'audit', { provider: 'isaca' }],
    ['forensics by SANS Institute', 'forensics', { provider: 'SANS Institute' }],
    ['privacy by design', 'privacy by design', {}],
    ['gdpr for hr', 'gdpr for hr', {}],
    ['privacy in 2027', 'privacy', { date: { from: '2027-01-01', until: '2027-12-31' } }],
    ['ISO 27001 in 2015', 'ISO 27001 in 2015', {}],
    ['agile in spring', 'agile', { date: { from: '2027-03-01', until: '2027-05-31' } }],
    ['agile im Winter', 'agile', { date: { from: '2026-12-01', until: '2027-02-28' } }],
    ['at the weekend', '', { date: { from: '2026-12-05', until: '2026-12-06' } }],
    ['fraud from 10 to 20 january', 'fraud', { date: { from: '2027-01-10', until: '2027-01-20' } }],
    ['10.–20. Januar Betrug', 'Betrug', { date: { from: '2027-01-10', until: '2027-01-20' } }],
    ['between january and march', '', { date: { from: '2027-01-01', until: '2027-03-31' } }],
    ['budget 300 usd', '', { price: { max: 30_000, currency: 'USD' } }],
    ['budget planning 2 hours or less', 'budget planning', { length: { max: 120 } }],
    ['90 minute webinar', '', { kind: ['webinar'], length: { min: 68, max: 113 } }],
    ['24 hour breach notification', '24 hour breach notification', {}],
    ['two day workshop', '', { kind: ['workshop'], length: { min: 480, max: 1200 } }],
    ['english only privacy', 'privacy', { language: 'en' }],
    ['short podcast', '', { kind: ['podcast'] }],
    ['SANS podcast', 'SANS', { kind: ['podcast'] }],
    ['5+ cpe', '', { credits: 500 }],
    ['at least 2 ethics cpe', '', { credits: 200, category: 'ethics' }],
  ])('%j searches %j with %j', (text, words, filters) => {
    const query = read(text);

    expect([query.words.toLowerCase(), query.filters]).toEqual([words.toLowerCase(), filters]);
  });

  it.each([
    ['this week', '2026-11-30', '2026-12-06'],
    ['next week', '2026-12-07', '2026-12-13'],
    ['nächste Woche', '2026-12-07', '2026-12-13'],
    ['this month', '2026-11-30', '2026-11-30'],
    ['next month', '2026-12-01', '2026-12-31'],
    ['this quarter', '2026-11-30', '2026-12-31'],
    ['next quarter', '2027-01-01', '2027-03-31'],
    ['in Q1', '2027-01-01', '2027-03-31'],
    ['in january', '2027-01-01', '2027-01-31'],
    ['im Dezember', '2026-12-01', '2026-12-31'],
    ['en mars', '2027-03-01', '2027-03-31'],
    ['in early march', '2027-03-01', '2027-03-10'],
    ['before christmas', '2026-11-30', '2026-12-24'],
    ['before february', '2026-11-30', '2027-01-31'],
    ['until february', '2026-11-30', '2027-02-28'],
    ['bis Ende Januar', '2026-11-30', '2027-01-31'],
    ['by 15 december', '2026-11-30', '2026-12-15'],
    ['on friday', '2026-12-04', '2026-12-04'],
    ['this weekend', '2026-12-05', '2026-12-06'],
    ['in the next 2 weeks', '2026-11-30', '2026-12-14'],
    ['today', '2026-11-30', '2026-11-30'],
    ['tomorrow', '2026-12-01', '2026-12-01'],
  ])('%j is %s to %s', (text, from, until) => {
    expect(read(`risk ${text}`)).toMatchObject({ words: 'risk', filters: { date: { from, until } } });
  });

  it.each([
    ['zero trust for cissp', 'zero trust', 'cissp'],
    ['für meine CISSP', '', 'cissp'],
    ['agile pmp pdus', 'agile', 'pmp'],
  ])('%j is for a certification', (text, words, code) => {
    expect(read(text)).toMatchObject({ words, filters: { certification: { code } } });
  });

  it.each([
    ['cissp auditing', '', 'auditing'],
    ['auditing for cissp', 'auditing', undefined],
    ['auditing clouds cissp', 'auditing clouds cissp', undefined],
    ['cissp ways of working', '', 'ways of working'],
  ])('%j: one word is a category only alone beside a certification', (text, words, category) => {
    const query = read(text);

    expect([query.words, query.filters.category]).toEqual([words, category]);
  });

  it('is repeated without one of its filters', () => {
    expect(read('risk podcast in german under an hour').applied).toEqual([
      { name: 'kind', without: 'risk in german under an hour' },
      { name: 'language', without: 'risk podcast under an hour' },
      { name: 'length', without: 'risk podcast in german' },
    ]);
  });
});

describe('a provider without “from”', () => {
  it.each([
    ['isaca webinars', 'isaca', ''],
    ['privacy SANS Institute podcast', 'SANS Institute', 'privacy'],
    ['sans webinars', undefined, 'sans'],
    ['avec webinars', 'avec', ''],
    ['risk avec webinars', undefined, 'risk avec'],
    // The name of a certification, too.
    ['cism webinars', undefined, ''],
  ])('%j: %s', (text, provider, words) => {
    const query = read(text);

    expect([query.filters.provider, query.words]).toEqual([provider, words]);
  });
});
