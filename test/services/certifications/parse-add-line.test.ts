import { expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { parseAddLine } from '../../../src/services/certifications/parse-add-line.ts';
import type { Request } from '../../../src/services/request.ts';

it.each([
  ['', '', {}],
  ['cissp', 'cissp', {}],
  ['cissp 2025-01-01', 'cissp', { start: '2025-01-01' }],
  ['cissp since 2025-01-01', 'cissp', { start: '2025-01-01' }],
  ['CIPP/E until 2027-12-31', 'CIPP/E', { expiry: '2027-12-31' }],
  ['pmp expires 1 May 2027', 'pmp', { expiry: '2027-05-01' }],
  ['pmp valid until 2027-05-01', 'pmp', { expiry: '2027-05-01' }],
  ['since 2025-01-01', '', { start: '2025-01-01' }],
  ['pmp since 2025-02-30', 'pmp since 2025-02-30', {}],
])('%j is %j with %j', (line, text, dates) => {
  const person = { locale: null } as Request['person'];

  expect(parseAddLine(line, { today: day('2026-11-23'), person })).toEqual({ text, dates });
});
