import { expect, it } from 'vitest';
import { findCredits } from '../../../src/services/records/find-credits.ts';

it.each([
  ['1.5 CPE webinar', 150, 'CPE'],
  ['8 CPEs congress', 800, 'CPE'],
  ['2 cpe webinar', 200, 'CPE'],
  ['2,5 PDU Webinar', 250, 'PDU'],
  ['course (1.25 CPE)', 125, 'CPE'],
  ['3 credits course', 300, ''],
  ['4 CPE-Punkte Kurs', 400, 'CPE'],
  ['2 CPE hours', 200, 'CPE'],
])('finds the credits of “%s”', (text, credits, unit) => {
  expect(findCredits(text)).toMatchObject({ credits, unit });
});

it.each(['5 points to remember', 'ISO 27001 CEO talk', '-2 CPE', '1 CPE-course', '1.5. Kurs', 'CPE 2026', 'v1.2 CPE2'])(
  'finds no credits in “%s”',
  (text) => {
    expect(findCredits(text)).toBeUndefined();
  },
);
