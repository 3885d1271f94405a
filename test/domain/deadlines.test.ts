import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import type { Certification, Upkeep } from '../../src/domain/certification.ts';
import { deadlinesOf, lifecycleOf } from '../../src/domain/deadlines.ts';
import { aRenewal, known } from './rules.ts';

const cycle = { start: day('2024-05-05'), end: day('2027-05-04') };

function aCertification(upkeep: Partial<Upkeep>, graceDays?: number): Certification {
  return {
    code: 'one',
    short: 'One',
    name: 'One',
    body: 'Body',
    aliases: [],
    renewal: aRenewal(graceDays === undefined ? {} : { earningGrace: known({ days: graceDays }) }),
    upkeep: { fees: [], ...upkeep },
    sharing: {},
    sources: {},
    reviewed: day('2026-11-25'),
  };
}

const chain = (certification: Certification, today: string) =>
  deadlinesOf(certification, cycle, day(today)).map((deadline) => `${deadline.kind} ${deadline.day}`);

describe('the chain of deadlines', () => {
  it('has the next day of each kind, the earliest first', () => {
    const certification = aCertification({ reporting: known({ months: 2 }) }, 90);

    expect(chain(certification, '2026-11-23')).toEqual(['expires 2027-05-04', 'report 2027-07-04', 'earn 2027-08-02']);
    expect(chain(certification, '2027-07-10')).toEqual(['earn 2027-08-02']);
  });

  it.each`
    per        | due              | today           | pay
    ${'year'}  | ${'start'}       | ${'2025-05-06'} | ${'2026-05-05'}
    ${'year'}  | ${'end'}         | ${'2025-05-06'} | ${'2026-05-04'}
    ${'year'}  | ${'month-after'} | ${'2025-05-06'} | ${'2025-06-01'}
    ${'year'}  | ${'month-after'} | ${'2025-06-02'} | ${'2026-06-01'}
    ${'cycle'} | ${'end'}         | ${'2024-05-05'} | ${'2027-05-04'}
  `('is due on $pay, asked on $today, for a fee $due of each $per', ({ per, due, today, pay }) => {
    const fee = { name: 'fee', amount: known(8000), currency: 'USD', per, due };

    expect(chain(aCertification({ fees: [fee] }), today)).toContain(`pay ${pay}`);
  });

  it('says a fee in the amount of its day, and none where no version holds', () => {
    const amount = [{ ...known(12_500), until: day('2025-12-31') }];
    const fee = { name: 'fee', amount, currency: 'USD', per: 'year', due: 'start' } as const;
    const certification = aCertification({ fees: [fee] });

    expect(chain(certification, '2025-01-01')).toContain('pay 2025-05-05');
    expect(chain(certification, '2026-01-01').filter((one) => one.startsWith('pay'))).toEqual([]);
  });
});

describe('the life of a certification', () => {
  const certification = aCertification(
    { lapse: { suspended: known({ months: 24 }) }, paying: known({ days: 120 }) },
    90,
  );

  it.each`
    today           | life
    ${'2027-05-04'} | ${{ kind: 'active' }}
    ${'2027-05-05'} | ${{ kind: 'grace', until: '2027-09-01' }}
    ${'2027-09-01'} | ${{ kind: 'grace', until: '2027-09-01' }}
    ${'2027-09-02'} | ${{ kind: 'suspended', until: '2029-05-04' }}
    ${'2029-05-05'} | ${{ kind: 'expired', since: '2029-05-05' }}
  `('on $today is $life.kind', ({ today, life }) => {
    expect(lifecycleOf(certification, cycle, day(today))).toEqual(life);
  });

  it('ends at once where nothing is granted', () => {
    expect(lifecycleOf(aCertification({}), cycle, day('2027-05-05'))).toEqual({ kind: 'expired', since: '2027-05-05' });
  });
});
