import type {
  BadgeReading,
  CertificateReading,
  DocumentOutcome,
  TranscriptCourse,
} from '../../domain/document-reading.ts';
import { isProofOfAttendance } from '../../domain/document-reading.ts';
import { compareNames } from '../../domain/name-comparison.ts';
import type { ProofFileName } from '../../store/evidence/proofs.ts';
import type { Words } from '../../strings/index.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { type BadgeRecipient, compareRecipient, emailsAmong } from './badge-recipient.ts';
import { findOwnFiles } from './read-proof-fields.ts';

/** A file of the member, with what came of reading it. */
export interface FileReading {
  readonly file: ProofFileName;
  readonly outcome: DocumentOutcome;
  /** For whom a badge was issued, with the member's e-mail addresses. */
  readonly recipient?: { readonly is: BadgeRecipient; readonly emails: readonly string[] };
}

/** Returns what was read in files of the member; files that weren't read are absent. */
export async function findFileReadings(fileIds: readonly string[], scope: Scope): Promise<readonly FileReading[]> {
  const files = await findOwnFiles(fileIds, scope);
  const readings = await scope.data.proofs.readingsOf(files.map(({ fileId }) => fileId));
  const hasBadge = [...readings.values()].some(({ kind }) => kind === 'badge');
  const emails = hasBadge ? emailsAmong(await scope.data.people.handlesOf(scope.request.person.personId)) : [];
  return files.flatMap((file): readonly FileReading[] => {
    const outcome = readings.get(file.fileId);
    if (outcome === undefined) return [];
    if (outcome.kind !== 'badge') return [{ file, outcome }];
    return [{ file, outcome, recipient: { is: compareRecipient(outcome.badge, emails), emails } }];
  });
}

/** Returns the one certificate or badge among files; undefined if there are several or none. A course of a transcript becomes its title. */
export function theCertificate(files: readonly FileReading[], course?: string): CertificateReading | undefined {
  const [reading, other] = files.flatMap(({ outcome }) => readingIn(outcome));
  if (reading === undefined || other !== undefined) return undefined;
  const chosen = loggableCourses(reading)[Number(course ?? Number.NaN)];
  return chosen === undefined ? reading : { ...reading, title: { value: chosen.title, words: chosen.title } };
}

/** Returns the badge among files, if there is only one file. */
export function theBadge([file, other]: readonly FileReading[]): BadgeReading | undefined {
  return other === undefined && file?.outcome.kind === 'badge' ? file.outcome.badge : undefined;
}

function readingIn(outcome: DocumentOutcome): readonly CertificateReading[] {
  switch (outcome.kind) {
    case 'certificate':
      return [outcome.reading];
    case 'badge':
      return [readingOfBadge(outcome.badge)];
    case 'unread':
      return [];
  }
}

/** A badge says what was achieved, not how long it took. */
function readingOfBadge({ achievement, issuer, issuedOn }: BadgeReading): CertificateReading {
  const read = <Value>(value: Value) => ({ value, words: String(value) });
  const questions = issuedOn === undefined ? (['days', 'duration'] as const) : (['duration'] as const);
  return {
    kind: 'certificate',
    ...(achievement === undefined ? {} : { title: read(achievement) }),
    ...(issuer === undefined ? {} : { provider: read(issuer) }),
    ...(issuedOn === undefined ? {} : { from: read(issuedOn) }),
    questions,
  };
}

/** The courses of a transcript that were passed. */
export function loggableCourses({ courses = [] }: CertificateReading): readonly TranscriptCourse[] {
  return courses.filter(({ state }) => state === 'completed' || state === 'unknown');
}

/** Returns what is said about the files: why one isn't proof or wasn't read, and whose name is on it. */
export function documentRemarks(files: readonly FileReading[], scope: Scope): readonly string[] {
  const { person, words } = scope.request;
  const remarks = files.flatMap((file) => remarksOf(file, { member: person.name, words }));
  const isSeveral = files.filter(({ outcome }) => outcome.kind !== 'unread').length > 1;
  return isSeveral ? [...remarks, words.certificate.several] : remarks;
}

function remarksOf(
  { file, outcome, recipient }: FileReading,
  { member, words }: { readonly member: string; readonly words: Words },
): readonly string[] {
  switch (outcome.kind) {
    case 'unread':
      return [words.certificate.unread[outcome.why](file.name)];
    case 'badge':
      return [...badgeRemarks(outcome.badge, file.name, words), ...recipientRemarks(outcome.badge, recipient, words)];
    case 'certificate':
      return readingRemarks(outcome.reading, { file: file.name, member }, words);
  }
}

function badgeRemarks(
  { signature, achievement }: BadgeReading,
  file: string,
  { certificate }: Words,
): readonly string[] {
  return [certificate.signature[signature](file), ...(achievement === undefined ? [certificate.hosted(file)] : [])];
}

function recipientRemarks(
  { recipient: address, recipientHash }: BadgeReading,
  recipient: FileReading['recipient'],
  { certificate }: Words,
): readonly string[] {
  const { is, emails = [] } = recipient ?? {};
  switch (is) {
    case 'member':
      return [certificate.issuedToMember];
    case 'other':
      return [certificate.issuedToOther(address, emails)];
    default:
      return [
        ...(address === undefined ? [] : [certificate.issuedTo(address)]),
        ...(recipientHash === undefined ? [] : [certificate.recipientUnknown]),
      ];
  }
}

function readingRemarks(
  { kind, attendee, title, from, courses = [] }: CertificateReading,
  { file, member }: { readonly file: string; readonly member: string },
  { certificate }: Words,
): readonly string[] {
  const titles = (state: TranscriptCourse['state']) =>
    courses.filter((one) => one.state === state).map(({ title }) => title);
  const [open, failed] = [titles('in-progress'), titles('failed')];
  const name = attendee === undefined || member === '' ? undefined : nameRemark(attendee.value, member, certificate);
  return [
    ...(isProofOfAttendance(kind) ? [] : [certificate.noProof[kind](file)]),
    ...(kind === 'admission' && title && from ? [certificate.planIt(title.value, from.value)] : []),
    ...(name === undefined ? [] : [name]),
    ...(open.length === 0 ? [] : [certificate.inProgress(open)]),
    ...(failed.length === 0 ? [] : [certificate.failed(failed)]),
  ];
}

function nameRemark(printed: string, member: string, phrases: Words['certificate']): string | undefined {
  switch (compareNames(printed, member)) {
    case 'same':
      return undefined;
    case 'shorter':
      return phrases.shorterName(printed);
    case 'spelling':
      return phrases.spelling(printed);
    case 'other':
      return phrases.otherName(printed);
  }
}
