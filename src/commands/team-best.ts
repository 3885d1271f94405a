import { dayIn } from '../domain/calendar.ts';
import type { Found } from '../opportunities/found.ts';
import type { IndexOfOffers } from '../opportunities/index-of-offers.ts';
import { readQuery } from '../opportunities/query.ts';
import type { CreditHolding } from './member-holding.ts';
import { mostHelpful, type Viewpoint } from './offered.ts';

/** What begins later is left to later. */
const AHEAD_DAYS = 60;
const DAY_MS = 86_400_000;

/** What somebody has time for, can understand, and begins soon enough. */
export function fittingOffers(
  index: IndexOfOffers,
  {
    minutes,
    text = '',
    locale,
  }: { readonly minutes: number; readonly text?: string; readonly locale: string | null | undefined },
  { view, now }: { readonly view: Viewpoint; readonly now: Date },
): readonly Found[] {
  const { zone, today } = view;
  const until = dayIn(zone, new Date(now.getTime() + AHEAD_DAYS * DAY_MS));
  const { mostMinutes = minutes, ...query } = readQuery(text, { today });
  const filter = { ...query, words: '', mostMinutes: Math.min(minutes, mostMinutes), until: query.until ?? until };
  const speaks = (locale ?? 'en').slice(0, 2).toLowerCase();
  return [...index.passing(filter, { zone, now })].filter(
    ({ language }) => language === '' || ['en', speaks].includes(language.slice(0, 2).toLowerCase()),
  );
}

/** An opportunity with how many people of a team it would help, and how many of their open requirements it serves. */
export interface TeamBest {
  readonly offer: Found;
  readonly people: number;
  readonly gaps: number;
}

/** What helps most people, the most helpful first; `held` is what each of them holds. */
export function bestForTeam(
  offers: readonly Found[],
  held: readonly (readonly CreditHolding[])[],
  view: Viewpoint,
): readonly TeamBest[] {
  const totals = new Map<string, { offer: Found; people: number; gaps: number; score: number }>();
  for (const holdings of held)
    for (const { offer, gains, score } of mostHelpful(offers, holdings, view)) {
      const total = totals.get(offer.id) ?? { offer, people: 0, gaps: 0, score: 0 };
      total.people += 1;
      total.gaps += gains.length;
      total.score += score;
      totals.set(offer.id, total);
    }
  return [...totals.values()].sort((a, b) => b.score - a.score || (a.offer.id < b.offer.id ? -1 : 1));
}
