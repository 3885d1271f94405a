import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { addDays, day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import type { CheckedRecord } from '../../../src/services/portability/check-drafts.ts';
import { compareWithExisting } from '../../../src/services/portability/existing-records.ts';
import { type KeyedRecord, recordKey } from '../../../src/services/records/record-key.ts';

const CODES = new Map([['h', 'cissp']]);
const HOLDINGS = [{ holdingId: 'h', certification: loadCatalogue().get('cissp') }] as unknown as CreditHolding[];
const UUID = '0b9f6f3e-0d5c-4d0a-9f5b-6f2f1c1f2a3b';

interface Stated {
  readonly title: string;
  readonly on?: string;
  readonly credits?: number;
  readonly id?: string;
}

const claimOf = (credits: number) => ({ holdingId: 'h', cycleId: 'c', parts: [{ category: 'group-a', credits }] });

function row(number: number, { title, on = '2026-03-02', credits = 100, id }: Stated): CheckedRecord {
  const days = { starts: day(on), ends: day(on) };
  const activity = { personId: 'ana', title, provider: '', ...days, claims: [claimOf(credits)] };
  return { rows: [number], id, portal: undefined, activity } as unknown as CheckedRecord;
}

function record({ title, on = '2026-03-02', credits = 100, id = title }: Stated): KeyedRecord {
  const days = { starts: day(on), ends: day(on) };
  const key = recordKey({ title, provider: '', ...days, claims: [claimOf(credits)] }, CODES);
  const claims = [{ certification: 'cissp', credits, parts: [{ category: 'group-a', credits }] }];
  return { id, key, title, start: day(on), end: day(on), claims };
}

async function compare(rows: readonly Stated[], records: readonly Stated[]) {
  const checked = rows.map((one, at) => row(at + 2, one));
  const { already, possible, fresh } = await compareWithExisting(checked, records.map(record), HOLDINGS);
  return {
    already,
    possible: possible.map((one) => [one.record.rows[0], one.existing.title, one.isSameEvent]),
    fresh: fresh.map(({ activity }) => activity.title),
  };
}

describe('the rows of a table beside the records of the person', () => {
  it.each<[string, Stated, Stated, object]>([
    ['the same', { title: 'Logs' }, { title: 'Logs' }, { already: 1 }],
    ['of other credits', { title: 'Logs' }, { title: 'Logs', credits: 200 }, { possible: [[2, 'Logs', true]] }],
    ['of another case', { title: 'LOGS!' }, { title: 'Logs' }, { possible: [[2, 'Logs', true]] }],
    [
      'nearly of one title',
      { title: 'Secure logging' },
      { title: 'Secure loging' },
      { possible: [[2, 'Secure loging', false]] },
    ],
    ['two days apart', { title: 'Logs' }, { title: 'Logs', on: '2026-03-04' }, { possible: [[2, 'Logs', false]] }],
    ['three days apart', { title: 'Logs' }, { title: 'Logs', on: '2026-03-05' }, { fresh: ['Logs'] }],
    [
      'of day and month swapped',
      { title: 'Logs' },
      { title: 'Logs', on: '2026-02-03' },
      { possible: [[2, 'Logs', false]] },
    ],
    [
      'nearly of one title, a day apart',
      { title: 'Secure logging' },
      { title: 'Secure loging', on: '2026-03-03' },
      { fresh: ['Secure logging'] },
    ],
    [
      'of another number',
      { title: 'Secure logging 1' },
      { title: 'Secure logging 2' },
      { fresh: ['Secure logging 1'] },
    ],
    [
      'of the same id',
      { title: 'Keys', id: UUID },
      { title: 'Logs', on: '2026-01-02', id: UUID },
      { possible: [[2, 'Logs', false]] },
    ],
  ])('are compared: %s', async (_what, one, other, expected) => {
    expect(await compare([one], [other])).toEqual({ already: 0, possible: [], fresh: [], ...expected });
  });

  it('are compared one with one: a series of talks is not its own look-alike', async () => {
    const series = ['2026-03-02', '2026-03-03', '2026-03-04'].map((on) => ({ title: 'Daily briefing', on }));

    expect(await compare(series, series)).toEqual({ already: 3, possible: [], fresh: [] });
    expect(await compare(series, series.slice(0, 2))).toEqual({ already: 2, possible: [], fresh: ['Daily briefing'] });
  });

  it('are the same as often as a record is there', async () => {
    expect(await compare([{ title: 'Logs' }, { title: 'Logs' }], [{ title: 'Logs' }])).toEqual({
      already: 1,
      possible: [],
      fresh: ['Logs'],
    });
  });

  it('are compared in steps, between which other work runs', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => ({
      title: `Talk of ${'abcdefghij'[at % 10]}`,
      on: addDays(day('2020-01-01'), at),
    }));
    let turns = 0;
    const count = () => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    await compare(
      many,
      many.map((one) => ({ ...one, credits: 200 })),
    );
    clearImmediate(timer);

    expect(turns).toBeGreaterThan(5);
  });
});
