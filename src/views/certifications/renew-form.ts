import type { Card } from '../../chat/card.ts';
import type { Answers, Form } from '../../chat/form.ts';
import type { DateRange } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Words } from '../../strings/index.ts';

/** The next cycle, to be corrected, with what happens when it opens. */
export function renewForm(of: {
  readonly words: Words;
  readonly certification: Certification;
  readonly notes: readonly string[];
  readonly answers: Answers;
}): Form {
  const { words, certification, notes, answers } = of;
  return {
    command: 'renew',
    title: words.renew.title,
    submit: words.renew.submit,
    state: certification.code,
    parts: [
      ...notes.map((text) => ({ kind: 'text', text }) as const),
      { kind: 'date', name: 'cycleStart', label: words.add.cycleStart },
      { kind: 'date', name: 'cycleEnd', label: words.add.cycleEnd },
    ],
    answers,
  };
}

/** The confirmation of a renewal, with an undo button. */
export function renewedCard(of: {
  readonly words: Words;
  readonly certification: Certification;
  readonly cycle: DateRange;
  readonly notes: readonly string[];
  /** The act that renewed it. */
  readonly act: string;
}): Card {
  const { words, certification, cycle, notes, act } = of;
  return {
    title: words.renew.renewed(certification.short),
    blocks: [
      { kind: 'facts', facts: [{ label: words.add.cycle, value: words.renew.cycle(cycle.start, cycle.end) }] },
      ...notes.map((text) => ({ kind: 'note', text }) as const),
    ],
    actions: [
      { label: words.log.pace, command: 'pace', args: { text: certification.code } },
      { label: words.log.undo, command: 'undo', args: { act } },
    ],
  };
}
