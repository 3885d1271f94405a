import { expect, it } from 'vitest';
import { proofLinkProblem } from '../../../src/services/records/proof-link.ts';

it.each([
  ['https://sans.org/certificate/7', undefined],
  ['HTTPS://SANS.ORG', undefined],
  ['https://sans.org.:8443/a?b=c#d', undefined],
  ['http://sans.org/certificate', 'not-https'],
  ['ftp://sans.org', 'not-https'],
  ['sans.org/certificate', 'not-https'],
  ['javascript:alert(1)//https://', 'not-https'],
  ['https://', 'bad'],
  ['https://intranet/certificate', 'bad'],
  ['https://127.0.0.1/certificate', 'bad'],
  ['https://[::1]/certificate', 'bad'],
  ['https://0x7f000001/certificate', 'bad'],
  ['https://ana@sans.org/', 'bad'],
  ['https://:secret@sans.org/', 'bad'],
  ['https://sans.org/two words', 'bad'],
  [`https://sans.org/${'x'.repeat(2031)}`, undefined],
  [`https://sans.org/${'x'.repeat(2032)}`, 'bad'],
])('a proof link %s: %s', (link, expected) => {
  expect(proofLinkProblem(link)).toBe(expected);
});
