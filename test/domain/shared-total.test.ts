import { describe, expect, it } from 'vitest';
import type { Certification } from '../../src/domain/certification.ts';
import { carrierOf } from '../../src/domain/shared-total.ts';
import { versionsOf } from '../../src/domain/sourced-value.ts';
import { aCertification, aRenewal, known } from './rules.ts';

const inTrack = (code: string, track: string, total: number, addOn: number): Certification =>
  aCertification({
    code,
    renewal: aRenewal({ total: known(total) }),
    sharing: { group: { code: 'group', track, addOn: known(addOn) } },
  });
const totalOf = (certification: Certification | undefined) =>
  certification?.renewal.kind === 'credits'
    ? versionsOf(certification.renewal.requirements.find(({ code }) => code === 'total')?.amount).map(
        ({ value }) => value,
      )
    : [];

describe('certifications whose totals add up', () => {
  it.each([
    ['one alone', [inTrack('a', 'x', 2000, 1000)], 'a', 2000],
    ['two of one track', [inTrack('a', 'x', 2000, 1000), inTrack('b', 'x', 3000, 1000)], 'b', 3000],
    ['two tracks', [inTrack('a', 'x', 2000, 1000), inTrack('b', 'y', 3000, 1000)], 'b', 4000],
    [
      'three tracks, one twice: the add-on of its highest',
      [
        ...[inTrack('a', 'x', 2000, 500), inTrack('b', 'y', 4000, 1000)],
        ...[inTrack('c', 'x', 3000, 700), inTrack('d', 'z', 1000, 200)],
      ],
      'b',
      4900,
    ],
    ['one outside of the group', [inTrack('a', 'x', 2000, 1000), aCertification({ code: 'b' })], 'b', 5000],
  ])('%s', (_what, group, code, total) => {
    const carrier = carrierOf(group);

    expect(carrier?.code).toBe(code);
    expect(totalOf(carrier)).toEqual([total]);
  });

  it('are left as they are where nothing is added, or nothing is counted', () => {
    const [alone] = [inTrack('a', 'x', 2000, 1000)];
    const lifelong = aCertification({ renewal: { kind: 'never-expires', certainty: 'O', sources: [] } });

    expect(carrierOf([alone])).toBe(alone);
    expect(carrierOf([lifelong])).toBe(lifelong);
    expect(carrierOf([])).toBeUndefined();
  });
});
