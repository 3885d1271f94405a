import type { Action, Block, Card } from '../../chat/card.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Credits } from '../../domain/credit.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Words } from '../../strings/index.ts';
import { headlineOf } from '../pace-words.ts';

/** What removing a certification changes beside it. */
export interface RemovalEffect {
  readonly certification: Certification;
  /** The renewals of other certifications that rest on it. */
  readonly takenBack: readonly {
    readonly holding: { readonly certification: Certification };
    readonly end: Day;
    readonly without: Standing;
  }[];
  /** Credits stated as earned before recert, which are deleted with it. */
  readonly stated: Credits;
}

/** What removing a certification takes back, with a button to do it. */
export function confirmRemovalCard(effect: RemovalEffect, today: Day, words: Words): Card {
  const phrases = words.relation;
  const { certification, takenBack, stated } = effect;
  const shorts = takenBack.map(({ holding }) => holding.certification.short);
  const lost = certification.renewal.kind === 'credits' && stated > 0 ? [certification.renewal.unit] : [];
  const args = { text: certification.code };
  return {
    title: phrases.removing(certification.short, shorts),
    blocks: [
      ...takenBackBlocks(effect, today, words),
      ...lost.map((unit) => ({ kind: 'text', text: phrases.statedLost(words.credits(stated, unit)) }) as const),
    ],
    actions: [
      { label: phrases.confirm, command: 'remove', args: { ...args, confirm: 'yes' }, style: 'danger' },
      { label: phrases.keep, command: 'pace', args },
    ],
  };
}

/** The confirmation of a removal, with what it took back. */
export function removedCard(effect: RemovalEffect, today: Day, words: Words): Card {
  const { short, code } = effect.certification;
  const again: Action = { label: words.certs.add, command: 'add', args: { text: code }, opensForm: true };
  return {
    title: words.remove.removed(short),
    blocks: [...takenBackBlocks(effect, today, words), { kind: 'text', text: words.remove.text }],
    actions: [again],
  };
}

function takenBackBlocks({ takenBack }: RemovalEffect, today: Day, words: Words): readonly Block[] {
  return takenBack.map(({ holding, end, without }) => {
    const after = without.kind === 'never-expires' ? end : without.cycle.end;
    const { short } = holding.certification;
    const ends = after === end ? [] : [words.relation.endsInstead(after, end)];
    return { kind: 'text', text: `${short}: ${[...ends, headlineOf(without, words, today)].join(' · ')}` };
  });
}
