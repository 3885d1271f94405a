import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { recordKey, takeRecord } from '../../../src/services/records/record-key.ts';

const codes = new Map([
  ['h1', 'cissp'],
  ['h2', 'cism'],
]);
const record = { title: 'RSA', provider: 'RSA', starts: day('2026-04-27'), ends: day('2026-04-30') };
const cissp = { holdingId: 'h1', parts: [{ category: 'A', credits: 1600 }] };
const cism = { holdingId: 'h2', parts: [{ category: '', credits: 1600 }] };

describe('the key of a record', () => {
  it('is the same in whatever order its claims stand', () => {
    expect(recordKey({ ...record, claims: [cissp, cism] }, codes)).toBe(
      recordKey({ ...record, claims: [cism, cissp] }, codes),
    );
  });

  it('differs by what is claimed', () => {
    expect(recordKey({ ...record, claims: [cissp] }, codes)).not.toBe(recordKey({ ...record, claims: [cism] }, codes));
  });

  it('is taken as often as the record exists', () => {
    const counts = new Map([['twice', 2]]);

    expect(['twice', 'twice', 'twice', 'never'].map((key) => takeRecord(key, counts))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
