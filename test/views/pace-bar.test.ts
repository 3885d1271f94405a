import { expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { paceOf } from '../../src/domain/pace.ts';
import { paceBar } from '../../src/views/pace-bar.ts';
import { aRequirement, counted } from '../domain/rules.ts';

it.each`
  today           | credits | due     | tone
  ${'2025-12-31'} | ${0}    | ${0}    | ${'none'}
  ${'2026-07-02'} | ${0}    | ${1995} | ${'late'}
  ${'2026-07-02'} | ${2000} | ${1995} | ${'good'}
  ${'2026-07-02'} | ${3000} | ${1995} | ${'best'}
  ${'2026-07-02'} | ${4100} | ${1995} | ${'best'}
  ${'2027-01-01'} | ${3999} | ${4000} | ${'lost'}
`('is $tone with $credits on $today', ({ today, credits, due, tone }) => {
  const requirement = aRequirement({ start: '2026-01-01', end: '2026-12-31', required: 4000 });
  const pace = paceOf(requirement, counted(credits, '2026-01-01'), { today: day(today) });

  const bar = paceBar(pace, 'Total');

  expect(bar).toEqual({ kind: 'progress', label: 'Total', done: Math.min(credits, 4000), goal: 4000, due, tone });
});
