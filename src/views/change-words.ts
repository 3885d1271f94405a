import type { Action, Fact } from '../chat/card.ts';
import { type Day, yearOf } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import type { Unchecked } from '../domain/credit-rules.ts';
import type { Words } from '../strings/index.ts';
import { sourcedFact } from './source-words.ts';

/**
 * Returns what is to come: the change that the body has announced, else the announced end of the certification, else a rule that will hold
 * later, else that none was known when the rules were last reviewed.
 */
export function nextChangeFact(certification: Certification, today: Day, words: Words): Fact {
  const { nextChange, renewal, reviewed } = certification;
  const label = words.rules.nextChange;
  const none = words.rules.noChange(reviewed);
  if (nextChange?.value === 'none') return sourcedFact({ label, text: none }, nextChange, { certification, words });
  const announced = announcedFact(certification, words) ?? endFact(certification, today, words);
  if (announced !== undefined) return announced;
  const later = renewal.kind === 'credits' ? renewal.unchecked.find(({ from }) => from !== undefined) : undefined;
  return later === undefined ? { label, value: none } : uncheckedFact(later, certification, words);
}

/** Returns the change that the body has announced; undefined if it has announced none. */
export function announcedFact(certification: Certification, words: Words): Fact | undefined {
  const { nextChange } = certification;
  if (nextChange === undefined || nextChange.value === 'none') return undefined;
  const { what, from } = nextChange.value;
  const text = words.rules.change(withoutStop(words.catalogueText(what)), from);
  return sourcedFact({ label: words.rules.nextChange, text }, nextChange, { certification, words });
}

/** Returns whether a certification is still offered, and its last day is the next known change. */
export function isEndNext({ retired, nextChange }: Certification, today: Day): boolean {
  return nextChange === undefined && retired?.value.on !== undefined && retired.value.on > today;
}

function endFact(certification: Certification, today: Day, words: Words): Fact | undefined {
  const { retired } = certification;
  const text = retiredText(certification, today, words);
  if (retired === undefined || text === undefined || !isEndNext(certification, today)) return undefined;
  return sourcedFact({ label: words.rules.nextChange, text: withoutStop(text) }, retired, { certification, words });
}

function uncheckedFact(unchecked: Unchecked, certification: Certification, words: Words): Fact {
  const { rule, from, certainty = 'M', sources = [], note } = unchecked;
  const source = { certainty, sources, ...(note === undefined ? {} : { note }) };
  const text = words.rules.change(withoutStop(words.catalogueText(rule)), from);
  return sourcedFact({ label: words.rules.nextChange, text }, source, { certification, words });
}

/** Returns a whole sentence as a part of a longer one. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/u, '');
}

/** Returns the action that evaluates the announced amounts, if the body has named any. */
export function tryChangeAction({ nextChange, code }: Certification, today: Day, words: Words): Action | undefined {
  const change = nextChange?.value;
  if (change === undefined || change === 'none' || change.amounts === undefined) return undefined;
  const year = change.from === undefined ? yearOf(today) + 1 : yearOf(change.from);
  return { label: words.rules.tryChange, command: 'whatif', args: { rules: String(year), text: code } };
}

/** Returns since when a certification is no longer offered, until when it can be renewed, and what replaces it; undefined if it is offered. */
export function retiredText({ retired }: Pick<Certification, 'retired'>, today: Day, words: Words): string | undefined {
  if (retired === undefined) return undefined;
  const { on, renewableUntil: until, replacedBy, successors = replacedBy } = retired.value;
  const phrases = words.rules;
  return [
    phrases.discontinued(on, on !== undefined && on <= today),
    ...(until === undefined ? [] : [phrases.renewableUntil(until, until < today)]),
    ...(successors === undefined ? [] : [phrases.replacedBy(words.list(successors))]),
  ].join(' ');
}
