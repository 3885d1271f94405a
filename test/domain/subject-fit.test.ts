import { expect, it } from 'vitest';
import { judgeSubjects } from '../../src/domain/subject-fit.ts';

const security = { domains: new Set(['malware', 'networks']), related: new Set(['leadership', 'malware']) };

it.each([
  [['malware'], { verdict: 'counts', subject: 'malware' }],
  [['tax', 'malware'], { verdict: 'counts', subject: 'malware' }],
  [['tax', 'leadership', 'malware'], { verdict: 'if-it-fits', subject: 'malware' }],
  [['tax', 'leadership'], { verdict: 'if-it-fits', subject: 'leadership' }],
  [['tax', 'payroll'], { verdict: 'does-not-count', subject: 'tax' }],
  [[], { verdict: 'if-it-fits' }],
])('what is about %j is judged %j', (subjects, expected) => {
  expect(judgeSubjects(subjects, security)).toEqual(expected);
});
