import type { NewHolder, NewHolderRow, RequirementRule } from '../../src/domain/credit-rules.ts';
import type { Frame } from './cases.ts';
import { floorOf } from './oracle-calendar.ts';
import { known } from './random.ts';

/** From one day of a year to another; some go over the new year, some leave days out or overlap. */
const SEASONS: readonly (readonly (readonly [string, string])[])[] = [
  [['01-01', '12-31']],
  [
    ['01-01', '06-30'],
    ['07-01', '12-31'],
  ],
  [
    ['04-01', '09-30'],
    ['10-01', '03-31'],
  ],
  [
    ['01-01', '04-30'],
    ['05-01', '08-31'],
    ['09-01', '12-31'],
  ],
  [
    ['07-01', '02-28'],
    ['03-01', '06-30'],
  ],
  [
    ['11-15', '01-15'],
    ['01-01', '10-31'],
  ],
];

/** Lighter rules for new holders. */
export function newHolderFor(frame: Frame, requirements: readonly RequirementRule[]): NewHolder {
  const { chance, total } = frame;
  const totals = Array.from({ length: chance.between(1, 3) }, () => ({ credits: lighterTotal(frame) }));
  const months = chance.oneOf([1, 3, 6, 12]);
  const perMonths = { months, credits: Math.max(1, floorOf(total * months, chance.oneOf([12, 24, 36]))) };
  const exempt = { exemptYears: known(chance.between(1, 2)) };
  const which = chance.between(0, 99);
  if (which < 25) return { totals: known(totals) };
  if (which < 45) return { perMonths: known(perMonths) };
  if (which < 60) return { ...exempt, ...(chance.percent(30) ? { perMonths: known(perMonths) } : {}) };
  return { table: known(tableFor(frame, requirements)), ...(chance.percent(30) ? exempt : {}) };
}

function lighterTotal({ chance, total }: Frame): number {
  return chance.percent(10) ? 0 : Math.max(1, floorOf(total * chance.between(10, 100), 100));
}

function tableFor(frame: Frame, requirements: readonly RequirementRule[]): NewHolderRow[] {
  const { chance, months } = frame;
  const years = Math.max(1, floorOf(months + 11, 12));
  const byYear = chance.percent(50);
  const rows = chance.oneOf(SEASONS).flatMap(([from, to]) => {
    const numbers = byYear ? Array.from({ length: years }, (_, gone) => ({ year: gone + 1 })) : [{}];
    return numbers.map((year) => ({
      from,
      to,
      ...year,
      total: lighterTotal(frame),
      ...minimumsFor(frame, requirements),
    }));
  });
  return chance.percent(20) ? chance.shuffled(rows).slice(0, 2) : rows;
}

function minimumsFor(frame: Frame, requirements: readonly RequirementRule[]): { minimums?: Record<string, number> } {
  const { chance, yearly } = frame;
  const codes = requirements.map(({ code }) => code).filter((code) => code !== 'total');
  if (codes.length === 0 || chance.percent(40)) return {};
  const minimums: Record<string, number> = {};
  for (const code of chance.someOf(codes)) {
    minimums[code] = chance.percent(20) ? 0 : Math.max(1, floorOf(yearly * chance.between(5, 100), 100));
  }
  return { minimums };
}
