import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../src/certificates/read-certificate.ts';
import { isProofOfAttendance } from '../../src/domain/document-reading.ts';
import { samplesOf, storedText } from './samples.ts';
import { faultsOf, fieldsOf } from './score.ts';

const printed = samplesOf('samples').filter(({ layout }) => layout !== 'C12');

describe('the printed samples', () => {
  it.each(printed.map((sample) => [sample.id, sample] as const))('%s is read as it is printed', (id, sample) => {
    const reading = readCertificate(storedText(id));

    expect(fieldsOf(reading)).toEqual(sample.truth);
    expect(faultsOf(sample, reading).unasked).toEqual([]);
    expect(isProofOfAttendance(reading.kind)).toBe(sample.proof !== 'none');
  });

  it.each(printed.filter(({ courses }) => courses !== undefined).map((sample) => [sample.id, sample] as const))(
    'the courses of %s are told apart',
    (id, { courses = [] }) => {
      const read = (readCertificate(storedText(id)).courses ?? []).map(({ title, credits, grade, state }) => ({
        title,
        credits,
        grade,
        isLoggable: state === 'completed',
      }));

      expect(read).toEqual(
        courses.map(({ title, credits, grade, log }) => ({ title, credits, grade, isLoggable: log === undefined })),
      );
    },
  );
});

it('invents nothing in documents it was not made with', () => {
  const readings = samplesOf('unseen').map((sample) => ({ sample, reading: readCertificate(storedText(sample.id)) }));
  const faults = readings.map(({ sample, reading }) => ({ id: sample.id, ...faultsOf(sample, reading) }));

  expect(faults.filter(({ invented }) => invented.length > 0)).toEqual([]);
  const [right, total] = [
    faults.reduce((sum, one) => sum + one.right, 0),
    faults.reduce((sum, one) => sum + one.total, 0),
  ];
  expect(right / total).toBeGreaterThan(0.9);
});

describe('a sentence', () => {
  const line = (text: string, y: number) => ({ text, x: 50, y, width: text.length * 5, size: 10 });
  const page = (...texts: readonly string[]) => [
    { width: 600, height: 800, runs: texts.map((text, index) => line(text, 80 + 40 * index)) },
  ];

  it('is not read for the lengths and days that its title names', () => {
    const text =
      'We confirm that Uwe Berg attended our meeting “ISO 27001 in 90 minutes” on 3 March 2026 from 18:00 to 19:40.';

    expect(fieldsOf(readCertificate(page('Blue Lantern Society', text)))).toMatchObject({
      title: 'ISO 27001 in 90 minutes',
      from: '2026-03-03',
      minutes: 100,
    });
  });

  it('with two days that could be meant leaves them open', () => {
    const reading = readCertificate(
      page('Certificate', 'Uwe Berg has attended a course on 3 March 2026 and on 9 April 2026.'),
    );

    expect(reading.questions).toContain('days');
    expect(reading.from).toBeUndefined();
  });
});
