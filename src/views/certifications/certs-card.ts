import type { Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { deadlineLine, lifecycleText } from '../deadline-words.ts';
import { headlineOf, type PaceStanding } from '../pace-words.ts';

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
    return { title: words.certs.title, blocks: [{ kind: 'text', text: words.certs.none }], actions: [add] };
  }
  const pace = { label: words.log.pace, command: 'pace', args: {} };
  return { title: words.certs.title, blocks: all.map((one) => itemOf(one, words, today)), actions: [add, pace] };
}

function itemOf({ certification, standing, number, carriedBy }: Listed, words: Words, today: Day): Block {
  const facts = [
    ...(number === '' ? [] : [words.certs.number(number)]),
    ...datesOf(standing, words),
    carriedBy === undefined ? headlineOf(standing, words, today) : words.certs.carriedBy(carriedBy.short),
    ...lifecycleFacts({ certification, standing }, today, words),
  ];
  return {
    kind: 'item',
    title: [{ bold: certification.short }, ` · ${certification.name}`],
    detail: facts.join(' · '),
    action: { label: words.certs.detail, command: 'pace', args: { text: certification.code } },
  };
}

function lifecycleFacts({ certification, standing }: PaceStanding, today: Day, words: Words): readonly string[] {
  if (standing.kind === 'never-expires') return [];
  const { cycle } = standing;
  const lifecycle = lifecycleText({ certification, cycle }, today, words);
  const deadlines = deadlineLine({ certification, cycle }, today, words);
  return [...(lifecycle === undefined ? [] : [lifecycle]), ...(deadlines === '' ? [] : [deadlines])];
}

function datesOf(standing: Standing, words: Words): readonly string[] {
  switch (standing.kind) {
    case 'credits':
      return [words.span(standing.cycle.start, standing.cycle.end)];
    case 'exam':
      return [`${words.add.expires} ${words.date(standing.expiry)}`];
    case 'never-expires':
      return [];
  }
}
