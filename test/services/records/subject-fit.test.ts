import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { domainFit, fitInForm } from '../../../src/services/records/subject-fit.ts';
import { aCertification } from '../../domain/rules.ts';

const catalogue = loadCatalogue();

function certification(code: string) {
  const found = catalogue.get(code);
  if (found === undefined) throw new Error(`There is no ${code}.`);
  return found;
}

it.each([
  ['cissp', 'Ransomware negotiation: first 48 hours', 'counts'],
  ['cissp', 'Leading teams through change', 'if-it-fits'],
  ['cissp', 'Stakeholders who say no', 'if-it-fits'],
  ['cissp', 'Winter security conference, day one', 'counts'],
  ['cism', 'Fraud interviews: asking without accusing', 'does-not-count'],
  ['cisa', 'Audit teams in a small company', 'counts'],
  ['pmp', 'Kubernetes hardening from the ground up', 'does-not-count'],
  ['pmp', 'Leading distributed project teams', 'counts'],
  ['cissp', 'Payroll tax update 2026', 'does-not-count'],
  ['shrm-cp', 'Fraud interviews: asking without accusing', 'does-not-count'],
  ['shrm-cp', 'Structured job interviews', 'counts'],
  ['cfe', 'Fraud interviews: asking without accusing', 'counts'],
  ['cipp-e', 'GDPR in ten decisions', 'counts'],
  ['cipp-e', 'Sourdough bread masterclass', 'if-it-fits'],
  ['pmp', 'Stakeholders who say no', 'counts'],
  ['cpa-texas', 'Umsatzsteuer im Jahr 2026', 'counts'],
  ['gcih', 'Employment law update', 'does-not-count'],
])('for %s, “%s” is judged %s', (code, title, verdict) => {
  expect(domainFit(certification(code), { title, description: '' })?.verdict).toBe(verdict);
});

it('counts what its provider states credits for', () => {
  const credits = [{ amount: 100, category: '', certification: 'CISSP' }];
  const activity = { title: 'Payroll tax update', description: '', credits };

  expect(domainFit(certification('cissp'), activity)).toEqual({ verdict: 'counts', isStated: true });
  expect(domainFit(certification('gcih'), activity)?.verdict).toBe('does-not-count');
});

it('is not judged where the domains aren’t known, nor before a form has words', () => {
  expect(domainFit(aCertification({ code: 'own' }), { title: 'Payroll', description: '' })).toBeUndefined();
  expect(fitInForm(certification('cissp'), { title: ' ' })).toBeUndefined();
});

it('names the subject that decides in both languages', () => {
  const subject = domainFit(certification('cissp'), { title: 'Payroll tax', description: '' })?.subject;

  expect(subject).toEqual({ en: 'payroll', de: expect.stringMatching(/lohn|gehalt|payroll/iu) });
});
