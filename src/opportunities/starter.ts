import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';

/** A public feed that is there to be turned on. */
export interface StarterFeed {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery;
  /** A BCP 47 tag. */
  readonly language: string;
  /** What it is about, as subjects of the vocabulary, the main one first. */
  readonly subjects: readonly string[];
  /** How the address is known. It was not fetched. */
  readonly seen: {
    /** Files of public repositories that state the address; 10 for ten or more. */
    readonly files: number;
    readonly on: string;
    readonly certainty: 'high' | 'medium' | 'low';
    readonly note?: string;
  };
}

/** Public feeds by field and language, disabled until an admin enables one. */
export const STARTER_FEEDS: readonly StarterFeed[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'starter-feeds.json'), 'utf8'),
);

/** What a team needs of feeds: how many holdings each subject counts for, by certification. */
export interface StarterDemand {
  readonly code: string;
  readonly holdings: number;
  /** The subjects that count, the main one first. */
  readonly subjects: readonly string[];
}

/** A feed that fits certifications of the team. */
export interface FittingStarter {
  readonly feed: StarterFeed;
  /** The codes of the certifications, those with the most holdings first. */
  readonly codes: readonly string[];
}

/** What to choose feeds from, and how many. */
interface StarterChoice {
  /** The share of the team, from 0 to 1, that reads a language; others are left out. */
  readonly languages: ReadonlyMap<string, number>;
  /** The addresses that are sources already. */
  readonly known: ReadonlySet<string>;
  readonly max: number;
}

const CERTAINTY = { high: 1, medium: 0.7, low: 0.4 } as const;
/** Podcasts and webinars state their length, so that credits can be estimated. */
const HAS_LENGTH: readonly ActivityKind[] = ['podcast', 'webinar'];
const WITHOUT_LENGTH = 0.6;
/** How well a feed fits whose main subject is the main one of a certification, is another of its subjects, or isn't. */
const MAIN = 1;
const INSIDE = 0.6;
const PARTLY = 0.2;
/** How much a certification that a chosen feed fits already counts for further ones. */
const SERVED = 0.02;

/**
 * Returns the feeds that fit the certifications of a team best: each next one is the best for the certifications that those before it serve
 * least.
 */
export function fittingStarters(
  demands: readonly StarterDemand[],
  { languages, known, max }: StarterChoice,
): readonly FittingStarter[] {
  const open = STARTER_FEEDS.filter(({ address, language }) => languages.has(language) && !known.has(address));
  const served = new Map<string, number>();
  const chosen: FittingStarter[] = [];
  while (chosen.length < max) {
    const [best] = open
      .filter((feed) => !chosen.some((one) => one.feed === feed))
      .map((feed) => {
        const { codes, score } = rateStarter(feed, demands, served);
        return { feed, codes, score: score * (languages.get(feed.language) ?? 0) };
      })
      .filter(({ codes }) => codes.length > 0)
      .sort((one, other) => other.score - one.score);
    if (best === undefined) break;
    const { feed, codes } = best;
    for (const code of codes) served.set(code, (served.get(code) ?? 0) + 1);
    chosen.push({ feed, codes });
  }
  return chosen;
}

function rateStarter(
  { subjects, kind, seen }: StarterFeed,
  demands: readonly StarterDemand[],
  served: ReadonlyMap<string, number>,
): { readonly score: number; readonly codes: readonly string[] } {
  const [main = ''] = subjects;
  const rated = demands.map((demand) => {
    const fit = fitOf(main, subjects, demand.subjects);
    const before = served.get(demand.code) ?? 0;
    return { ...demand, fit, score: fit * demand.holdings * (before === 0 ? 1 : SERVED / before) };
  });
  const sum = rated.reduce((total, { score }) => total + score, 0);
  const codes = rated
    .filter(({ fit }) => fit >= INSIDE)
    .sort((one, other) => other.score - one.score)
    .map(({ code }) => code);
  return { score: sum * CERTAINTY[seen.certainty] * (HAS_LENGTH.includes(kind) ? 1 : WITHOUT_LENGTH), codes };
}

function fitOf(main: string, subjects: readonly string[], wanted: readonly string[]): number {
  if (wanted[0] === main) return MAIN;
  if (wanted.includes(main)) return INSIDE;
  return subjects.some((subject) => wanted.includes(subject)) ? PARTLY : 0;
}
