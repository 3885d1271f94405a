import type { Action, Block, Card } from '../../chat/card.ts';
import type { SearchResultItem } from '../../chat/interaction.ts';
import type { Text } from '../../chat/text.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Estimate } from '../../domain/estimate.ts';
import { versionsOf } from '../../domain/sourced.ts';
import type { Words } from '../../strings/index.ts';
import { paged } from '../pages.ts';

/** An opportunity as it is shown. */
export interface ShownOpportunity {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly url: string;
  /** When it begins, in words of the reader's zone; empty for what can be taken at any time. */
  readonly when: string;
  readonly minutes?: number | undefined;
  readonly isFree?: boolean | undefined;
  readonly estimates: readonly {
    readonly certification: Certification;
    readonly category: string;
    readonly estimate: Estimate;
    readonly learned?: number;
  }[];
}

interface Search {
  readonly asked: string;
  /** What was looked for, without its filters. */
  readonly words: string;
  readonly opportunities: readonly ShownOpportunity[];
  readonly from: number;
  readonly count: number;
  readonly size: number;
  /** A word that may have been meant. */
  readonly meant?: string | undefined;
  /** Whether anything is offered at all. */
  readonly isEmpty: boolean;
}

/** A page of what was found. */
export function searchCard(search: Search, words: Words): Card {
  const phrases = words.opportunity;
  const { asked: requested, opportunities, from, count, size, meant: target, isEmpty } = search;
  if (opportunities.length === 0) {
    const text = isEmpty ? phrases.none : phrases.nothing(requested);
    const again: readonly Action[] =
      target === undefined ? [] : [{ label: target, command: 'search', args: { text: target } }];
    const blocks: readonly Block[] = [
      { kind: 'text', text },
      ...(target === undefined ? [] : [{ kind: 'text', text: phrases.meant(target) } as const]),
      ...(isEmpty ? [] : [{ kind: 'note', text: phrases.hint } as const]),
    ];
    return { title: phrases.search, blocks, ...(again.length === 0 ? {} : { actions: again }) };
  }
  const list = {
    command: 'search',
    asked: requested,
    from,
    shown: opportunities.length,
    count,
    size,
    found: phrases.opportunities,
  };
  const { where, actions } = paged(list, { before: words.record.newer, after: words.record.older }, words);
  return {
    title: phrases.search,
    blocks: [
      { kind: 'text', text: phrases.found(search.words) },
      ...opportunities.map((opportunity) => opportunityItem(opportunity, worthLine(opportunity, words), words)),
      { kind: 'note', text: [`${where}. ${phrases.hint}`, ...reasonOf(opportunities, words)].join(' ') },
    ],
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** An opportunity, with what is said of it last. */
export function opportunityItem(opportunity: ShownOpportunity, line: string, words: Words): Block {
  const phrases = words.opportunity;
  const { id, title, provider, url, when, minutes, isFree } = opportunity;
  const detail = [
    ...(provider === '' ? [] : [provider]),
    when === '' ? phrases.anyTime : when,
    minutes === undefined ? phrases.minutesUnknown : words.minutes(minutes),
    ...(isFree === true ? [phrases.free] : []),
    ...(line === '' ? [] : [line]),
  ].join(' · ');
  const attended: Action = { label: phrases.attended, command: 'log', args: { offer: id }, opensForm: true };
  const plan: Action = { label: phrases.planIt, command: 'plan', args: { offer: id } };
  return {
    kind: 'item',
    title: url.startsWith('https://') ? [{ link: title, url }] : [{ bold: title }],
    detail,
    action: attended,
    ...(minutes === undefined ? {} : { also: plan }),
  };
}

/** An opportunity as it is shown to others: nothing of whoever shows it. */
export function sharedOpportunityItem(
  opportunity: Omit<ShownOpportunity, 'estimates'>,
  words: Words,
): SearchResultItem {
  const phrases = words.opportunity;
  const { title, provider, url, when, minutes, isFree } = opportunity;
  const facts = [
    ...(provider === '' ? [] : [{ label: words.record.provider, value: provider }]),
    { label: phrases.when, value: when === '' ? phrases.anyTime : when },
    ...(minutes === undefined ? [] : [{ label: phrases.length, value: words.minutes(minutes) }]),
    ...(isFree === true ? [{ label: phrases.cost, value: phrases.free }] : []),
  ];
  const heading: Text = url.startsWith('https://') ? [{ link: title, url }] : [{ bold: title }];
  const detail = facts.map(({ value }) => value).join(' · ');
  const blocks: readonly Block[] = [
    { kind: 'text', text: heading },
    { kind: 'facts', facts },
  ];
  return { title, detail, card: { title: phrases.opportunity, blocks } };
}

function worthLine({ estimates }: ShownOpportunity, words: Words): string {
  return estimates
    .slice(0, 4)
    .map(({ certification, learned, estimate: { low, likely, high } }) =>
      high === 0
        ? words.opportunity.noRoom(certification.short)
        : `${words.opportunity.worth(certification.short, low, likely, high, unitOf(certification))}${learned === undefined ? '' : ` ${words.opportunity.learned(learned)}`}`,
    )
    .join(', ');
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
  return each.length === 0 ? [] : [words.opportunity.reason(words.list(each))];
}

function unitOf({ renewal }: Certification): Parameters<Words['credits']>[1] {
  if (renewal.kind !== 'credits') throw new Error('Only credits can be estimated.');
  return renewal.unit;
}
