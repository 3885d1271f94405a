import type { Action, Block } from '../chat/card.ts';
import type { SearchResultItem } from '../chat/search-request.ts';
import type { Text } from '../chat/text.ts';
import type { OpportunityFacts } from '../domain/activity-facts.ts';
import { dayIn } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Estimate } from '../domain/estimate.ts';
import type { DomainFit } from '../domain/subject-fit.ts';
import type { Words } from '../strings/index.ts';

/** An opportunity as shown in a list. */
export interface ShownOpportunity {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly url: string;
  /** When it begins, in words of the reader's zone; empty for what can be taken at any time. */
  readonly when: string;
  readonly minutes?: number | undefined;
  readonly isFree?: boolean | undefined;
  readonly estimates: readonly (EstimateRemarks & {
    readonly certification: Certification;
    readonly category: string;
    readonly estimate: Estimate;
    readonly learned?: number;
  })[];
}

/** Returns when an opportunity begins in words: its day and hour, or its day alone; empty for what can be taken at any time. */
export function startText({ startsAt, isAllDay }: OpportunityStart, zone: string, words: Words): string {
  if (startsAt === undefined) return '';
  return isAllDay ? words.date(dayIn('UTC', startsAt)) : words.moment(startsAt, zone);
}

type OpportunityStart = Pick<OpportunityFacts, 'startsAt' | 'isAllDay'>;

/** What is said beside an estimate. */
export interface EstimateRemarks {
  /** The member has to select the category. */
  readonly isUndecided: boolean;
  /** Whether it counts, and why; absent if that isn't known. */
  readonly fit?: DomainFit;
}

/** Returns estimated credits with what is said beside them: `CMA +1 (category not decided; counts: tax)`. */
export function withRemarks(estimated: string, { isUndecided, fit }: EstimateRemarks, words: Words): string {
  const remarks = [
    ...(isUndecided ? [words.claim.undecided] : []),
    ...(fit === undefined ? [] : [fitWords(fit, words)]),
  ];
  return remarks.length === 0 ? estimated : `${estimated} (${remarks.join('; ')})`;
}

/** Returns a verdict with its reason: `counts: ransomware`. */
function fitWords({ verdict, subject, isStated = false }: DomainFit, words: Words): string {
  const phrases = words.opportunity;
  if (isStated) return phrases.countsAsStated;
  const reason = subject?.[words.language];
  switch (verdict) {
    case 'counts':
      return phrases.counts(reason);
    case 'if-it-fits':
      return phrases.countsIfItFits(reason);
    case 'does-not-count':
      return phrases.doesNotCount(reason);
  }
}

/** The people and requirements of a team that an opportunity helps. */
export interface TeamHelp {
  readonly people: number;
  readonly gaps: number;
  /** It counts for them only if it fits their work. */
  readonly isIfItFits: boolean;
}

/** Returns how many people and requirements of a team an opportunity helps. */
export function teamHelpWords({ people, gaps, isIfItFits }: TeamHelp, words: Words): string {
  return withRemarks(
    words.opportunity.servesTeam(people, gaps),
    { isUndecided: false, ...(isIfItFits && { fit: { verdict: 'if-it-fits' } as const }) },
    words,
  );
}

/** Returns a list item for an opportunity with an additional last detail. */
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

/** The card of a shared opportunity, without details of the member who shares it. */
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
  return { title, detail, card: { title: phrases.opportunity, blocks, language: words.language } };
}
