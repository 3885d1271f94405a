import { expect, it } from 'vitest';
import { requestedFacts } from '../../../src/services/evidence/requested-facts.ts';
import type { RecordDetails } from '../../../src/services/records/record-details.ts';
import { aCertification, known } from '../../domain/rules.ts';

const upkeepOf = (shows: readonly string[]) => ({ evidence: { shows: known(shows) } });

it.each([
  [[], ['attendee', 'title', 'date', 'hours']],
  [[['sponsor']], ['attendee', 'title', 'date', 'hours', 'sponsor']],
  [
    [
      ['sponsor', 'title'],
      ['signature', 'sponsor'],
    ],
    ['attendee', 'title', 'date', 'hours', 'sponsor', 'signature'],
  ],
])('proof must show what each body asks for, once: %j', (shows, facts) => {
  const claims = shows.map((one) => ({ certification: { ...aCertification(), upkeep: upkeepOf(one) } }));

  expect(requestedFacts({ record: { kind: 'course' }, claims } as unknown as RecordDetails)).toEqual(facts);
});
