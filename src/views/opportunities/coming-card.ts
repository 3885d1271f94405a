import type { Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Words } from '../../strings/index.ts';

interface ShownComing {
  readonly id: string;
  readonly title: string;
  readonly startsOn: Day;
  readonly hasLength: boolean;
}

/** Offers to plan an opportunity that the member can't have attended yet. */
export function comingCard({ id, title, startsOn, hasLength }: ShownComing, words: Words): Card {
  const phrases = words.opportunity;
  const card = { title, blocks: [{ kind: 'text', text: phrases.coming(startsOn, hasLength) } as const] };
  if (!hasLength) return card;
  const plan = { label: phrases.planIt, command: 'plan', args: { offer: id }, style: 'primary' } as const;
  return { ...card, actions: [plan] };
}
