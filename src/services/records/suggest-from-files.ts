import { type Answers, answerOf, answersOf } from '../../chat/form.ts';
import { parseDay } from '../../domain/calendar.ts';
import { parseCredits } from '../../domain/credit.ts';
import { type CertificateReading, isProofOfAttendance } from '../../domain/document-reading.ts';
import { compareNames } from '../../domain/name-comparison.ts';
import { claimFields } from '../../views/record-fields.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { hashesOf, readActivity, readCredits, readProof } from './certificate-fields.ts';
import { documentRemarks, type FileReading, findFileReadings, theCertificate } from './file-readings.ts';
import { fillCategoriesAndCredits } from './log-form-contents.ts';
import { parseDuration } from './parse-duration.ts';
import { isProposed } from './proposal-hash.ts';
import { findProofFiles } from './read-proof-fields.ts';
import { readSubmittedForm, type SubmittedForm } from './submitted-record-form.ts';

/** A sent form with what was read in the files that were attached to it, and what is said about them. */
export interface SuggestedForm {
  readonly submitted: SubmittedForm;
  readonly notes: readonly string[];
}

/** Fields that alone are not worth a look before saving. */
const MINOR_FIELDS: ReadonlySet<string> = new Set(['provider', 'link', 'note']);

/** Returns a short id of a file, by which a form knows that the file was read for it. */
export function shortFileId(fileId: string): string {
  return fileId.slice(0, 8);
}

/**
 * Reads the files that were attached to an open form. What the form leaves empty is suggested from them; what was typed stays, and the files'
 * differences are said. Undefined if there is nothing to show before the form is saved.
 */
export async function suggestFromFiles(
  submitted: SubmittedForm,
  holdings: readonly CreditHolding[],
  scope: Scope,
): Promise<SuggestedForm | undefined> {
  const { answers, state } = submitted;
  const attached = answersOf(answers, 'proof');
  const known = new Set(state.files ?? []);
  if (attached.every((fileId) => known.has(shortFileId(fileId)))) return undefined;
  const documents = await findFileReadings(attached, scope);
  const fresh = documents.filter(({ file }) => !known.has(shortFileId(file.fileId)));
  const certificate = fresh.length === 0 ? undefined : theCertificate(documents);
  const suggested = certificate === undefined ? {} : suggestedAnswers(certificate, { submitted, holdings }, scope);
  const differences = certificate === undefined ? [] : differencesOf(certificate, { submitted, holdings }, scope);
  const isShown =
    Object.keys(suggested).some((name) => !MINOR_FIELDS.has(name)) ||
    differences.length > 0 ||
    fresh.some((one) => isObjectionable(one, scope));
  if (!isShown) return undefined;
  const proof = (await findProofFiles(answers, scope)).map(({ fileId }) => fileId);
  const filled = fillCategoriesAndCredits({ ...answers, ...suggested, proof }, holdings, { scope });
  const before = Object.entries(state.proposed ?? {}).filter(([name]) => !(name in suggested));
  const shown = {
    ...state,
    proposed: { ...Object.fromEntries(before), ...filled.proposed },
    read: { ...state.read, ...hashesOf(suggested) },
    files: attached.map(shortFileId),
  };
  const { certificate: phrases } = scope.request.words;
  return {
    submitted: readSubmittedForm({ answers: filled.answers, state: shown }, holdings, scope.request),
    notes: [
      ...(Object.keys(suggested).length === 0 ? [] : [phrases.filledIn]),
      ...differences,
      ...documentRemarks(fresh, scope),
    ],
  };
}

interface Suggestion {
  readonly submitted: SubmittedForm;
  readonly holdings: readonly CreditHolding[];
}

/** The fields of a certificate that are empty in the form, or have what the form proposed itself. */
function suggestedAnswers(certificate: CertificateReading, { submitted, holdings }: Suggestion, scope: Scope): Answers {
  const { answers } = submitted;
  const { amount } = scope.request.words;
  const isFree = (name: string) => isEmptyOrProposed(name, submitted);
  const activity = Object.entries(readActivity(certificate)).filter(([name]) => isFree(name));
  // The last day belongs to the first one.
  const days = activity.some(([name]) => name === 'start') || answerOf(answers, 'start') === certificate.from?.value;
  const credits = holdings.flatMap((holding) => {
    const isOpen = isFree(claimFields(holding.certification).credits);
    return isOpen ? Object.entries(readCredits(certificate, [holding], { answers, amount })) : [];
  });
  const proof = Object.entries(readProof(certificate, scope)).filter(([name]) => isFree(name));
  return Object.fromEntries([...activity.filter(([name]) => name !== 'end' || days), ...credits, ...proof]);
}

function isEmptyOrProposed(name: string, { answers, state }: SubmittedForm): boolean {
  const [answer = ''] = answersOf(answers, name);
  if (answer === '' || (name === 'start' && answer === state.day)) return true;
  const credits = parseCredits(answer);
  return 'credits' in credits && isProposed(`${credits.credits}`, state.proposed?.[name]);
}

/** What a certificate says otherwise than the form. */
function differencesOf(
  reading: CertificateReading,
  { submitted, holdings }: Suggestion,
  { request: { words } }: Scope,
): readonly string[] {
  const { answers } = submitted;
  const { from, to, minutes, typedDate } = reading;
  const { certificate: phrases } = words;
  const start = isEmptyOrProposed('start', submitted) ? undefined : parseDay(answerOf(answers, 'start'));
  const end = parseDay(answerOf(answers, 'end')) ?? start;
  const typed = parseDuration(answerOf(answers, 'duration'));
  const last = to ?? from;
  const areOtherDays =
    typedDate === undefined && from && last && start && end && (start !== from.value || end !== last.value);
  return [
    ...(areOtherDays ? [phrases.differs(words.span(from.value, last.value), words.span(start, end))] : []),
    ...(minutes !== undefined && typed !== undefined && typed !== minutes.value
      ? [phrases.differs(words.minutes(minutes.value), words.minutes(typed))]
      : []),
    ...holdings.flatMap((holding) => creditDifference(reading, { submitted, holding }, words)),
  ];
}

function creditDifference(
  reading: CertificateReading,
  { submitted, holding }: { readonly submitted: SubmittedForm; readonly holding: CreditHolding },
  words: Scope['request']['words'],
): readonly string[] {
  const { certification, renewal } = holding;
  const { credits: field } = claimFields(certification);
  const { answers } = submitted;
  const onFile = readCredits(reading, [holding], { answers, amount: words.amount });
  const [printed, typed] = [onFile, answers].map((some) => parseCredits(answerOf(some, field)));
  if (isEmptyOrProposed(field, submitted) || !printed || !typed || !('credits' in printed && 'credits' in typed))
    return [];
  if (printed.credits === typed.credits) return [];
  const texts = [printed, typed].map(({ credits }) => words.credits(credits, renewal.unit));
  return [words.certificate.otherCredits(certification.short, texts[0] ?? '', texts[1] ?? '')];
}

/** Whether a file must be seen before it becomes proof: it is none, it was changed, or it names another person. */
function isObjectionable({ outcome, recipient }: FileReading, { request: { person } }: Scope): boolean {
  switch (outcome.kind) {
    case 'unread':
      return false;
    case 'badge':
      return outcome.badge.signature === 'invalid' || recipient?.is === 'other';
    case 'certificate': {
      const { kind, attendee } = outcome.reading;
      const isOther =
        attendee !== undefined && person.name !== '' && compareNames(attendee.value, person.name) === 'other';
      return isOther || !isProofOfAttendance(kind);
    }
  }
}
