import type { Card } from '../../chat/card.ts';
import type { Form, Option } from '../../chat/form.ts';
import type { Day } from '../../domain/calendar.ts';
import type { EvidenceFact } from '../../domain/evidence.ts';
import type { Words } from '../../strings/index.ts';

interface ProofRequest {
  readonly activityId: string;
  readonly title: string;
  readonly provider: string;
  readonly starts: Day;
  readonly ends: Day;
  readonly minutes?: number | null | undefined;
}

/** A message to send to the organiser, with a button to ask a colleague for attestation. */
export function askCard(record: ProofRequest, facts: readonly EvidenceFact[], words: Words): Card {
  const phrases = words.proof;
  const when = words.span(record.starts, record.ends);
  const requiredFacts = words.list(facts.map((fact) => words.rules.evidenceFacts[fact]));
  const args = { record: record.activityId };
  return {
    title: phrases.askTitle,
    blocks: [
      { kind: 'text', text: phrases.askIntro },
      { kind: 'text', text: phrases.message(record.title, when, requiredFacts) },
    ],
    actions: [
      { label: phrases.askManager, command: 'attest', args, opensForm: true },
      { label: words.record.attach, command: 'attach', args, opensForm: true },
    ],
  };
}

interface AttestForm {
  readonly title: string;
  readonly people: readonly Option[];
  readonly state: string;
}

/** The form that selects who attests a record. */
export function attestForm({ title, people, state }: AttestForm, words: Words): Form {
  const phrases = words.proof;
  return {
    command: 'attest',
    title: phrases.attestTitle,
    submit: phrases.attestSubmit,
    state,
    parts: [
      { kind: 'text', text: [{ bold: title }] },
      { kind: 'people', name: 'who', label: phrases.attestWho, hint: phrases.attestWhoHint, max: 1, options: people },
    ],
  };
}

interface AttestationRequest {
  readonly requestId: string;
  /** The member who asks. */
  readonly name: string;
}

/** The card that asks a colleague to confirm that a member took part in an activity. */
export function attestRequestCard(record: ProofRequest, { requestId, name }: AttestationRequest, words: Words): Card {
  const phrases = words.proof;
  const { title, provider, starts, ends, minutes } = record;
  const facts = [
    { label: phrases.attendance.activity, value: title },
    ...(provider === '' ? [] : [{ label: phrases.attendance.sponsor, value: provider }]),
    { label: phrases.attendance.date, value: words.span(starts, ends) },
    ...(minutes == null ? [] : [{ label: phrases.attendance.hours, value: words.minutes(minutes) }]),
  ];
  return {
    title: phrases.requestTitle,
    blocks: [
      { kind: 'text', text: phrases.asks(name) },
      { kind: 'facts', facts },
    ],
    actions: [
      { label: phrases.confirm, command: 'attest', args: { request: requestId, answer: 'yes' }, style: 'primary' },
      { label: phrases.decline, command: 'attest', args: { request: requestId, answer: 'no' } },
    ],
  };
}
