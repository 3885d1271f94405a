import type { Basics } from '../basics.ts';

const lines = (numbers: readonly number[]) =>
  numbers.length === 1 ? `line ${numbers[0]}` : `lines ${numbers.join(', ')}`;

/** Words for comparing records with the transcript of a body's portal. */
export const reconcileWords = ({ anyOf, span }: Basics) => ({
  title: 'Compare with a portal',
  of: (body: string) => `Compared with ${body}`,
  intro:
    'Copy your transcript from the portal of ISC2, ISACA, PMI or CompTIA and paste it with its headings, or send it as a CSV or PDF file. Nothing is changed until you select it.',
  certification: 'Certification',
  certificationHint: 'Needed for PMI if you have several of its certifications.',
  transcript: 'Transcript',
  transcriptHint: 'With the line of headings. If it doesn’t fit, send it as a file.',
  file: 'Or a file',
  compare: 'Compare',
  noHoldings: (bodies: readonly string[]) =>
    `Transcripts of ${anyOf(bodies)} can be compared, but you have no certification of these. Add one with “add”.`,
  empty: 'Paste the transcript, or select a file.',
  notReadable: (name: string) => `“${name}” can’t be read. Send a CSV, a spreadsheet or a PDF, or paste the text.`,
  unknown:
    'No transcript of ISC2, ISACA, PMI or CompTIA was found. Copy the whole table with its headings from the portal, and paste it again.',
  otherBody: (found: string, chosen: string, body: string) =>
    `This is a transcript of ${found}, but ${chosen} is from ${body}. Select another certification, or paste the transcript of ${body}.`,
  notYours: (body: string) =>
    `This is a transcript of ${body}, but you have no certification of ${body}. Add it with “add”, then compare again.`,
  noLines: (body: string) => `The headings of ${body} were found, but no lines below them. Copy the whole table.`,
  tooLong: (count: number, max: number) =>
    `The transcript has ${count} lines; the maximum is ${max}. Filter it to one cycle in the portal, and copy it again.`,
  whichCertification: (names: readonly string[]) =>
    `The transcript doesn’t say which certification it is for. Select ${anyOf(names)}.`,
  gone: 'This transcript is no longer stored. Paste it again with “reconcile”.',
  changed: 'This line or record has changed since. These are the current lists.',
  counts: {
    near: (n: number) => `${n} to decide`,
    different: (n: number) => `${n} different`,
    there: (n: number) => `${n} only in the portal`,
    here: (n: number) => `${n} only here`,
  },
  allEqual: 'No differences',
  equal: (count: number, unmarked: number) => {
    const all = count === 1 ? '1 equal record' : `${count} equal records`;
    if (count === 0) return 'No equal records';
    return unmarked === 0 ? `${all}, marked as in the portal` : `${all}, ${unmarked} not yet marked as in the portal`;
  },
  markEqual: (count: number) => (count === 1 ? 'Mark 1 as in the portal' : `Mark ${count} as in the portal`),
  marked: (count: number) => (count === 1 ? '1 portal status saved.' : `${count} portal statuses saved.`),
  nothingMarked: 'No portal status has changed.',
  sections: {
    near: 'The same activity?',
    different: 'Different',
    there: 'Only in the portal',
    here: 'Only here',
    apart: 'Not counted by the body',
    unread: 'Lines that couldn’t be read',
  },
  lines,
  there: (text: string) => `Portal: ${text}`,
  here: (text: string) => `Here: ${text}`,
  days: (start: string, end: string) => span(start, end),
  noClaim: (certification: string) => `nothing for ${certification}`,
  sameSum: 'the total is equal',
  states: {
    submitted: 'submitted',
    accepted: 'accepted',
    unapplied: 'not applied yet: apply it in the portal first, until then it isn’t submitted',
    denied: 'denied',
    rejected: 'rejected',
    cancelled: 'cancelled',
    draft: 'draft',
    expired: 'expired',
  },
  limited: (applied: string) => `the body counted only ${applied}: a limit was reached`,
  notAdded: (names: readonly string[]) => `not among your certifications: ${names.join(', ')}`,
  again: (state: string) => `the entry in the portal was ${state}: you can submit it again`,
  why: {
    cells: 'the cells don’t match the headings',
    title: 'no title',
    day: 'no clear date',
    credits: 'no clear credits',
    status: 'an unknown status',
  },
  skipped: (count: number) =>
    count === 1
      ? '1 line is a heading, a total or a page number'
      : `${count} lines are headings, totals or page numbers`,
  earlier: (count: number) =>
    count === 1 ? '1 record of an earlier cycle isn’t compared' : `${count} records of earlier cycles aren’t compared`,
  logIt: 'Log it',
  correct: 'Correct mine',
  markAs: { submitted: 'Mark as submitted', accepted: 'Mark as accepted' },
  same: 'The same',
  distinct: 'Different activities',
  back: 'Back to the comparison',
  another: 'Compare another',
  items: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
});
