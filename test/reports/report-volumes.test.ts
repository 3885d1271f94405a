import { describe, expect, it } from 'vitest';
import { volumesOf } from '../../src/reports/report-volumes.ts';
import { fc } from '../support/properties.ts';

const section = fc.nat({ max: 12 }).map((records) => ({
  ...{ requirements: ['a minimum'], notes: ['a note'], chart: 'a chart' },
  records: Array.from({ length: records }, (_unused, at) => at),
}));
const person = fc.array(section, { maxLength: 3 }).map((sections) => ({ sections, notes: ['about'] }));
const group = fc.nat({ max: 12 }).map((rows) => ({ rows: Array.from({ length: rows }, (_unused, at) => at) }));

describe('the volumes of a report', () => {
  it('have every row once and in order, none too many, and what is said of a section once', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 5 }),
        fc.array(group, { maxLength: 3 }),
        fc.integer({ min: 1, max: 9 }),
        (people, groups, max) => {
          const volumes = volumesOf({ people, groups }, max);
          const rowsOf = (rows: {
            people: readonly { sections: readonly { records: readonly unknown[] }[] }[];
            groups: readonly { rows: readonly unknown[] }[];
          }) => [
            ...rows.people.flatMap(({ sections }) => sections.flatMap(({ records }) => records)),
            ...rows.groups.flatMap(({ rows: some }) => some),
          ];
          const sections = (from: typeof volumes) =>
            from.flatMap((volume) => volume.people.flatMap((one) => one.sections));

          expect(volumes.flatMap(rowsOf)).toEqual(rowsOf({ people, groups }));
          expect(Math.max(...volumes.map((volume) => rowsOf(volume).length))).toBeLessThanOrEqual(max);
          expect(sections(volumes).filter(({ chart }) => chart !== '').length).toBe(
            people.flatMap((one) => one.sections).length,
          );
          expect(volumes.flatMap((volume) => volume.people.flatMap(({ notes }) => notes)).length).toBe(people.length);
        },
      ),
    );
  });

  it('are one where everything fits', () => {
    const people = [{ sections: [{ records: [1, 2], requirements: [], notes: [], chart: '' }], notes: [] }];

    expect(volumesOf({ people, groups: [{ rows: [1] }] }, 3)).toEqual([{ people, groups: [{ rows: [1] }] }]);
  });
});
