import { describe, expect, it } from 'vitest';
import { certificationDomains } from '../../src/catalogue/certification-domains.ts';
import { loadVocabulary } from '../../src/opportunities/engine/load-vocabulary.ts';
import { isFetchable } from '../../src/opportunities/fetch-source.ts';
import { fittingStarters, STARTER_FEEDS } from '../../src/opportunities/starter.ts';

const choice = { languages: new Map([['en', 1]]), known: new Set<string>(), max: 3 };
const demand = (code: string, holdings: number) => {
  const { domains = [], exactly = [] } = certificationDomains().get(code) ?? {};
  return { code, holdings, subjects: [...domains, ...exactly] };
};
const idsFor = (...demands: Parameters<typeof fittingStarters>[0]) =>
  fittingStarters(demands, choice).map(({ feed }) => feed.id);

it('each have an address, subjects of the vocabulary, and how the address is known', () => {
  const vocabulary = loadVocabulary();
  const { length } = STARTER_FEEDS;

  expect(new Set(STARTER_FEEDS.map(({ id }) => id)).size).toBe(length);
  expect(new Set(STARTER_FEEDS.map(({ address }) => address)).size).toBe(length);
  for (const feed of STARTER_FEEDS) {
    expect(isFetchable(feed.address), feed.id).toBe(true);
    expect(
      feed.subjects.filter((subject) => !vocabulary.has(subject)),
      feed.id,
    ).toEqual([]);
    const { files, certainty } = feed.seen;
    expect(certainty, feed.id).toBe(files >= 5 ? 'high' : files >= 2 ? 'medium' : 'low');
  }
});

it.each(['en', 'de', 'fr', 'es'])('are there in %s for security, privacy and law', (language) => {
  const found = STARTER_FEEDS.filter((feed) => feed.language === language).flatMap(({ subjects }) => subjects);

  expect(found).toEqual(expect.arrayContaining(['cybersecurity', 'privacy', 'law']));
});

describe('that fit a team', () => {
  it.each([
    ['cissp', 'cybersecurity'],
    ['cipp-e', 'privacy'],
    ['pmp', 'project-management'],
    ['shrm-cp', 'hr'],
    ['acca', 'accounting'],
    ['cfe', 'fraud'],
    ['cams', 'anti-money-laundering'],
    ['cia', 'internal-audit'],
    ['rn-california', 'healthcare'],
    ['bar-new-york', 'law'],
    ['istqb-expert', 'software-testing'],
  ])('of %s are first about %s', (code, subject) => {
    const [first] = fittingStarters([demand(code, 1)], choice);

    expect(first?.feed.subjects).toContain(subject);
    expect(first?.codes).toEqual([code]);
  });

  it('serve each of its fields before one twice', () => {
    const found = fittingStarters([demand('cissp', 60), demand('pmp', 4), demand('shrm-cp', 3)], choice);

    expect(new Set(found.flatMap(({ codes }) => codes))).toEqual(new Set(['cissp', 'pmp', 'shrm-cp']));
  });

  it('are in its languages, and not those that it has', () => {
    const german = fittingStarters([demand('cipp-e', 1)], { ...choice, languages: new Map([['de', 1]]) });
    const [first] = german;
    const others = fittingStarters([demand('cipp-e', 1)], {
      ...choice,
      languages: new Map([['de', 1]]),
      known: new Set([first?.feed.address ?? '']),
    });

    expect(german.every(({ feed }) => feed.language === 'de')).toBe(true);
    expect(others.map(({ feed }) => feed.id)).not.toContain(first?.feed.id);
  });

  it('are in the language of few only where nothing else fits', () => {
    const languages = new Map([
      ['en', 1],
      ['de', 0.1],
    ]);
    const [first] = fittingStarters([demand('cipp-e', 1)], { ...choice, languages });

    expect(first?.feed.language).toBe('en');
  });

  it('are none where no subject of a certification is known', () => {
    expect(idsFor({ code: 'x', holdings: 5, subjects: [] })).toEqual([]);
    expect(idsFor()).toEqual([]);
  });
});
