import type { Action, Card } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Day } from '../domain/calendar.ts';
import type { EvidenceFact } from '../domain/evidence.ts';
import type { Words } from '../strings/index.ts';

interface Asked {
  readonly activityId: string;
  readonly title: string;
  readonly provider: string;
  readonly starts: Day;
  readonly ends: Day;
  readonly minutes?: number | null | undefined;
}

/** A message to the organiser, and a way to ask somebody who can vouch for it. */
export function askCard(record: Asked, facts: readonly EvidenceFact[], words: Words): Card {
  const say = words.proof;
  const when = words.span(record.starts, record.ends);
  const wanted = words.list(facts.map((fact) => words.rules.evidenceFacts[fact]));
  const args = { record: record.activityId };
  return {
    title: say.askTitle,
    blocks: [
      { kind: 'text', text: say.askIntro },
      { kind: 'text', text: say.message(record.title, when, wanted) },
    ],
    actions: [
      { label: say.askManager, command: 'attest', args, opensForm: true },
      { label: words.record.attach, command: 'attach', args, opensForm: true },
    ],
  };
}

/** Who is to vouch for a record. */
export function attestForm(
  title: string,
  people: readonly { readonly personId: string; readonly name: string }[],
  state: string,
  words: Words,
): Form {
  const say = words.proof;
  const options = people.slice(0, 100).map(({ personId: value, name: label }) => ({ value, label }));
  return {
    command: 'attest',
    title: say.attestTitle,
    submit: say.attestSubmit,
    state,
    parts: [
      { kind: 'text', text: [{ bold: title }] },
      { kind: 'choice', name: 'who', label: say.attestWho, hint: say.attestWhoHint, options },
    ],
  };
}

/** Asks somebody whether another one took part in something. */
export function attestRequestCard(record: Asked, name: string, requestId: string, words: Words): Card {
  const say = words.proof;
  const { title, provider, starts, ends, minutes } = record;
  const facts = [
    { label: say.attendance.activity, value: title },
    ...(provider === '' ? [] : [{ label: say.attendance.sponsor, value: provider }]),
    { label: say.attendance.date, value: words.span(starts, ends) },
    ...(minutes == null ? [] : [{ label: say.attendance.hours, value: words.minutes(minutes) }]),
  ];
  return {
    title: say.askedTitle,
    blocks: [
      { kind: 'text', text: say.asks(name) },
      { kind: 'facts', facts },
    ],
    actions: [
      { label: say.confirm, command: 'attest', args: { request: requestId, answer: 'yes' }, style: 'primary' },
      { label: say.decline, command: 'attest', args: { request: requestId, answer: 'no' } },
    ],
  };
}

/** One sentence. */
export function lineCard(title: string, text: string): Card {
  return { title, blocks: [{ kind: 'text', text }] };
}

/** A line with buttons below it. */
export function cardWithActions(title: string, text: string, actions: readonly Action[]): Card {
  return { ...lineCard(title, text), actions };
}
