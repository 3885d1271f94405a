import { expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { withPause } from '../../src/domain/what-if.ts';
import { aRenewal } from './rules.ts';

const asked = {
  renewal: aRenewal(),
  cycle: { cycle: { start: day('2026-01-01'), end: day('2026-12-31') } },
  entries: [],
};

it.each`
  pause                           | rate   | around       | why
  ${['2026-08-01', '2026-08-31']} | ${153} | ${184}       | ${'31 of the 184 days are lost'}
  ${['2026-06-01', '2026-07-31']} | ${153} | ${184}       | ${'only the days from today on are lost'}
  ${['2026-12-01', '2027-03-31']} | ${153} | ${184}       | ${'only the days of the window are lost'}
  ${['2027-02-01', '2027-03-31']} | ${153} | ${153}       | ${'it lies behind the window'}
  ${['2026-07-01', '2026-12-31']} | ${153} | ${undefined} | ${'no day is left'}
`('asks for $around a week around a pause $pause: $why', ({ pause: [start, end], rate, around }) => {
  // 40 credits in the 184 days from 1 July: 4000 × 7 / 184 = 152.2; around a month's pause 4000 × 7 / 153 = 183.01.
  const paused = withPause(asked, { start: day(start), end: day(end) }, { today: day('2026-07-01'), tolerance: 7 });

  expect([paused.rate, paused.rateAround]).toEqual([rate, around]);
});
