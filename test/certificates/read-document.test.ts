import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readDocument } from '../../src/certificates/read-document.ts';
import { encryptedPdf, pdfBomb, pdfOf, pdfWithPicture, pdfWithText, pngOfSize } from './hostile-pdf.ts';

const LINES = [
  'Harbour Academy',
  'Certificate of Completion',
  'This certifies that',
  'Mira Halvorsen',
  'has completed the course',
  'Reading logs',
  'on 3 March 2026',
  'Duration: 3 hours',
];
const folder = import.meta.dirname;
const picture = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
/** Longer than recert takes: the machine may be busy with other tests. */
const PATIENT_MS = 120_000;
vi.setConfig({ testTimeout: PATIENT_MS });

const read = (bytes: Uint8Array, timeoutMs = PATIENT_MS) =>
  readDocument({ bytes, mediaType: 'application/pdf', readsPictures: false }, timeoutMs);

it('reads a PDF in a process of its own', async () => {
  const outcome = await read(pdfWithText(LINES));

  expect(outcome).toMatchObject({
    kind: 'certificate',
    isPicture: false,
    reading: { attendee: { value: 'Mira Halvorsen' }, title: { value: 'Reading logs' }, minutes: { value: 180 } },
  });
});

it('says that a PDF needs a password', async () => {
  expect(await read(encryptedPdf())).toEqual({ kind: 'unread', why: 'encrypted' });
});

it('says that a page without text has none', async () => {
  expect(await read(pdfOf(Buffer.from('0 0 99 99 re f')))).toEqual({ kind: 'unread', why: 'no-text' });
});

it('says that a PDF is broken if its end is missing and nothing can be read', async () => {
  const whole = pdfWithText(LINES);

  expect(await read(whole.subarray(0, 120))).toEqual({ kind: 'unread', why: 'broken' });
});

it('ends a PDF that unpacks to hundreds of megabytes within its limits', async () => {
  const outcome = await read(pdfBomb(), 20_000);

  expect(outcome).toMatchObject({ kind: 'unread', why: expect.stringMatching(/^too-(?:large|slow)$/) });
});

it('ends a document that takes too long', async () => {
  expect(await read(pdfWithText(LINES), 1)).toEqual({ kind: 'unread', why: 'too-slow' });
});

describe('a picture', () => {
  const readPicture = (bytes: Uint8Array, mediaType: string) =>
    readDocument({ bytes, mediaType, readsPictures: true }, PATIENT_MS);

  it('that stands on its head is turned and read', async () => {
    expect(await readPicture(picture('upside-down.jpg'), 'image/jpeg')).toMatchObject({
      kind: 'certificate',
      isPicture: true,
      reading: {
        kind: 'attendance-record',
        title: { value: 'Badge cloning live' },
        provider: { value: 'Coast Collective' },
        from: { value: '2026-09-05' },
        minutes: { value: 90 },
      },
    });
  });

  it('is read inside a PDF too; a smudged name stays empty, and a date that could be two is asked', async () => {
    const outcome = await readPicture(
      pdfWithPicture(picture('slip.jpg'), { width: 1275, height: 1650 }),
      'application/pdf',
    );

    expect(outcome).toMatchObject({
      kind: 'certificate',
      reading: { title: { value: 'Red team stories' }, questions: ['day'] },
    });
    expect(outcome).not.toHaveProperty('reading.attendee');
    expect(outcome).not.toHaveProperty('reading.from');
  });

  it('is not read if that is turned off', async () => {
    const off = await readDocument(
      { bytes: picture('slip.jpg'), mediaType: 'image/jpeg', readsPictures: false },
      PATIENT_MS,
    );

    expect(off).toEqual({ kind: 'unread', why: 'pictures-off' });
  });

  it('of a hundred million pixels is refused before it is unpacked, and a cut one is broken', async () => {
    expect(await readPicture(pngOfSize(10_000, 10_000), 'image/png')).toEqual({ kind: 'unread', why: 'too-large' });
    expect(await readPicture(pngOfSize(800, 1000), 'image/png')).toEqual({ kind: 'unread', why: 'broken' });
  });
});
