import { estimateCredits } from '../../domain/estimate.ts';
import { medianRatio } from '../../domain/estimate-ratio.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';

/** What certificates of members tell of the estimates for a provider and a certification, in percent; nothing where they tell nothing. */
export type LearnedRatios = (provider: string, certification: string) => number | undefined;

/** More providers are not looked at in one answer. */
const MAX_PROVIDERS = 200;

/** What the certificates of a workspace's members tell of some offers. */
export async function loadLearnedRatios(
  opportunities: readonly IndexedOpportunity[],
  holdings: readonly CreditHolding[],
  data: WorkspaceData,
): Promise<LearnedRatios> {
  const providers = [...new Set(opportunities.map(({ provider }) => nameOf(provider)))].filter((name) => name !== '');
  const claims = await data.records.findCertifiedClaims(providers.slice(0, MAX_PROVIDERS));
  const renewals = new Map(holdings.map(({ certification, renewal }) => [certification.code, renewal]));
  const known = claims.flatMap(({ provider, certification, personId, kind, ends, minutes, claimed }) => {
    const renewal = renewals.get(certification);
    const likely = renewal && estimateCredits(renewal, { kind, end: ends }, { minutes })?.likely;
    return likely === undefined ? [] : [{ key: `${provider} ${certification}`, personId, claimed, likely }];
  });
  const percents = new Map([...Map.groupBy(known, ({ key }) => key)].map(([key, some]) => [key, medianRatio(some)]));
  return (provider, certification) => percents.get(`${nameOf(provider)} ${certification}`);
}

function nameOf(provider: string): string {
  return provider.trim().toLowerCase();
}
