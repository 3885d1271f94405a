import type { Action, Block, Card } from '../chat/card.ts';
import type { FoundItem } from '../chat/interaction.ts';
import type { Text } from '../chat/text.ts';
import type { Certification } from '../domain/certification.ts';
import type { Estimate } from '../domain/estimate.ts';
import { versionsOf } from '../domain/sourced.ts';
import type { Words } from '../strings/index.ts';
import { paged } from './pages.ts';

/** An opportunity as it is shown. */
export interface ShownOffer {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly url: string;
  /** When it begins, in words of the reader's zone; empty for what can be taken at any time. */
  readonly when: string;
  readonly minutes?: number | undefined;
  readonly isFree?: boolean | undefined;
  readonly worths: readonly {
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
  readonly offers: readonly ShownOffer[];
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
  const say = words.offer;
  const { asked, offers, from, count, size, meant, isEmpty } = search;
  if (offers.length === 0) {
    const text = isEmpty ? say.none : say.nothing(asked);
    const again: readonly Action[] =
      meant === undefined ? [] : [{ label: meant, command: 'search', args: { text: meant } }];
    const blocks: readonly Block[] = [
      { kind: 'text', text },
      ...(meant === undefined ? [] : [{ kind: 'text', text: say.meant(meant) } as const]),
      ...(isEmpty ? [] : [{ kind: 'note', text: say.hint } as const]),
    ];
    return { title: say.search, blocks, ...(again.length === 0 ? {} : { actions: again }) };
  }
  const list = { command: 'search', asked, from, shown: offers.length, count, size, found: say.offers };
  const { where, actions } = paged(list, { before: words.record.newer, after: words.record.older }, words);
  return {
    title: say.search,
    blocks: [
      { kind: 'text', text: say.found(search.words) },
      ...offers.map((offer) => offerItem(offer, worthLine(offer, words), words)),
      { kind: 'note', text: [`${where}. ${say.hint}`, ...reasonOf(offers, words)].join(' ') },
    ],
    ...(actions.length === 0 ? {} : { actions }),
  };
}

/** An opportunity, with what is said of it last. */
export function offerItem(offer: ShownOffer, line: string, words: Words): Block {
  const say = words.offer;
  const { id, title, provider, url, when, minutes, isFree } = offer;
  const detail = [
    ...(provider === '' ? [] : [provider]),
    when === '' ? say.anyTime : when,
    minutes === undefined ? say.minutesUnknown : words.minutes(minutes),
    ...(isFree === true ? [say.free] : []),
    ...(line === '' ? [] : [line]),
  ].join(' · ');
  const attended: Action = { label: say.attended, command: 'log', args: { offer: id }, opensForm: true };
  const plan: Action = { label: say.planIt, command: 'plan', args: { offer: id } };
  return {
    kind: 'item',
    title: url.startsWith('https://') ? [{ link: title, url }] : [{ bold: title }],
    detail,
    action: attended,
    ...(minutes === undefined ? {} : { also: plan }),
  };
}

/** An opportunity as it is shown to others: nothing of whoever shows it. */
export function offeredItem(offer: Omit<ShownOffer, 'worths'>, words: Words): FoundItem {
  const say = words.offer;
  const { title, provider, url, when, minutes, isFree } = offer;
  const facts = [
    ...(provider === '' ? [] : [{ label: words.record.provider, value: provider }]),
    { label: say.when, value: when === '' ? say.anyTime : when },
    ...(minutes === undefined ? [] : [{ label: say.length, value: words.minutes(minutes) }]),
    ...(isFree === true ? [{ label: say.cost, value: say.free }] : []),
  ];
  const heading: Text = url.startsWith('https://') ? [{ link: title, url }] : [{ bold: title }];
  const detail = facts.map(({ value }) => value).join(' · ');
  const blocks: readonly Block[] = [
    { kind: 'text', text: heading },
    { kind: 'facts', facts },
  ];
  return { title, detail, card: { title: say.opportunity, blocks } };
}

function worthLine({ worths }: ShownOffer, words: Words): string {
  return worths
    .slice(0, 4)
    .map(({ certification, learned, estimate: { low, likely, high } }) =>
      high === 0
        ? words.offer.noRoom(certification.short)
        : `${words.offer.worth(certification.short, low, likely, high, unitOf(certification))}${learned === undefined ? '' : ` ${words.offer.learned(learned)}`}`,
    )
    .join(', ');
}

/** Where the estimates come from, for the certifications that are estimated. */
function reasonOf(offers: readonly ShownOffer[], words: Words): readonly string[] {
  const certifications = new Map(
    offers.flatMap(({ worths }) => worths.map(({ certification }) => [certification.code, certification] as const)),
  );
  const each = [...certifications.values()].flatMap(({ short, renewal }) => {
    if (renewal.kind !== 'credits') return [];
    const latest = versionsOf(renewal.conversion.minutesPerCredit).at(-1);
    return latest === undefined ? [] : [words.offer.minutesEach(short, latest.value)];
  });
  return each.length === 0 ? [] : [words.offer.reason(words.list(each))];
}

function unitOf({ renewal }: Certification): Parameters<Words['credits']>[1] {
  if (renewal.kind !== 'credits') throw new Error('Only credits can be estimated.');
  return renewal.unit;
}
