import { expect, it } from 'vitest';
import { certificationDomains } from '../../src/catalogue/certification-domains.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { loadVocabulary } from '../../src/opportunities/engine/load-vocabulary.ts';

const catalogue = loadCatalogue();
const domains = certificationDomains();

it('has domains for every certification that is kept by credits, and for no other', () => {
  const codes = catalogue.all.filter(({ renewal }) => renewal.kind === 'credits').map(({ code }) => code);

  expect([...domains.keys()].sort()).toEqual(codes.toSorted());
});

it('names subjects of the vocabulary alone', () => {
  const vocabulary = loadVocabulary();
  const subjects = [...domains.values()].flatMap((one) => [...one.domains, ...one.exactly, ...one.related]);

  expect(subjects.filter((subject) => !vocabulary.has(subject))).toEqual([]);
});

it('has the outline’s page, marked as not checked, for the certifications of the sample team that earn credits', () => {
  const codes = [
    'cissp',
    'ccsp',
    'cisa',
    'cism',
    'pmp',
    'security-plus',
    'cysa-plus',
    'ceh',
    'cipp-e',
    'shrm-cp',
    'cfe',
  ];

  expect(codes.filter((code) => domains.get(code)?.outline?.certainty !== 'not checked')).toEqual([]);
});
