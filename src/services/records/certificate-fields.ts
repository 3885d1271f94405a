import { createHash } from 'node:crypto';
import { type Answers, answerOf, answersOf, type Errors } from '../../chat/form.ts';
import { leavesOf } from '../../domain/category-tree.ts';
import { sum } from '../../domain/credit.ts';
import type { CertificateReading, DocumentKind } from '../../domain/document-reading.ts';
import { isProofOfAttendance } from '../../domain/document-reading.ts';
import type { EvidenceFact, EvidenceForm } from '../../domain/evidence.ts';
import { compareNames } from '../../domain/name-comparison.ts';
import type { Words } from '../../strings/index.ts';
import { claimFields, LOG_LIMITS } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import type { QuickEntry } from './parse-quick-entry.ts';

/** Adds what a certificate says to what was typed; what was typed stays. */
export function withReading(quick: QuickEntry, reading: CertificateReading): QuickEntry {
  const { title, provider, from, to, typedDate, minutes, link, activityKind } = reading;
  const hasDay = isDayTyped(quick);
  const hasDuration = quick.duration !== undefined || quick.unclearDuration !== undefined;
  return {
    ...(provider === undefined ? {} : { provider: provider.value.slice(0, LOG_LIMITS.provider) }),
    ...(link === undefined ? {} : { link: link.value }),
    ...(activityKind === undefined ? {} : { kind: activityKind }),
    ...(hasDay || from === undefined ? {} : { day: from.value }),
    ...(hasDay || to === undefined ? {} : { lastDay: to.value }),
    ...(hasDay || typedDate === undefined ? {} : { ambiguousDate: typedDate }),
    ...(hasDuration || minutes === undefined ? {} : { duration: `${minutes.value}m` }),
    ...quick,
    title: quick.title === '' ? (title?.value ?? '').slice(0, LOG_LIMITS.title) : quick.title,
  };
}

/** Returns what a certificate says of the activity as answers of the log form; a day that could mean two isn't among them. */
export function readActivity(reading: CertificateReading): Answers {
  const { title, provider, from, to, minutes, link, activityKind } = reading;
  return {
    ...(title === undefined ? {} : { title: title.value.slice(0, LOG_LIMITS.title) }),
    ...(provider === undefined ? {} : { provider: provider.value.slice(0, LOG_LIMITS.provider) }),
    ...(activityKind === undefined ? {} : { kind: activityKind }),
    ...(from === undefined ? {} : { start: from.value }),
    ...(to === undefined || to.value === from?.value ? {} : { end: to.value }),
    ...(minutes === undefined ? {} : { duration: `${minutes.value}m` }),
    ...(link === undefined ? {} : { link: link.value }),
  };
}

/** Whether a line names a day, rightly or not. */
export function isDayTyped({ day, ambiguousDate, invalidDate }: QuickEntry): boolean {
  return day !== undefined || ambiguousDate !== undefined || invalidDate !== undefined;
}

/** Returns the credits of a certificate for each selected certification that counts in their unit, with their categories. */
export function readCredits(
  { credits, unit, split = [] }: CertificateReading,
  holdings: readonly CreditHolding[],
  { answers, amount }: { readonly answers: Answers; readonly amount: Words['amount'] },
): Answers {
  const [name = ''] = (unit ?? '').split(' ');
  if (credits === undefined || name === '') return {};
  const counted = new RegExp(String.raw`^${name}s?\b`, 'iu');
  const selected = new Set(answersOf(answers, 'counts'));
  const found = holdings.filter(
    ({ certification, renewal }) => selected.has(certification.code) && counted.test(renewal.unit.one),
  );
  return Object.assign(
    {},
    ...found.map(({ certification, renewal }): Answers => {
      const fields = claimFields(certification);
      const leaves = leavesOf(renewal);
      const parts = split.flatMap(({ field, credits: part }) => {
        const leaf = leaves.find((one) => one.name.toLowerCase() === field.toLowerCase());
        return leaf === undefined ? [] : [{ code: leaf.code, part }];
      });
      const [main, ...others] =
        parts.length === split.length ? parts.toSorted((one, other) => other.part - one.part) : [];
      const ethics = sum(split.filter(({ mark }) => mark === 'ethics').map((one) => one.credits));
      const hasEthics = ethics > 0 && renewal.marks.some(({ code, from }) => code === 'ethics' && from === undefined);
      return {
        [fields.credits]: amount(credits.value),
        ...(main === undefined ? {} : { [fields.category]: main.code }),
        ...Object.fromEntries(others.map(({ code, part }) => [fields.part(code), amount(part)])),
        ...(hasEthics ? { [fields.mark('ethics')]: amount(ethics) } : {}),
      };
    }),
  );
}

const FORMS: { readonly [Kind in DocumentKind]?: EvidenceForm } = {
  certificate: 'certificate',
  'attendance-record': 'attendance-record',
  letter: 'letter',
  transcript: 'transcript',
};

/** Returns the type of the proof, the facts that can be seen in it, and its numbers. */
export function readProof(reading: CertificateReading, { request }: Scope): Answers {
  const { kind, attendee, minutes, credits, certificateId, sponsorId } = reading;
  if (!isProofOfAttendance(kind)) return {};
  const { person, words } = request;
  const isOther = attendee === undefined || compareNames(attendee.value, person.name) === 'other';
  const shows: EvidenceFact[] = [
    ...(isOther ? [] : (['attendee'] as const)),
    ...(minutes === undefined && credits === undefined ? [] : (['hours'] as const)),
    ...(sponsorId === undefined ? [] : (['sponsor-id'] as const)),
  ];
  const numbers = [
    ...(certificateId === undefined ? [] : [words.certificate.certificateId(certificateId.value)]),
    ...(sponsorId === undefined ? [] : [words.certificate.sponsorId(sponsorId.value)]),
  ];
  const form = FORMS[kind];
  return {
    ...(form === undefined ? {} : { proofForm: form }),
    ...(shows.length === 0 ? {} : { shows }),
    ...(numbers.length === 0 ? {} : { note: numbers.join('\n') }),
  };
}

/** Returns what a certificate leaves open as errors of the fields: nothing is proposed where the document could mean two things. */
export function readingErrors(
  { questions }: CertificateReading,
  { quick, answers }: { readonly quick: QuickEntry; readonly answers: Answers },
  { certificate }: Words,
): Errors {
  const asksDays = questions.includes('days') && !isDayTyped(quick);
  const asksDuration = questions.includes('duration') && answerOf(answers, 'duration') === '';
  return {
    ...(asksDays ? { start: certificate.askDays } : {}),
    ...(asksDuration ? { duration: certificate.askDuration } : {}),
  };
}

/** Returns a short hash of each answer, by which a form knows which of its values are still those of the file. */
export function hashesOf(answers: Answers): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, hashOf(answer)]));
}

/** Returns the fields whose answers are still those that were read from a file. */
export function unchangedFields(read: Readonly<Record<string, string>>, answers: Answers): readonly string[] {
  return Object.keys(read).filter((name) => hashOf(answers[name] ?? '') === read[name]);
}

function hashOf(answer: Answers[string]): string {
  return createHash('sha256').update(JSON.stringify(answer)).digest('hex').slice(0, 8);
}
