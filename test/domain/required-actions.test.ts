import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { actionsOf } from '../../src/domain/required-actions.ts';
import { standingOf } from '../../src/domain/standing.ts';
import { aCertification, aRenewal, known } from './rules.ts';

const source = { certainty: 'O', sources: [] } as const;
const renewal = aRenewal({
  acts: [
    { code: 'pledge', name: 'Sign the pledge', per: 'year', ...source },
    { code: 'course', name: 'Take the course', per: 'cycle', ...source },
    {
      code: 'peer',
      name: 'Peer review',
      per: 'cycle',
      when: { practice: ['yes'] },
      ...source,
    },
  ],
  conditions: [{ code: 'practice', question: 'Do you practise?', options: [], ...source }],
  cycle: { anchor: known('certified'), months: known(36) },
});
const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };

describe('actions beside credits', () => {
  it('are due once in a cycle or once in each of its years', () => {
    const actsDone = { 'pledge.2': day('2026-02-03'), course: day('2025-05-05') };
    const actions = actionsOf(renewal, { cycle, actsDone });

    expect(actions.map(({ key, year, from, doneOn }) => [key, year, from, doneOn])).toEqual([
      ['pledge.1', 1, '2025-01-01', undefined],
      ['pledge.2', 2, '2026-01-01', '2026-02-03'],
      ['pledge.3', 3, '2027-01-01', undefined],
      ['course', undefined, '2025-01-01', '2025-05-05'],
      ['peer', undefined, '2025-01-01', undefined],
    ]);
  });

  it.each([
    ['2025-06-01', {}, ['pledge.1', 'course']],
    ['2025-12-31', {}, ['pledge.1', 'course']],
    ['2026-01-01', {}, ['pledge.1', 'pledge.2', 'course']],
    ['2025-06-01', { practice: 'yes' }, ['pledge.1', 'course', 'peer']],
    ['2025-06-01', { practice: 'no' }, ['pledge.1', 'course']],
  ])('on %s, with the answers %j: %j', (on, conditions, expected) => {
    const holding = { certification: aCertification({ renewal }), cycle: { cycle, conditions }, entries: [] };
    const standing = standingOf(holding, day(on), 7);

    expect(standing.kind === 'credits' && standing.acts.map(({ key }) => key)).toEqual(expected);
  });
});
