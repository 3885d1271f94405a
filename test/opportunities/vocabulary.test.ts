import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadVocabulary } from '../../src/opportunities/engine/load-vocabulary.ts';
import { searchTermsOf } from '../../src/opportunities/engine/search-terms.ts';

const vocabulary = loadVocabulary();
const named = (text: string) =>
  vocabulary.conceptsIn(searchTermsOf(text)).flatMap(({ terms }) => terms.map(({ id }) => id));

it.each([
  ['Erpressungssoftware im Krankenhaus', 'ransomware'],
  ['rançongiciel', 'ransomware'],
  ['blanqueo de capitales', 'anti-money-laundering'],
  ['Auskunftsersuchen beantworten', 'data-subject-rights'],
  ['SOC analysts and their alerts', 'security-operations'],
  ['reading a SOC report: type II', 'soc-reports'],
  ['DSAR', 'data-subject-rights'],
  ['IR playbooks for an incident', 'incident-response'],
  ['Planes de continuidad que sí se prueban', 'business-continuity'],
  ['filtración de datos', 'data-loss-prevention'],
  ['comptes administrateur', 'privileged-access'],
  ['Kündigungsschutz', 'employment-law'],
])('%j names %s', (text, concept) => {
  expect(named(text)).toContain(concept);
});

it('takes no English word for a term of another language', () => {
  expect(named('third party risk management')).toEqual(['third-party-risk']);
});

it('takes an abbreviation with several meanings only beside its subject', () => {
  expect(named('art of the deal')).not.toContain('scaled-agile');
  expect(named('SAR filing of suspicious activity')).not.toContain('data-subject-rights');
});

it('guesses a subject from everyday words of its terms', () => {
  const [[guess] = ['']] = vocabulary.guess(searchTermsOf('a worker steals files before they resign'), 1);

  expect(['insider-threat', 'employee-data-theft']).toContain(guess);
  expect(vocabulary.guess(searchTermsOf('we would like to have more of it'), 1)).toEqual([]);
});

it('is worth less for what is broader or narrower', () => {
  const near = vocabulary.near('malware');

  expect([near.get('malware'), near.get('ransomware'), near.get('cybersecurity')]).toEqual([1, 0.6, 0.3]);
  expect(near.has('tax')).toBe(false);
});

it.each([
  ['someone in finance paid a fake supplier', 'business-email-compromise'],
  ['cannot find good people', 'recruiting'],
  ['der Chef geht bald in Rente', 'succession-planning'],
  ['une seule personne fait tout', 'internal-controls'],
  ['el cliente cambia siempre de idea', 'requirements-change'],
  ['people click on every link in their mails', 'phishing'],
  ['unsere Sicherung lässt sich nicht zurückspielen', 'disaster-recovery'],
  ['le commercial est parti avec la liste de clients', 'employee-data-theft'],
])('takes %j for a problem of %s', (text, concept) => {
  expect(vocabulary.guess(searchTermsOf(text), 1)[0]?.[0]).toBe(concept);
});

it('guesses nothing from words of everyday life, or one word of several', () => {
  expect(vocabulary.guess(searchTermsOf('piano lessons for adults'), 1)).toEqual([]);
  expect(vocabulary.guess(searchTermsOf('yoga teacher training'), 1)).toEqual([]);
});

it.each([
  ['planes', 'plan'],
  ['réseaux', 'réseau'],
  ['journaux', 'journal'],
  ['auditado', 'auditar'],
  ['customers', 'customer'],
])('finds %j under %j', (one, other) => {
  expect(searchTermsOf(one)).toEqual(searchTermsOf(other));
});

it('keeps customers and customs apart', () => {
  expect(searchTermsOf('customers')).not.toEqual(searchTermsOf('customs'));
});

it.each([
  ['incidentes', ['es']],
  ['contraseña', ['es']],
  ['rançongiciel', ['fr']],
])('knows that %j is written in %j', (word, languages) => {
  expect(vocabulary.languages.of(word)).toEqual(languages);
  expect(vocabulary.languages.ofUnaccented(word.normalize('NFKD').replace(/\p{M}/gu, ''))).toEqual(languages);
});

it('reads the problems of subjects that exist alone', () => {
  const { problems } = JSON.parse(
    readFileSync(new URL('../../src/opportunities/vocabulary/problem-words.json', import.meta.url), 'utf8'),
  );

  expect(Object.keys(problems).filter((id) => !vocabulary.has(id))).toEqual([]);
});
