import { estimateCredits } from '../../domain/estimate.ts';
import { medianRatio } from '../../domain/estimate-ratio.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';

/** Returns how members' certificates compare with the estimates for a provider and a certification, in percent, if known. */
export type LearnedRatios = (provider: string, certification: string) => number | undefined;

const MAX_PROVIDERS = 200;

/** Loads the ratios for the providers of opportunities (200 at most) from the certificates of the workspace. */
export async function loadLearnedRatios(
  opportunities: readonly IndexedOpportunity[],
  holdings: readonly CreditHolding[],
  data: WorkspaceData,
): Promise<LearnedRatios> {
  const providers = [...new Set(opportunities.map(({ provider }) => normalise(provider)))].filter(
    (name) => name !== '',
  );
  const claims = await data.records.findCertifiedClaims(providers.slice(0, MAX_PROVIDERS));
  const renewals = new Map(holdings.map(({ certification, renewal }) => [certification.code, renewal]));
  const comparable = claims.flatMap(({ provider, certification, personId, kind, ends, minutes, claimed }) => {
    const renewal = renewals.get(certification);
    const likely = renewal && estimateCredits(renewal, { kind, end: ends }, { minutes })?.likely;
    return likely === undefined ? [] : [{ key: `${provider} ${certification}`, personId, claimed, likely }];
  });
  const percents = new Map(
    [...Map.groupBy(comparable, ({ key }) => key)].map(([key, group]) => [key, medianRatio(group)]),
  );
  return (provider, certification) => percents.get(`${normalise(provider)} ${certification}`);
}

function normalise(provider: string): string {
  return provider.trim().toLowerCase();
}
