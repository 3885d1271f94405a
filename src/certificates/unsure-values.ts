import type { CertificateQuestion, CertificateReading } from '../domain/document-reading.ts';
import type { Paper } from './paper.ts';

/** Values of which one wrong letter or digit makes another value, with what to ask in their place. */
const EXACT: readonly (readonly [keyof CertificateReading, CertificateQuestion | undefined])[] = [
  ['attendee', undefined],
  ['certificateId', undefined],
  ['sponsorId', undefined],
  ['from', 'days'],
  ['to', 'days'],
  ['minutes', 'duration'],
  ['credits', 'credits'],
];

/** Leaves out names, numbers and dates that were recognised in a picture with doubt, and asks for them. */
export function withoutUnsure(reading: CertificateReading, { blocks }: Paper): CertificateReading {
  const unsure = blocks.filter(({ lines }) => lines.some(({ isUnsure }) => isUnsure === true)).map(({ text }) => text);
  if (unsure.length === 0) return reading;
  const dropped = EXACT.filter(([field]) => {
    const value: unknown = reading[field];
    const words = typeof value === 'object' && value !== null && 'words' in value ? String(value.words) : undefined;
    return words !== undefined && unsure.some((text) => text.includes(words) || words.includes(text));
  });
  const fields = new Set(dropped.map(([field]) => String(field)));
  if (fields.has('credits')) for (const field of ['unit', 'split']) fields.add(field);
  if (fields.has('from')) fields.add('to');
  const remaining = Object.entries(reading).filter(([field]) => !fields.has(field));
  const questions = [...reading.questions, ...dropped.flatMap(([, question]) => question ?? [])];
  return { ...Object.fromEntries(remaining), kind: reading.kind, questions: [...new Set(questions)] };
}
