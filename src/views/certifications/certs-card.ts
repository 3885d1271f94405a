import type { Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { statedCredits } from '../../domain/opening-balance-credits.ts';
import type { Pace } from '../../domain/pace.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { retiredText } from '../change-words.ts';
import { deadlineLine, lifecycleText } from '../deadline-words.ts';
import { headlineOf, type PaceStanding, undatedRenewalTexts } from '../pace-words.ts';
import { answerCard } from '../text-card.ts';

/** So many certifications are named in the first line. */
const MAX_NAMED = 4;

/** A certification with its certificate number, for the list. */
export interface Listed extends PaceStanding {
  readonly number: string;
  /** The certification whose total includes this one. */
  readonly carriedBy?: Certification | undefined;
}

/** A member's certifications: cycle, number, and the headline of each. */
export function certsCard(all: readonly Listed[], words: Words, today: Day): Card {
  const add = { label: words.certs.add, command: 'add', args: {}, opensForm: true, style: 'primary' } as const;
  if (all.length === 0) {
    return answerCard(words.certs.none, words.certs.title, { actions: [add] });
  }
  const pace = { label: words.log.pace, command: 'pace', args: {} };
  const named =
    all.length > MAX_NAMED ? String(all.length) : words.list(all.map(({ certification }) => certification.short));
  return {
    title: `${words.certs.title}: ${named}`,
    blocks: all.map((one) => itemOf(one, words, today)),
    actions: [add, pace],
  };
}

function itemOf({ certification, standing, number, carriedBy }: Listed, words: Words, today: Day): Block {
  const facts = [
    ...(number === '' ? [] : [words.certs.number(number)]),
    ...datesOf(standing, words),
    carriedBy === undefined ? headlineOf(standing, words, today) : words.certs.carriedBy(carriedBy.short),
    ...statedFacts(standing, words),
    ...undatedRenewalTexts(standing, words),
    ...lifecycleFacts({ certification, standing }, today, words),
    ...[retiredText(certification, today, words)].filter((text) => text !== undefined),
  ];
  return {
    kind: 'item',
    title: [{ bold: certification.short }, ` · ${certification.name}`],
    detail: facts.join(' · '),
    action: { label: words.certs.detail, command: 'pace', args: { text: certification.code } },
  };
}

/** How much of it is stated, not itemised. */
function statedFacts(standing: Standing, words: Words): readonly string[] {
  if (standing.kind !== 'credits' || standing.renewedBy !== undefined) return [];
  const { counted } = statedCredits(standing.counted);
  return counted === 0 ? [] : [words.opening.stated(words.credits(counted, standing.renewal.unit))];
}

function lifecycleFacts({ certification, standing }: PaceStanding, today: Day, words: Words): readonly string[] {
  if (standing.kind === 'never-expires') return [];
  const { cycle, renewedBy } = standing;
  const lifecycle = lifecycleText({ certification, cycle }, today, words);
  const isExpiryNamed = standing.kind === 'exam' || renewedBy !== undefined;
  const requiresNothing = standing.kind === 'credits' && standing.paces.every(isAdvice);
  const deadlines = deadlineLine({ certification, cycle, renewedBy, isExpiryNamed, requiresNothing }, today, words);
  return [...(lifecycle === undefined ? [] : [lifecycle]), ...(deadlines === '' ? [] : [deadlines])];
}

function isAdvice({ requirement }: Pace): boolean {
  return requirement.severity === 'suggested';
}

function datesOf(standing: Standing, words: Words): readonly string[] {
  switch (standing.kind) {
    case 'credits':
      return [words.span(standing.cycle.start, standing.cycle.end)];
    case 'exam':
    case 'never-expires':
      return [];
  }
}
