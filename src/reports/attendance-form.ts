import { createHash, randomUUID } from 'node:crypto';
import { escapeHtml } from '../chat/escape-html.ts';
import type { Day } from '../domain/calendar.ts';
import type { Words } from '../strings/index.ts';
import type { ShownRecord } from '../views/records/show-card.ts';

interface Attended {
  readonly record: Omit<ShownRecord['record'], 'delivery' | 'deletedAt'>;
  readonly attendee: string;
  readonly attester: string;
  readonly on: Day;
  readonly at: Date;
}

/** Returns the attendance form as an HTML page to print. */
export function attendanceForm({ record, attendee, attester, on, at }: Attended, words: Words) {
  const phrases = words.proof.attendance;
  const lines: readonly (readonly [string, string])[] = [
    [phrases.attendee, attendee],
    [phrases.activity, record.title],
    [phrases.sponsor, record.provider],
    [phrases.date, words.span(record.starts, record.ends)],
    [phrases.hours, record.minutes == null ? '' : words.minutes(record.minutes)],
    [phrases.kind, words.kinds[record.kind]],
    [phrases.description, record.description],
    [phrases.signed, `${attester}, ${phrases.on(on, at.toISOString().slice(11, 16))}`],
    [phrases.reference, record.activityId],
  ];
  const rows = lines
    .filter(([, value]) => value !== '')
    .map(
      ([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th><td dir="auto">${escapeHtml(value)}</td></tr>`,
    );
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(phrases.heading)}</title>
<style>body{font:16px/1.5 sans-serif;max-width:42em;margin:3em auto;padding:0 1em}th{text-align:start;vertical-align:top;padding-inline-end:2em;white-space:nowrap}td{white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
<body><h1>${escapeHtml(phrases.heading)}</h1><p dir="auto">${escapeHtml(phrases.statement(attester, attendee))}</p>
<table>${rows.join('\n')}</table></body></html>
`;
  const bytes = Buffer.from(html, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const about = { fileId: randomUUID(), name: 'attendance.html', type: 'text/html; charset=utf-8' };
  return { ...about, size: bytes.byteLength, sha256, bytes };
}
