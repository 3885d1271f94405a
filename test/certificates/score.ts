import { decimalOf } from '../../src/domain/credit.ts';
import { type CertificateReading, isProofOfAttendance } from '../../src/domain/document-reading.ts';
import type { Sample } from './samples.ts';

/** The fields of a reading in the way that `certificates.md` writes them; absent ones are left out. */
export function fieldsOf(reading: CertificateReading): Readonly<Record<string, unknown>> {
  const { title, provider, attendee, from, to, minutes, credits, unit, split, certificateId, sponsorId, link } =
    reading;
  const parts = split?.map(({ field, credits: amount, mark }) => ({
    field,
    credits: decimalOf(amount),
    ...(mark && { mark }),
  }));
  const fields = {
    title: title?.value,
    provider: provider?.value,
    attendee: attendee?.value,
    from: from?.value,
    to: to?.value,
    minutes: minutes?.value,
    credits: credits && decimalOf(credits.value),
    unit,
    split: parts,
    certificateId: certificateId?.value,
    sponsorId: sponsorId?.value,
    link: link?.value,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What is wrong with a reading: fields with another value, and fields that are not on the paper. */
export function faultsOf(sample: Sample, reading: CertificateReading) {
  const read = fieldsOf(reading);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const wrong = Object.keys(sample.truth).filter((field) => !same(sample.truth[field], read[field]));
  const missing = wrong.filter((field) => read[field] === undefined);
  const invented = Object.keys(read).filter(
    (field) =>
      sample.truth[field] === undefined && (sample.empty.includes(field) || field === 'to' || field === 'from'),
  );
  const isProof = sample.proof !== 'none';
  const asked = new Set<string>(reading.questions);
  const unasked = (sample.asks ?? []).filter(
    (question) => !asked.has(question === 'which course' ? 'course' : question),
  );
  const isKindWrong = isProofOfAttendance(reading.kind) !== isProof;
  return {
    right: Object.keys(sample.truth).length - wrong.length,
    total: Object.keys(sample.truth).length,
    wrong,
    missing,
    invented,
    unasked,
    isKindWrong,
    read,
  };
}
