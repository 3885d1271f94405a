import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge, readWaivers, type Waiver } from '../../supply-chain/audit-policy.ts';
import type { Advisory, Severity } from '../../supply-chain/audit-report.ts';

const today = '2026-11-30';
const anAdvisory = (severity: Severity): Advisory => ({
  id: 'GHSA-1',
  package: 'a',
  severity,
  title: 'Loops forever',
  url: 'https://example.org/GHSA-1',
});
const aWaiver = (changes: Partial<Waiver> = {}): Waiver => ({
  advisory: 'GHSA-1',
  package: 'a',
  reason: 'recert never passes text of people to it.',
  expires: '2026-12-31',
  ...changes,
});

describe('the policy for advisories', () => {
  it.each<[Severity, number]>([
    ['moderate', 0],
    ['high', 1],
    ['critical', 1],
  ])('without a waiver, %s makes %i failures', (severity, count) => {
    const { failures, notes } = judge([anAdvisory(severity)], [], today);

    expect(failures).toHaveLength(count);
    expect(notes).toHaveLength(1 - count);
  });

  it.each<[string, Partial<Waiver>, string | undefined]>([
    ['holds', {}, undefined],
    ['ends today', { expires: today }, undefined],
    ['expired yesterday', { expires: '2026-11-29' }, 'expired on 2026-11-29'],
    ['is of another advisory', { advisory: 'GHSA-2' }, 'waive GHSA-1'],
    ['is of another package', { package: 'b' }, 'waive GHSA-1'],
    ['is as long as allowed', { expires: '2027-05-29' }, undefined],
    ['is longer than allowed', { expires: '2027-05-30' }, 'too long: 180 days at most'],
  ])('with a waiver that %s', (_, changes, failure) => {
    const { failures } = judge([anAdvisory('high')], [aWaiver(changes)], today);

    expect(failures).toEqual(failure === undefined ? [] : [expect.stringContaining(failure)]);
  });

  it('names the reason of a waiver, and waivers that aren’t needed', () => {
    expect(judge([anAdvisory('high')], [aWaiver()], today).notes).toEqual([
      'a: Loops forever (high, https://example.org/GHSA-1). Waived until 2026-12-31: recert never passes text of people to it.',
    ]);
    expect(judge([], [aWaiver()], today)).toEqual({
      failures: [],
      notes: ['The waiver of GHSA-1 for a isn’t needed any more. Remove it.'],
    });
  });
});

describe('the file of waivers', () => {
  it('can be read as it is', () => {
    const file = join(import.meta.dirname, '..', '..', 'supply-chain', 'audit-waivers.json');

    expect(() => readWaivers(readFileSync(file, 'utf8'))).not.toThrow();
  });

  it.each([
    ['without a reason', { ...aWaiver(), reason: '' }],
    ['with a reason of a word', { ...aWaiver(), reason: 'unused' }],
    ['without an end', { ...aWaiver(), expires: 'never' }],
    ['until a day that doesn’t exist', { ...aWaiver(), expires: '2026-02-30' }],
    ['without a package', { ...aWaiver(), package: '' }],
    ['with an unknown field', { ...aWaiver(), expiry: '2026-12-31' }],
  ])('is refused with a waiver %s', (_, waiver) => {
    expect(() => readWaivers(JSON.stringify([waiver]))).toThrow('supply-chain/audit-waivers.json has an error');
  });
});
