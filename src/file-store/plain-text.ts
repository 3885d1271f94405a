import { isUtf8 } from 'node:buffer';
import { holdsTag } from './embedded-formats.ts';

/** Executable content, never accepted as text, not even in an email. */
const RUN = ['<script', '<?php'];
const MARKUP = [
  '<html',
  '<!doctype',
  '<svg',
  '<?xml',
  '<body',
  '<iframe',
  '<object',
  '<embed',
  '<img',
  '<link',
  '<meta',
];
/** Text formats that are not accepted: scripts, RTF, PostScript. */
const BEGINNINGS = /^(?:#!|\{\\rtf|%!PS|<)/;
/** The fields of an e-mail that every one has, at the beginning of a line. */
const MAIL_FIELDS = [/^from:/im, /^date:/im, /^mime-version:/im];
const HEADER = 64 * 1024;

/** Whether bytes are plain text: UTF-8 without terminal control sequences or content that a browser would run. */
export function isPlainText(bytes: Buffer): boolean {
  if (!isUtf8(bytes) || holdsControl(bytes)) return false;
  const head = bytes.toString('utf8', 0, HEADER).trimStart();
  if (head === '' || BEGINNINGS.test(head) || bytes.includes('%PDF-')) return false;
  if (holdsTag(bytes, RUN)) return false;
  // Most e-mails hold their words a second time as a page. It can't be the first line, because the header of an e-mail comes before it.
  return isMail(head) || !holdsTag(bytes, MARKUP);
}

function isMail(head: string): boolean {
  const fields = head.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^[\w-]+:/.test(fields) && MAIL_FIELDS.every((field) => field.test(fields));
}

/** Controls of both sets, but for tabs and the ends of lines. */
function holdsControl(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return true;
    if (byte === 0x7f) return true;
    // U+0080 to U+009F in UTF-8.
    if (byte === 0xc2 && (bytes[at + 1] ?? 0xff) < 0xa0) return true;
  }
  return false;
}
