import type { Card } from '../../chat/card.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Credits } from '../../domain/credit.ts';
import type { Words } from '../../strings/index.ts';
import {
  type EstimateRemarks,
  opportunityItem,
  type ShownOpportunity,
  type TeamHelp,
  teamHelpWords,
  withRemarks,
} from '../opportunity-item.ts';
import { categoryName } from '../requirement-words.ts';
import { answerCard } from '../text-card.ts';

/** The credits that an opportunity adds for one certification. */
interface AddedCredits extends EstimateRemarks {
  readonly certification: Certification;
  readonly category: string;
  readonly credits: Credits;
}

interface HelpfulOpportunity extends ShownOpportunity {
  readonly adds: readonly AddedCredits[];
  readonly serves: number;
  readonly closes: number;
  readonly gained: number;
}

/** What is recommended for some free time, and where nothing helps, what the reason may be. */
interface Recommendations {
  readonly time: string;
  readonly helping: readonly HelpfulOpportunity[];
  /** The short names of the certifications whose requirements are all met; empty if any is open. */
  readonly met: readonly string[];
  /** The short names of those that are renewed by an exam. */
  readonly exams: readonly string[];
}

/** The opportunities that help most, with the calculation. */
export function nextCard({ time, helping, met, exams }: Recommendations, words: Words): Card {
  const phrases = words.opportunity;
  if (helping.length === 0) {
    const nothing = met.length === 0 ? phrases.nextNone(time) : phrases.nextMet(words.list(met));
    const texts = [nothing, ...(exams.length === 0 ? [] : [phrases.nextExams(words.list(exams), exams.length)])];
    const [first = '', ...others] = texts;
    return answerCard(first, phrases.next(time), {
      blocks: others.map((text) => ({ kind: 'text', text })),
      ...(met.length === 0 ? {} : { actions: [{ label: words.opportunity.search, command: 'search', args: {} }] }),
    });
  }
  const items = helping.map((one) => {
    const serves = phrases.serves(one.serves, one.closes, one.gained);
    return opportunityItem(one, `${addedList(one.adds, words)}: ${serves}`, words);
  });
  const isUndecided = helping.some(({ adds }) => adds.some((added) => added.isUndecided));
  const note = { kind: 'note', text: words.claim.undecidedNote } as const;
  return { title: withBest(phrases.next(time), helping), blocks: isUndecided ? [...items, note] : items };
}

/** What an opportunity adds, for each certification; remarks that hold for all stand once. */
function addedList(adds: readonly AddedCredits[], words: Words): string {
  const [first, ...others] = adds;
  const remarks = adds.map((added) => withRemarks('', added, words));
  const isOnce = first !== undefined && others.length > 0 && new Set(remarks).size === 1;
  const list = adds.map((added) => addedWords(added, words));
  return isOnce ? withRemarks(list.join(', '), first, words) : list.map((one, at) => `${one}${remarks[at]}`).join(', ');
}

function addedWords({ certification, category, credits }: AddedCredits, words: Words): string {
  return words.opportunity.adds(certification.short, credits, categoryOf(certification, category, words));
}

/** The opportunities that help most members of a team, with counts. */
export function teamNextCard(time: string, helping: readonly (ShownOpportunity & TeamHelp)[], words: Words): Card {
  const phrases = words.opportunity;
  if (helping.length === 0) return answerCard(phrases.nextNone(time), phrases.next(time));
  const items = helping.map((one) => opportunityItem(one, teamHelpWords(one, words), words));
  return { title: withBest(phrases.nextTeam(time), helping), blocks: items };
}

/** The title with the best of what was found. */
function withBest(title: string, [best]: readonly ShownOpportunity[]): string {
  return best === undefined ? title : `${title}: ${best.title}`;
}

function categoryOf({ renewal }: Certification, category: string, words: Words): string {
  return renewal.kind === 'credits' ? (categoryName(category, renewal, words) ?? '') : '';
}
