import type { Action, Block, Card } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import { versionsOf } from '../../domain/sourced-value.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../list-pages.ts';
import { opportunityItem, type ShownOpportunity, withRemarks } from '../opportunity-item.ts';
import { answerCard } from '../text-card.ts';
import { filterChips, type ShownFilters } from './filter-chips.ts';

interface Search extends ShownFilters {
  readonly requested: string;
  /** The query without its filters. */
  readonly words: string;
  readonly opportunities: readonly ShownOpportunity[];
  /** What is nearest, if nothing fits. */
  readonly nearest: readonly ShownOpportunity[];
  readonly from: number;
  readonly count: number;
  readonly size: number;
  /** A word that may have been meant. */
  readonly meant?: string | undefined;
  /** A name behind “for” that isn’t one certification’s, with those of the member that it may mean. */
  readonly which?: { readonly typed: string; readonly candidates: readonly Certification[] } | undefined;
  /** Whether there are no opportunities at all. */
  readonly isEmpty: boolean;
  /** The short name of the certification whose credits are estimated, because no provider states them. */
  readonly estimatedFor?: string | undefined;
  /** The search is being prepared, so only some of the opportunities were searched. */
  readonly isPartial: boolean;
}

/** A page of what was found. */
export function searchCard(search: Search, words: Words): Card {
  const found = foundCard(search, words);
  const preparing: Block = { kind: 'note', text: words.opportunity.preparing };
  const card = search.isPartial ? { ...found, blocks: [preparing, ...found.blocks] } : found;
  const { requested, which } = search;
  if (which === undefined || which.candidates.length === 0) return card;
  const { typed, candidates } = which;
  const note: Block = { kind: 'note', text: words.opportunity.forWhich(typed) };
  const choices = candidates.slice(0, MAX_CANDIDATES).map(
    ({ code, short }): Action => ({
      label: short,
      command: 'search',
      args: { text: requested.replace(typed, () => code) },
    }),
  );
  return { ...card, blocks: [...card.blocks, note], actions: [...(card.actions ?? []), ...choices] };
}

/** A person rarely has more with one name; the search box finds the rest by their whole names. */
const MAX_CANDIDATES = 5;

function foundCard(search: Search, words: Words): Card {
  const phrases = words.opportunity;
  const { requested, opportunities, from, count, size, meant: target, isEmpty } = search;
  if (opportunities.length === 0) {
    const { nearest } = search;
    const nothing = nearest.length === 0 ? phrases.nothing : phrases.nearest;
    const text = isEmpty ? phrases.none : nothing(requested);
    const chips = filterChips(search, words);
    const again: readonly Action[] = [
      ...(target === undefined ? [] : [{ label: target, command: 'search', args: { text: target } }]),
      ...(isEmpty ? [] : chips),
    ];
    const blocks: readonly Block[] = [
      ...ignoredNote(search, words),
      ...nearest.map((one) => opportunityItem(one, worthLine(one, words), words)),
      ...(target === undefined ? [] : [{ kind: 'text', text: phrases.meant(target) } as const]),
      ...(search.withoutFilter.length === 0 ? [] : [{ kind: 'text', text: words.filter.nothingLeft } as const]),
      ...(isEmpty ? [] : [{ kind: 'note', text: phrases.hint } as const]),
    ];
    return answerCard(text, phrases.search, { blocks, ...(again.length === 0 ? {} : { actions: again }) });
  }
  const list = {
    command: 'search',
    requested: requested,
    from,
    shown: opportunities.length,
    count,
    size,
    found: phrases.opportunities,
  };
  const { where, actions: pages } = paged(
    list,
    { before: words.record.previousPage, after: words.record.nextPage },
    words,
  );
  const chips = filterChips(search, words);
  const actions = [...chips, ...pages];
  return {
    title: `${phrases.found(search.words)}: ${count}`,
    blocks: [
      ...ignoredNote(search, words),
      ...(chips.length === 0 ? [] : [{ kind: 'note', text: words.filter.note } as const]),
      ...(search.estimatedFor === undefined
        ? []
        : [{ kind: 'note', text: words.filter.estimated(search.estimatedFor) } as const]),
      ...opportunities.map((opportunity) => opportunityItem(opportunity, worthLine(opportunity, words), words)),
      { kind: 'note', text: [`${where}. ${phrases.hint}`, ...reasonOf(opportunities, words)].join(' ') },
    ],
    ...(actions.length === 0 ? {} : { actions }),
  };
}

function ignoredNote({ ignored }: Search, words: Words): readonly Block[] {
  if (ignored.length === 0) return [];
  return [{ kind: 'note', text: words.filter.ignored(words.list(ignored.map((typed) => `“${typed}”`))) }];
}

function worthLine({ estimates }: ShownOpportunity, words: Words): string {
  return estimates
    .slice(0, 4)
    .map((estimated) =>
      // What a limit cuts needs no more words.
      isCut(estimated) ? worthOf(estimated, words) : withRemarks(worthOf(estimated, words), estimated, words),
    )
    .join(', ');
}

function isCut({ fit, estimate }: ShownOpportunity['estimates'][number]): boolean {
  return fit?.verdict !== 'does-not-count' && estimate.high === 0;
}

function worthOf(
  { certification, learned, fit, estimate: { low, likely, high } }: ShownOpportunity['estimates'][number],
  words: Words,
): string {
  const phrases = words.opportunity;
  if (fit?.verdict === 'does-not-count') return certification.short;
  if (high === 0) return phrases.noRoom(certification.short);
  const worth = phrases.worth(certification.short, low, likely, high, unitOf(certification));
  return learned === undefined ? worth : `${worth} ${phrases.learned(learned)}`;
}

/** Where the estimates come from, for the certifications that are estimated. */
function reasonOf(opportunities: readonly ShownOpportunity[], words: Words): readonly string[] {
  const certifications = new Map(
    opportunities.flatMap(({ estimates }) =>
      estimates.map(({ certification }) => [certification.code, certification] as const),
    ),
  );
  const each = [...certifications.values()].flatMap(({ short, renewal }) => {
    if (renewal.kind !== 'credits') return [];
    const latest = versionsOf(renewal.conversion.minutesPerCredit).at(-1);
    return latest === undefined ? [] : [words.opportunity.minutesEach(short, latest.value)];
  });
  const isUndecided = opportunities.some(({ estimates }) => estimates.some((one) => one.isUndecided));
  return [
    ...(each.length === 0 ? [] : [words.opportunity.reason(words.list(each))]),
    ...(isUndecided ? [words.claim.undecidedNote] : []),
  ];
}

function unitOf({ renewal }: Certification): Parameters<Words['credits']>[1] {
  if (renewal.kind !== 'credits') throw new Error('Only credits can be estimated.');
  return renewal.unit;
}
