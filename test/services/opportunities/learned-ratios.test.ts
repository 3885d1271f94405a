import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { IndexedOpportunity } from '../../../src/opportunities/indexed-opportunity.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { loadLearnedRatios } from '../../../src/services/opportunities/learned-ratios.ts';
import type { CertifiedClaim } from '../../../src/store/records/records.ts';
import type { WorkspaceData } from '../../../src/store/store.ts';
import { aCertification, aRenewal } from '../../domain/rules.ts';

const renewal = aRenewal();
const holding = { certification: aCertification({ renewal }), renewal } as CreditHolding;

function claims(over: Partial<CertifiedClaim> = {}, people = 5): readonly CertifiedClaim[] {
  const claim = {
    provider: 'sans',
    certification: 'abc',
    kind: 'webinar',
    ends: day('2026-03-02'),
    minutes: 60,
    claimed: 80,
  } as const;
  return Array.from({ length: people }, (_, n) => ({ ...claim, personId: `p${n}`, ...over }));
}

/** Loads the ratios, and keeps which providers were asked about. */
async function load(certified: readonly CertifiedClaim[], providers: readonly string[] = ['SANS']) {
  const asked: string[] = [];
  const records = {
    findCertifiedClaims: async (names: readonly string[]) => {
      asked.push(...names);
      return certified;
    },
  };
  const opportunities = providers.map((provider) => ({ provider }) as IndexedOpportunity);
  return { asked, ratios: await loadLearnedRatios(opportunities, [holding], { records } as unknown as WorkspaceData) };
}

describe('what certificates come to of the estimates', () => {
  it.each([
    ['five people', claims(), 80],
    ['four people', claims({}, 4), undefined],
    ['five certificates of one person', claims({ personId: 'p' }), undefined],
    ['about what was estimated', claims({ claimed: 98 }), undefined],
    ['too short an activity', claims({ minutes: 5 }), undefined],
    ['another certification', claims({ certification: 'def' }), undefined],
    ['another provider', claims({ provider: 'isaca' }), undefined],
  ])('%s', async (_, certified, percent) => {
    const { ratios } = await load(certified);

    expect(ratios('SANS', 'abc')).toBe(percent);
  });

  it('are of a provider however it is written', async () => {
    const { ratios } = await load(claims());

    expect([ratios(' sans ', 'abc'), ratios('SANS', 'def'), ratios('', 'abc')]).toEqual([80, undefined, undefined]);
  });

  it('are asked for once per named provider, for 200 at most', async () => {
    expect((await load([], ['SANS', ' sans', '', 'ISACA'])).asked).toEqual(['sans', 'isaca']);
    expect(
      (
        await load(
          [],
          Array.from({ length: 250 }, (_, n) => `P${n}`),
        )
      ).asked,
    ).toHaveLength(200);
  });
});
