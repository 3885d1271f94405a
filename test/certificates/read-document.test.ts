import { expect, it } from 'vitest';
import { readDocument } from '../../src/certificates/read-document.ts';
import { encryptedPdf, pdfBomb, pdfOf, pdfWithText } from './hostile-pdf.ts';

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
const read = (bytes: Uint8Array, timeoutMs = 20_000) =>
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
  const began = performance.now();

  const outcome = await read(pdfBomb());

  expect(outcome).toMatchObject({ kind: 'unread', why: expect.stringMatching(/^too-(?:large|slow)$/) });
  expect(performance.now() - began).toBeLessThan(20_000);
});

it('ends a document that takes too long', async () => {
  expect(await read(pdfWithText(LINES), 1)).toEqual({ kind: 'unread', why: 'too-slow' });
});
