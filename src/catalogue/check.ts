import { addMonths, type Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { isReadInCopy } from '../domain/source-copy.ts';
import type { Certainty } from '../domain/sourced-value.ts';
import { hostOf, isUnfitAddress } from './hosts.ts';
import { MONTHS_UNTIL_STALE } from './index.ts';
import { brokenReferences, sourcedValues } from './references.ts';

/** The figures of the entries of one body. */
export interface BodyFigures {
  readonly body: string;
  readonly entries: number;
  /** Everything that states how certain it is. */
  readonly values: number;
  /** Values from the body's own page, a copy of it, or its portal. */
  readonly official: number;
  /** Values that were read in a copy of the page they name. */
  readonly inCopy: number;
  readonly oldestReview: Day;
  /** The number of distinct addresses by host, most first. */
  readonly hosts: readonly (readonly [host: string, addresses: number])[];
}

/** The figures of a catalogue, and what is wrong with it in a line each. */
export interface CatalogueCheck {
  readonly bodies: readonly BodyFigures[];
  readonly total: Omit<BodyFigures, 'body'>;
  readonly withoutSource: number;
  readonly problems: readonly string[];
}

const OFFICIAL: ReadonlySet<Certainty> = new Set(['O', 'Om', 'P']);

/** Checks the entries of a catalogue: sources, hosts, reviews, and the names of other entries and of categories. */
export function checkCatalogue(all: readonly Certification[], today: Day): CatalogueCheck {
  const byBody = Map.groupBy(all, ({ body }) => body);
  const bodies = [...byBody].map(([body, entries]) => ({ body, ...figuresOf(entries) }));
  const codes = new Set(all.map(({ code }) => code));
  const withoutSource = all
    .flatMap((entry) => [...sourcedValues(entry)])
    .filter(({ source }) => source.sources.length === 0);
  return {
    bodies: bodies.sort((one, other) => one.body.localeCompare(other.body, 'en')),
    total: figuresOf(all),
    withoutSource: withoutSource.length,
    problems: all.flatMap((entry) => problemsOf(entry, codes, today).map((problem) => `${entry.code}: ${problem}`)),
  };
}

function figuresOf(entries: readonly Certification[]): Omit<BodyFigures, 'body'> {
  const values = entries.flatMap((entry) =>
    [...sourcedValues(entry)].map(({ source }) => ({ ...source, isCopy: isReadInCopy(source, entry.unfitSources) })),
  );
  const addresses = new Set(entries.flatMap(({ sources }) => Object.values(sources)));
  const byHost = Map.groupBy(addresses, (address) => hostOf(address) ?? address);
  const hosts = [...byHost].map(([host, list]) => [host, list.length] as const);
  return {
    entries: entries.length,
    values: values.length,
    official: values.filter(({ certainty }) => OFFICIAL.has(certainty)).length,
    inCopy: values.filter(({ isCopy }) => isCopy).length,
    oldestReview: entries.map(({ reviewed }) => reviewed).sort()[0] as Day,
    hosts: hosts.sort(([one, many], [other, few]) => few - many || one.localeCompare(other, 'en')),
  };
}

function problemsOf(entry: Certification, codes: ReadonlySet<string>, today: Day): readonly string[] {
  const { sharing, sources, reviewed } = entry;
  const references = brokenReferences(entry).map(({ path, message }) => `${path.join('.')} ${message}.`);
  const unfit = Object.entries(sources).flatMap(([key, address]) =>
    isUnfitAddress(address) ? [`sources.${key} is on a host that is never shown, got '${address}'.`] : [],
  );
  const named = {
    'sharing.renews': sharing.renews?.flatMap((rule) => rule.codes),
    'sharing.needs': sharing.needs?.value,
    'sharing.within': sharing.within?.value,
  };
  const unknown = Object.entries(named).flatMap(([path, list = []]) =>
    list.filter((code) => !codes.has(code)).map((code) => `${path} must name an entry, got '${code}'.`),
  );
  const isStale = today > addMonths(reviewed, MONTHS_UNTIL_STALE);
  const stale = isStale ? [`was reviewed on ${reviewed}, more than ${MONTHS_UNTIL_STALE} months ago.`] : [];
  return [...references, ...unfit, ...unknown, ...stale];
}
