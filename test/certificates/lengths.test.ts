import { expect, it } from 'vitest';
import { findLengths } from '../../src/certificates/lengths.ts';

it.each([
  ['4 days, 26 h', '1560 plain'],
  ['30 of 36 hours attended', '1800 attended'],
  ['1 hour 42 minutes', '102 plain'],
  ['1 h 30', '90 plain'],
  ['6,5 Stunden ohne Pausen', '390 plain'],
  ['8 Unterrichtseinheiten (UE) zu 45 Minuten', '360 plain'],
  ['Modul 16 Std., Lehrgang gesamt 48 Std.', '960 plain, 2880 whole'],
  ['30 Zeitstunden, entspricht 36 CPE (50 Min.)', '1800 plain'],
  ['from 18:00 to 19:40', '100 span'],
  ['6:00 p.m. to 7:15 p.m.', '75 span'],
  ['11 am to 1 pm', '120 span'],
  ['09:30–17:00, breaks 90 min', '360 span'],
  ['about 18 hours of work', '1080 vague'],
  ['2 CPE hours (50 minutes each)', ''],
  ['based on a 50-minute hour', ''],
  ['45:00 (series 3:45:00)', '225 whole'],
  ['47:12', ''],
  ['pages 3 to 7', ''],
])('reads %s', (text, lengths) => {
  expect(
    findLengths(text)
      .map(({ minutes, role }) => `${minutes} ${role}`)
      .join(', '),
  ).toBe(lengths);
});
