import type { FileType } from './file-type.ts';

const LONGEST = 100;
/** Maximum characters read of a name. */
const READ = 1000;
/** Device names reserved by Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name for keeping and showing a file: without folders, controls, and marks that turn the direction of writing, with the
 * extension of what the file is, and at most 100 characters. Never empty.
 */
export function safeName(name: string, type: FileType): string {
  const last = name.slice(-READ).toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\t\n\r]/g, ' ')
    // Zero-width joiners are needed for scripts and emoji; all other invisible characters are removed.
    .replace(/(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\.[a-z][a-z0-9]{1,4}$/i, '');
  const room = LONGEST - type.extension.length - 1;
  const stem = trimmed(cut(trimmed(clean), room));
  const free = DEVICE.test(stem) ? cut(`_${stem}`, room) : stem;
  return `${/[\p{L}\p{N}\p{S}]/u.test(free) ? free : 'proof'}.${type.extension}`;
}

/** Without blanks and dots around it: a dot in front hides a file, one behind is dropped by Windows. */
function trimmed(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '')
    .replace(/(?<![ .])[ .]+$/, '');
}

/** As many whole characters, as people see them, as there is room for. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text;
  let stored = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stored.length + segment.length > room) break;
    stored += segment;
  }
  return stored;
}
