import type { Block } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';

/** One block of every kind, as a pace card has them. */
const everyBlock: readonly Block[] = [
  { kind: 'heading', text: 'CISSP' },
  {
    kind: 'text',
    text: [
      { bold: '▼ 40 days behind' },
      ', because of Group A credits. See ',
      { link: 'the handbook', url: 'https://www.isc2.org/' },
      '.',
    ],
  },
  { kind: 'progress', label: 'Group A credits: 58.5 of 90 CPE credits', done: 5850, goal: 9000 },
  {
    kind: 'facts',
    facts: [
      { label: 'Remaining', value: '31.5 CPE credits' },
      { label: 'Deadline', value: '31 Mar 2027, 128 days left' },
      { label: 'Needed', value: '1.73 CPE credits a week' },
      { label: 'At this rate', value: '14 Jun 2027' },
    ],
  },
  { kind: 'note', text: 'Total: 94 of 120 CPE credits, ▲ 12 days ahead' },
  { kind: 'rule' },
  { kind: 'heading', text: 'Others' },
  {
    kind: 'item',
    title: [{ bold: 'CISM' }, ' · Certified Information Security Manager'],
    detail: '1 Jan 2025 – 31 Dec 2027 · ● on track, exactly on pace',
    action: { label: 'Details', command: 'pace', args: { text: 'cism' } },
  },
  {
    kind: 'item',
    title: [{ bold: 'PMP' }, ' · Project Management Professional'],
    detail: 'No. 2841173 · ✓ all requirements so far are met',
    action: { label: 'Details', command: 'pace', args: { text: 'pmp' } },
  },
];

/** A card with every kind of block and of button. */
export const paceReply: Reply = {
  kind: 'card',
  to: 'sender',
  card: {
    title: 'Your pace',
    blocks: everyBlock,
    actions: [
      { label: 'Log credits', command: 'log', args: {}, opensForm: true, style: 'primary' },
      { label: 'Your certifications', command: 'certs', args: {} },
      { label: 'Remove', command: 'remove', args: { text: 'cissp' }, style: 'danger' },
    ],
  },
};

/** A form with every kind of field. */
export const everyField: Form = {
  command: 'log',
  title: 'Log credits',
  submit: 'Save',
  state: 'line-1',
  parts: [
    { kind: 'text', text: ['I read “yesterday” as ', { bold: '22 Nov 2026' }, '.'] },
    { kind: 'line', name: 'title', label: 'Activity', placeholder: 'SANS webcast on zero trust', maxLength: 200 },
    {
      kind: 'search',
      name: 'certification',
      label: 'Certification',
      hint: 'Type to search, for example CISSP.',
      source: 'certifications',
      options: [],
    },
    {
      kind: 'choice',
      name: 'kind',
      label: 'Kind',
      options: [
        { value: 'webinar', label: 'Webinar or webcast' },
        { value: 'course', label: 'Course or training', detail: 'with a teacher' },
      ],
    },
    { kind: 'date', name: 'start', label: 'Date' },
    { kind: 'number', name: 'minutes', label: 'Duration', hint: 'For example 90m, 1h30 or 1.5h.', optional: true },
    {
      kind: 'choices',
      name: 'counts',
      label: 'Counts for',
      options: [
        { value: 'cissp', label: 'CISSP', detail: '1.5 CPE credits' },
        { value: 'cism', label: 'CISM', detail: '1.8 CPE hours' },
      ],
    },
    {
      kind: 'paragraph',
      name: 'note',
      label: 'Proof note',
      hint: 'Where the proof is kept.',
      optional: true,
      maxLength: 2000,
    },
    {
      kind: 'file',
      name: 'proof.files',
      label: 'Proof files',
      hint: 'A certificate, a screenshot, an invoice.',
      optional: true,
      max: 3,
      options: [{ value: 'kept-1', label: 'certificate.pdf', detail: '120 KB' }],
    },
  ],
  answers: { kind: 'webinar', start: '2026-11-22', minutes: '1h30', counts: ['cissp'], 'proof.files': ['kept-1'] },
};
