import { expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { reportPerson } from '../../src/domain/report-person.ts';
import { aCertification } from './rules.ts';

it('counts the opening balances of a holding in a report too', () => {
  const holding = {
    ...{ holdingId: 'h', certification: aCertification(), entries: [] },
    cycles: [{ cycle: { start: day('2025-01-01'), end: day('2027-12-31') } }],
    openings: [{ on: day('2025-12-31'), parts: [{ category: 'total', credits: 1500 }] }],
  };
  const { sections } = reportPerson([holding], [], { on: day('2026-11-23'), tolerance: 7, providerWords: new Set() });

  expect(sections[0]?.standing).toMatchObject({ paces: [{ counted: 1500 }] });
  expect(sections[0]?.growth?.steps).toEqual([{ day: '2025-12-31', credits: 1500 }]);
});
