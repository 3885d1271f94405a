import { expect, it } from 'vitest';
import { findProvider } from '../../../src/services/records/find-provider.ts';

const isBody = (text: string) => ['ISACA', 'ISC2'].includes(text);

it.each([
  ['Zero trust webinar by SANS', 'SANS'],
  ['Threat modelling @ OWASP', 'OWASP'],
  ['Audit evening from ISACA Berlin chapter', 'ISACA Berlin chapter'],
  ['Prüferabend von ISACA', 'ISACA'],
  ['Workshop at BSides Leeds', 'BSides Leeds'],
  ['Webinar Passkeys bei heise', 'heise'],
  ['Lessons from Log4j', undefined],
  ['Security at scale', undefined],
  ['Attack by drones', undefined],
  ['by SANS', undefined],
])('the provider of “%s” is %s', (title, provider) => {
  expect(findProvider(title, isBody)).toBe(provider);
});
