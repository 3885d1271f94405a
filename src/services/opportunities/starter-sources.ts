import { certificationDomains } from '../../catalogue/certification-domains.ts';
import {
  type FittingStarter,
  fittingStarters,
  STARTER_FEEDS,
  type StarterDemand,
  type StarterFeed,
} from '../../opportunities/starter.ts';
import type { SuggestedSource } from '../../views/opportunity-sources.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';

/** How many feeds are suggested to a team. */
const MAX_SUGGESTED = 3;
/** Feeds in English are suggested to everyone. */
const ALWAYS = 'en';

/** Returns the public feeds that aren't sources yet. */
export function findStarters(
  stored: readonly { readonly address: string }[],
): readonly Pick<StarterFeed, 'id' | 'name' | 'address' | 'language'>[] {
  const known = new Set(stored.map(({ address }) => address));
  return STARTER_FEEDS.filter(({ address }) => !known.has(address));
}

/** Returns the public feeds that fit the team's certifications best and aren't sources yet; none without certifications. */
export async function suggestSources({ data }: Pick<Scope, 'data'>): Promise<readonly SuggestedSource[]> {
  const demands = await findDemands(data);
  if (demands.length === 0) return [];
  const languages = languageShares((await data.people.all()).map(({ locale }) => locale));
  const known = new Set((await data.opportunities.sources()).filter(({ isOn }) => isOn).map(({ address }) => address));
  const fitting = fittingStarters(demands, { languages, known, max: MAX_SUGGESTED });
  return fitting.map((one) => suggestionOf(one, data.catalogue));
}

/** Returns the share of people who read each language; everyone is taken to read English. */
function languageShares(locales: readonly (string | null | undefined)[]): ReadonlyMap<string, number> {
  const spoken = Map.groupBy(locales, (locale) => (locale ?? ALWAYS).slice(0, 2).toLowerCase());
  const shares = [...spoken].map(([language, some]) => [language, some.length / locales.length] as const);
  return new Map([...shares, [ALWAYS, 1] as const]);
}

async function findDemands({ holdings }: Scope['data']): Promise<readonly StarterDemand[]> {
  const domains = certificationDomains();
  const counts = Map.groupBy(await holdings.all(), ({ holding }) => holding.certification);
  return [...counts].flatMap(([code, ofCode]) => {
    const subjects = domains.get(code);
    return subjects === undefined
      ? []
      : [{ code, holdings: ofCode.length, subjects: [...subjects.domains, ...subjects.exactly] }];
  });
}

function suggestionOf({ feed, codes }: FittingStarter, catalogue: Scope['data']['catalogue']): SuggestedSource {
  const { id, name, address } = feed;
  return { id, name, address, certifications: codes.map((code) => catalogue.get(code)?.short ?? code) };
}

/** Turns public feeds on by their ids, and returns the ids of their sources. Throws `Refusal` if there is no such feed. */
export async function turnOnStarters(
  ids: readonly string[],
  { request: { words, now }, data }: Scope,
): Promise<readonly string[]> {
  const sourceIds: string[] = [];
  const stored = await data.opportunities.sources();
  for (const wanted of ids) {
    const feed = STARTER_FEEDS.find(({ id }) => id === wanted);
    if (feed === undefined) throw new Refusal(words.opportunity.gone);
    const { id: _, subjects: __, seen: ___, ...about } = feed;
    const existing = stored.find(({ address }) => address === feed.address);
    if (existing !== undefined) {
      await data.opportunities.setEnabled(existing.sourceId, true);
      sourceIds.push(existing.sourceId);
      continue;
    }
    const sourceId = await data.opportunities.addSource({ ...about, isFree: true, isOn: true }, now);
    if (sourceId !== undefined) sourceIds.push(sourceId);
  }
  return sourceIds;
}
