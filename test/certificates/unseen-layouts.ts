import type { Draw } from './layouts.ts';
import { html, paper } from './paper.ts';

const pairs = (rows: readonly (readonly [string, string])[]) =>
  `<table>${rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<tr><td style="width:55mm">${label}</td><td>${value}</td></tr>`)
    .join('')}</table>`;
const stacked = (rows: readonly (readonly [string, string])[]) =>
  rows
    .filter(([, value]) => value !== '')
    .map(
      ([label, value]) =>
        `<p style="font-size:8pt;color:#666;margin:4mm 0 0">${label}</p><p style="margin:0">${value}</p>`,
    )
    .join('');

/** Layouts with other words and other places than those the reader was made with. At first 143 of their 158 fields were right; faults of a general kind were then fixed. */
export const UNSEEN: Readonly<Record<string, Draw>> = {
  U01: (v) =>
    paper(
      `<p class="r b">${v('provider')}</p><p class="r" style="font-size:8pt">Lindenstraße 8 · 20095 Hamburg</p><p style="font-size:24pt;margin-top:20mm">Teilnahmebestätigung</p><p style="width:160mm">Hiermit bestätigen wir, dass ${v('attendee')} am ${v('date')} von ${v('span')} Uhr am Online-Seminar „${v('title')}“ teilgenommen hat. ${v('credits')}</p><p style="margin-top:20mm">Hamburg, den ${v('issued')}</p><p style="font-size:8pt">Bescheinigungs-Nr.: ${v('id')}</p>`,
      { size: 'A4 portrait', font: 'serif' },
    ),
  U02: (v) =>
    paper(
      `<p class="c" style="font-size:26pt">Attestation de participation</p>${pairs([
        ['Organisme :', v('provider')],
        ['Participant :', v('attendee')],
        ['Formation :', v('title')],
        ['Dates :', v('dates')],
        ['Durée :', v('duration')],
        ['Lieu :', 'À distance'],
        ['Attestation n° :', v('id')],
      ])}<p style="margin-top:20mm">Fait à Lyon, le ${v('issued')}</p>`,
      { size: 'A4 portrait' },
    ),
  U03: (v) =>
    paper(
      `<div class="c"><p style="font-size:13pt">${v('provider')}</p><p style="font-size:30pt">Certificado de asistencia</p><p>Se certifica que</p><p style="font-size:24pt">${v('attendee')}</p><p>ha completado el curso</p><p style="font-size:18pt">${v('title')}</p><p>el ${v('date')}, con una duración de ${v('duration')}</p></div><p class="foot" style="font-size:8pt">Código de verificación: ${v('id')}</p>`,
      { size: 'A4 landscape', style: 'body{height:209mm}' },
    ),
  U04: (v) =>
    paper(
      `<p class="b" style="font-size:20pt">CPE Certificate</p>${stacked([
        ['Attendee', v('attendee')],
        ['Webinar', v('title')],
        ['Organized by', v('provider')],
        ['Date attended', v('date')],
        ['Minutes attended', v('minutes')],
        ['CPE credits', v('credits')],
        ['Credential ID', v('id')],
      ])}`,
      { size: 'letter portrait' },
    ),
  U05: (v) =>
    paper(
      `<div class="c"><p style="font-size:32pt">Certificate of Achievement</p><p>proudly presented to</p><p class="script" style="font-size:30pt">${v('attendee')}</p><p style="padding:0 50mm">who has earned ${v('credits')} for attending the training <b>${v('title')}</b> on ${v('date')}</p></div><div style="display:flex;justify-content:space-between;margin-top:25mm"><div>${v('date2')}<br>Date of issue</div><div>Marta Ruis<br>Head of learning, ${v('provider')}</div></div><p class="foot" style="font-size:8pt">Hosted by ${v('provider')}. Verify at ${v('link')}</p>`,
      { size: 'A4 landscape', font: 'serif', style: 'body{height:209mm}' },
    ),
  U06: (v, p) =>
    paper(
      `<p class="b" style="font-size:18pt">${v('provider')}</p><p style="font-size:15pt">Attendance record</p><p>Name: ${v('attendee')}</p><p>Event: ${v('title')}</p>${[
        p.days ?? [],
      ]
        .flat()
        .map((line) => `<p>${html(line)}</p>`)
        .join('')}<p>${v('credits')}</p><p style="font-size:8pt">Reference: ${v('id')}</p>`,
      { size: 'A4 portrait' },
    ),
  U07: (v) =>
    paper(
      `<p style="font-size:9pt">${v('provider')} · Learning portal</p><p style="font-size:18pt">Completion statement</p><p>${v('attendee')} has completed the course ${v('title')} on ${v('date')}.</p>${pairs(
        [
          ['Training hours', v('hours')],
          ['Score', v('score')],
          ['Employee ID', v('employee')],
          ['Certificate number', v('id')],
          ['Expires', v('expires')],
        ],
      )}`,
      { size: 'letter portrait' },
    ),
  U08: (v) =>
    paper(
      `<p class="b" style="font-size:16pt">${v('provider')}</p><p style="font-size:14pt">${v('heading')}</p><p style="width:150mm">${v('text')}</p>`,
      {
        size: 'A4 portrait',
      },
    ),
};
