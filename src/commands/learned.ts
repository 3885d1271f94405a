import { estimateCredits } from '../domain/estimate.ts';
import { learnedPercent } from '../domain/learned.ts';
import type { Found } from '../opportunities/found.ts';
import type { Context } from './command.ts';
import type { CreditHolding } from './member-holding.ts';

/** What certificates of members tell of the estimates for a provider and a certification, in percent; nothing where they tell nothing. */
export type Learned = (provider: string, certification: string) => number | undefined;

/** More providers are not looked at in one answer. */
const MOST_PROVIDERS = 200;

/** What the certificates of a workspace's members tell of some offers. */
export async function learnedOf(
  offers: readonly Found[],
  holdings: readonly CreditHolding[],
  { data }: Context,
): Promise<Learned> {
  const providers = [...new Set(offers.map(({ provider }) => nameOf(provider)))].filter((name) => name !== '');
  const claims = await data.records.certified(providers.slice(0, MOST_PROVIDERS));
  const renewals = new Map(holdings.map(({ certification, renewal }) => [certification.code, renewal]));
  const known = claims.flatMap(({ provider, certification, personId, kind, ends, minutes, claimed }) => {
    const renewal = renewals.get(certification);
    const likely = renewal && estimateCredits(renewal, { kind, end: ends }, { minutes })?.likely;
    return likely === undefined ? [] : [{ key: `${provider} ${certification}`, personId, claimed, likely }];
  });
  const percents = new Map([...Map.groupBy(known, ({ key }) => key)].map(([key, some]) => [key, learnedPercent(some)]));
  return (provider, certification) => percents.get(`${nameOf(provider)} ${certification}`);
}

function nameOf(provider: string): string {
  return provider.trim().toLowerCase();
}
