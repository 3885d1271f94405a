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
    return {
      title: phrases.next(time),
      blocks: texts.map((text) => ({ kind: 'text', text })),
      ...(met.length === 0 ? {} : { actions: [{ label: words.opportunity.search, command: 'search', args: {} }] }),
    };
  }
  const items = helping.map((one) => {
    const adds = one.adds.map((added) => addedWords(added, words));
    return opportunityItem(one, `${adds.join(', ')}: ${phrases.serves(one.serves, one.closes, one.gained)}`, words);
  });
  const isUndecided = helping.some(({ adds }) => adds.some((added) => added.isUndecided));
  const note = { kind: 'note', text: words.claim.undecidedNote } as const;
  return { title: phrases.next(time), blocks: isUndecided ? [...items, note] : items };
}

function addedWords({ certification, category, credits, ...remarks }: AddedCredits, words: Words): string {
  const added = words.opportunity.adds(certification.short, credits, categoryOf(certification, category, words));
  return withRemarks(added, remarks, words);
}

/** The opportunities that help most members of a team, with counts. */
export function teamNextCard(time: string, helping: readonly (ShownOpportunity & TeamHelp)[], words: Words): Card {
  const phrases = words.opportunity;
  if (helping.length === 0)
    return { title: phrases.next(time), blocks: [{ kind: 'text', text: phrases.nextNone(time) }] };
  const items = helping.map((one) => opportunityItem(one, teamHelpWords(one, words), words));
  return { title: phrases.nextTeam(time), blocks: items };
}

function categoryOf({ renewal }: Certification, category: string, words: Words): string {
  return renewal.kind === 'credits' ? (categoryName(category, renewal, words) ?? '') : '';
}
