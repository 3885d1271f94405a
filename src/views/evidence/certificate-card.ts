import type { Action, Block, Card, Fact } from '../../chat/card.ts';
import { decimalOf } from '../../domain/credit.ts';
import type { CertificateReading, TranscriptCourse } from '../../domain/document-reading.ts';
import type { Words } from '../../strings/index.ts';
import { type AttachableRecord, attachItem } from './attach-card.ts';

interface CertificateCard {
  readonly reading: CertificateReading;
  readonly fileId: string;
  /** Whether it proves that the member took part. */
  readonly isProof: boolean;
  /** The courses that can be logged, if it is a transcript. */
  readonly courses: readonly TranscriptCourse[];
  /** Records that it may belong to. */
  readonly records: readonly AttachableRecord[];
  readonly remarks: readonly string[];
}

/** The card that says what was read in a certificate, with one button that opens the form filled in. */
export function certificateCard({ reading, remarks, isProof, ...rest }: CertificateCard, words: Words): Card {
  const phrases = words.certificate;
  const facts = factsOf(reading, words);
  const blocks: readonly Block[] = [
    ...remarks.map((text) => ({ kind: 'text', text }) as const),
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
    ...(rest.courses.length > 1 ? [{ kind: 'note', text: phrases.whichCourse } as const] : []),
    ...(isProof
      ? rest.records.map((record) =>
          attachItem(record, { detail: words.span(record.starts, record.ends), args: { files: rest.fileId } }, words),
        )
      : []),
  ];
  return {
    title: isProof ? phrases.title : phrases.titleNoProof,
    blocks,
    actions: actionsOf({ ...rest, isProof, reading }, words),
  };
}

function actionsOf(
  { reading, courses, fileId, isProof }: Omit<CertificateCard, 'remarks' | 'records'>,
  words: Words,
): readonly Action[] {
  const phrases = words.certificate;
  const log = { command: 'log', opensForm: true } as const;
  if (reading.courses !== undefined)
    return courses.map(({ title }, index) => ({
      ...log,
      label: phrases.logCourse(title),
      args: { files: fileId, course: String(index) },
    }));
  return isProof ? [{ ...log, label: phrases.log, args: { files: fileId }, style: 'primary' }] : [];
}

function factsOf(reading: CertificateReading, words: Words): readonly Fact[] {
  const { title, provider, attendee, from, to, minutes, credits, unit = '' } = reading;
  const { log, certificate } = words;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [log.activityTitle, title?.value],
    [log.provider, provider?.value],
    [log.start, from && words.span(from.value, to?.value ?? from.value)],
    [log.duration, minutes && words.minutes(minutes.value)],
    [certificate.credits, credits && `${decimalOf(credits.value)} ${unit}`.trim()],
    [certificate.nameOnIt, attendee?.value],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
