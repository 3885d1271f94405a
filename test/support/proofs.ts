import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';

/** Bytes written as a string in which a character is a byte. */
export const raw = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Puts bytes one behind the other. */
export const joined = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? raw(part) : part)));

/** One small whole file of every kind that has no picture-maker in this house. */
export const SMALL = {
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  webp: Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64'),
  jpg: joined(
    '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00',
    '\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00',
    '\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\xd2\xff\x00\xcf\xff\xd9',
  ),
  pdf: raw(
    '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
  ),
} as const;

/** A box as HEIF files are made of. */
export function box(name: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + content.length);
  return joined(length, name, content);
}

/** Real files: a certificate that a browser printed and took pictures of, and a picture of this repository. */
export async function realFiles(): Promise<Readonly<Record<'pdf' | 'png' | 'jpg' | 'webp', Buffer>>> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(
      '<h1>Certificate</h1><p>“Zero trust” – 1.5 hours, Jane Doe</p><a href="https://example.org">Check</a>',
    );
    const [pdf, jpg, webp] = [
      await page.pdf({ format: 'A4' }),
      await page.screenshot({ type: 'jpeg' }),
      await page.screenshot({ type: 'webp' }),
    ];
    const png = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'playground.png'));
    return { pdf: Buffer.from(pdf), jpg: Buffer.from(jpg), webp: Buffer.from(webp), png };
  } finally {
    await browser.close();
  }
}
