import { html, paper } from './paper.ts';
import { UNSEEN } from './unseen-layouts.ts';

/** The words of a sample, by the names in `certificates.md`. */
export type Printed = Readonly<Record<string, string | readonly string[]>>;

const CIRCLE = (size: number) =>
  `<svg width="${size}mm" height="${size}mm" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.6" fill="none" stroke="#345" stroke-width=".5"/></svg>`;
const SIGNATURE =
  '<svg width="40mm" height="10mm" viewBox="0 0 40 10"><path d="M1 8C6 0 8 10 13 5s6-4 9 1 8-6 16-2" fill="none" stroke="#235" stroke-width=".5"/></svg>';
/** Squares where a QR code stands. */
const QR = `<svg width="14mm" height="14mm" viewBox="0 0 12 12">${Array.from({ length: 70 }, (_unused, i) => `<rect x="${(i * 7) % 12}" y="${(i * 5 + Math.floor(i / 12)) % 12}" width="1" height="1"/>`).join('')}</svg>`;

/** Draws a sample: `value` is a text by its name, as HTML. */
export type Draw = (value: (name: string) => string, printed: Printed) => string;

const listOf = (value: string | readonly string[] | undefined) => (typeof value === 'string' ? [value] : (value ?? []));
const rowsOf = (value: string | readonly string[] | undefined) =>
  listOf(value).map((row) => row.split(' | ').map(html));
const table = (rows: readonly (readonly string[])[], style = '') =>
  `<table style="${style}">${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

/** How each layout of `certificates.md` is drawn; a line that has no words is left out. */
const LAYOUTS: Readonly<Record<string, Draw>> = {
  C01: (v) =>
    paper(
      `<div style="border:.3mm solid #333;position:absolute;inset:7mm"></div><div>${CIRCLE(14)} <span style="vertical-align:5mm">${v('provider')}</span></div>
<div class="c"><p style="font-size:30pt;margin-top:8mm">CERTIFICATE OF ATTENDANCE</p><p style="font-size:10pt">This certifies that</p><p style="font-size:28pt">${v('attendee')}</p>
<p style="font-size:10pt">attended the live webinar</p><p style="font-size:18pt;padding:0 40mm">${v('title')}</p><p style="font-size:10pt">on ${v('date')}</p><p style="font-size:14pt">and earned ${v('credits')}</p></div>
<div class="foot" style="left:18mm;bottom:18mm;font-size:8pt">${v('member') && `Member ID ${v('member')}`}</div>
<div class="foot r" style="right:18mm;bottom:18mm;font-size:8pt">${QR}<br>Certificate no. ${v('id')}</div><div class="foot grey c" style="left:0;right:0;font-size:7pt">${v('extra')}</div>`,
      { size: 'A4 landscape', font: 'serif', style: 'body{height:209mm}' },
    ),
  C02: (v) =>
    paper(
      `<div class="c"><p style="font-size:15pt">${v('provider')}</p><p style="font-size:9pt">4 Harbour Street, Fjordland</p></div><hr><p class="r">${v('letter')}</p>
<p style="margin-top:10mm">To whom it may concern</p><p class="b">${v('text') ? 'Registration' : 'Confirmation of attendance'}</p>
<p style="width:150mm">${v('text') || `We confirm that ${v('attendee')} took part in our chapter meeting “${v('title')}” on ${v('date')} from ${v('span')}. The session is worth ${v('credits')} (50 minutes each).`}</p>
<div style="margin-top:12mm">${SIGNATURE}</div><hr style="width:60mm;margin-left:0"><p>Margit Aasen</p><p>Education chair</p>`,
      { size: 'A4 portrait' },
    ),
  C03: (v) =>
    paper(
      `<div style="border:1.2mm double #333;position:absolute;inset:6mm"></div><div class="c"><p style="font-size:13pt">${v('provider')}</p><p style="font-size:34pt;margin:5mm 0">Certificate of Completion</p><p style="font-size:10pt">presented to</p>
<p style="font-size:26pt">${v('attendee')}</p><p style="font-size:10pt">for completing</p><p class="b" style="font-size:16pt">${v('title')}</p><p style="font-size:14pt">${v('span')}</p></div>
<div style="display:flex;justify-content:space-between;padding:4mm 30mm"><div>Duration: ${v('duration')}</div><div>Credits: ${v('credits')}</div></div>
<div style="display:flex;justify-content:space-around;margin-top:12mm;font-size:9pt"><div>${SIGNATURE}<br>Instructor</div><div>${SIGNATURE}<br>Director of training</div></div>
<div class="foot c" style="right:16mm;font-size:8pt">${QR}<br>${v('id')}</div><div class="foot" style="left:16mm;font-size:7pt">${v('extra')}</div>`,
      { size: 'A4 landscape', font: 'serif', style: 'body{height:209mm}' },
    ),
  C04: (v) =>
    paper(
      `<p style="font-size:22pt">Viewing certificate</p>${table(
        [
          ['Viewer', v('attendee')],
          ['Webcast', v('title')],
          ['Presented by', v('provider')],
          ['First shown live', v('live')],
          ['Viewed on', v('viewed')],
          ['Length', v('duration')],
          ['Time viewed', v('watched')],
          ['Reference', v('id')],
        ],
        'margin-top:10mm;width:170mm',
      )}<p class="foot grey" style="font-size:9pt">This document states viewing time only. Ask your certification body about credits.</p>`,
      { size: 'letter portrait', style: 'body{height:270mm}td:first-child{width:50mm;color:#555}' },
    ),
  C05: (v) =>
    paper(
      `<div style="position:absolute;left:0;top:0;bottom:0;width:6mm;background:#2678d9"></div><p class="b" style="font-size:17pt">${v('provider')}</p><p style="font-size:32pt;margin-top:14mm">Certificate of completion</p>
<p style="font-size:16pt">Congratulations, ${v('attendee')}</p><p class="b" style="font-size:24pt;width:190mm">${v('title')}</p><p style="font-size:12pt">Course completed on ${v('date')} • ${v('duration')}</p>
<p style="font-size:9pt">By continuing to learn you have widened your view.</p><p style="font-size:9pt">Top skills covered: Planning, Analysis, Practice</p><p style="font-size:9pt">${v('extra')}</p>
<div class="foot" style="left:18mm;font-size:9pt">${SIGNATURE}<br>Head of content</div><div class="foot" style="right:18mm;font-size:7pt">Certificate ID: ${v('id')}</div>`,
      { size: 'A4 landscape', style: 'body{height:209mm}' },
    ),
  C06: (v) =>
    paper(
      `<div style="position:absolute;right:20mm;top:0;width:50mm;height:110mm;background:#e6e9f2;text-align:center;padding-top:30mm;box-sizing:border-box">COURSE<br>CERTIFICATE<br><br>${CIRCLE(30)}</div>
<p class="b" style="font-size:15pt">${v('university')}</p><p style="font-size:12pt;margin-top:14mm">${v('date')}</p><p style="font-size:26pt">${v('attendee')}</p><p style="font-size:12pt">has successfully completed</p>
<p style="font-size:20pt;width:180mm">${v('title')}</p><p style="font-size:10pt;width:150mm">an online non-credit course of ${v('university')}, offered through ${v('platform')}</p><div style="margin-top:10mm;font-size:9pt">${SIGNATURE}<br>Ada Brenner<br>Professor</div>
<div class="foot" style="right:18mm;font-size:8pt">Verify at ${v('link')}</div><div class="foot" style="left:18mm;font-size:8pt">${v('extra')}</div>`,
      { size: 'A4 landscape', style: 'body{height:209mm}' },
    ),
  C07: (v, p) =>
    paper(
      `<p style="font-size:15pt">${v('provider')}</p><p style="font-size:9pt">Registry sponsor no. ${v('sponsor')}</p><p style="font-size:22pt">Certificate of Completion</p>${table(
        [
          ['Participant', v('attendee')],
          ['Program', v('title')],
          ['Date', v('date')],
          ['Location', 'Online'],
          ['Instructional method', v('delivery')],
        ],
        'width:160mm',
      )}<br>${table(
        [
          ['Field of study', 'Technical', 'Credits'],
          ...rowsOf(p.rows),
          ['<b>Total</b>', '', `<b>${v('total')}</b>`],
          ['Certificate', v('id')],
        ],
        'width:160mm',
      )}<p style="font-size:8pt;margin-top:10mm">In accordance with the standards of the national registry, CPE credits have been granted based on a 50-minute hour.</p><p style="font-size:8pt">${v('extra')}</p><div style="margin-top:10mm">${SIGNATURE}</div><p style="font-size:9pt">Sponsor’s representative</p>`,
      { size: 'letter portrait', font: 'serif', style: 'td{border-bottom:.2mm solid #999}' },
    ),
  C08: (v) =>
    paper(
      `<svg style="position:absolute;right:14mm;top:20mm" width="50mm" height="50mm" viewBox="0 0 10 10"><path d="M5 1 9 9H1Z" fill="#dde"/></svg><p style="font-size:12pt">${v('provider')}, Provider no. ${v('providerNo')}</p><p style="font-size:28pt">Certificate of Participation</p>
<p style="font-size:24pt">${v('attendee')}</p><p style="font-size:18pt">${v('title')}</p><p style="font-size:12pt">${v('date')}</p>${table(
        [
          ['Ways of Working', 'Power Skills', 'Business Acumen', 'Total PDUs'],
          [v('ways'), v('power'), v('business'), v('total')],
        ],
        'width:190mm;margin:6mm 0',
      )}<p style="font-size:8pt">Activity no. ${v('activity')}</p><p style="font-size:8pt">${v('extra')}</p><div style="margin-top:8mm">${SIGNATURE}</div><p style="font-size:9pt">Vice president, education</p>`,
      { size: 'A4 landscape', style: 'td{border:.2mm solid #aaa;padding:2mm}' },
    ),
  C09: (v, p) =>
    paper(
      `<div style="position:absolute;left:20mm;top:120mm;font-size:44pt;color:#ddd;transform:rotate(-30deg);white-space:nowrap">OFFICIAL TRANSCRIPT</div><p>${v('provider')}, Office of the Registrar</p>
<p style="white-space:pre">Student: ${v('attendee')}    Student no.: ${v('student')}</p><p>Term: ${v('term')}</p>${table([['Course', 'Title', 'Credit hours', 'Grade', 'Status'], ...rowsOf(p.rows)], 'width:180mm;margin-top:8mm')}
<p class="r">Issued ${v('issue')}</p><div class="foot" style="font-size:9pt">${SIGNATURE}<br>Registrar ${CIRCLE(16)}</div>`,
      { size: 'letter portrait', font: 'mono', style: 'body{height:270mm;font-size:9.5pt}' },
    ),
  C10: (v, p) =>
    paper(
      `<div class="c" style="border:.5mm solid #222;margin:0 20mm;padding:8mm"><p style="font-size:15pt">${v('title')}</p><p style="font-size:26pt">${v('attendee')}</p><p>ATTENDEE</p><svg width="60mm" height="10mm">${Array.from({ length: 40 }, (_unused, i) => `<rect x="${i * 5}" width="${1 + ((i * 7) % 3)}" height="40"/>`).join('')}</svg></div>
<p style="margin-top:12mm">${v('provider')}</p>${listOf(p.days)
        .map((line) => `<p>${html(line)}</p>`)
        .join('')}<p class="b">${v('credits')}</p><p class="foot" style="font-size:8pt">Scan code ${v('id')}</p>`,
      { size: 'A4 portrait', style: 'body{height:295mm}' },
    ),
  C11: (v) =>
    paper(
      `<p>${v('provider')}</p><p style="font-size:28pt">Teilnahmebescheinigung</p><div style="display:flex;gap:12mm"><div style="width:95mm"><p>Frau/Herr ${v('attendee')}</p><p>hat an der Veranstaltung</p><p style="font-size:16pt">${v('title')}</p>
<p>teilgenommen. Zeitraum: ${v('days')}</p><p>Umfang: ${v('extent')}</p><p>Ort: ${v('place')}</p></div><div style="width:65mm"><p class="b">Inhalte</p><p>• Grundlagen und Begriffe</p><p>• Rechtlicher Rahmen</p><p>• Rollen und Aufgaben</p><p>• Übung in Gruppen</p><p>• Ausblick</p><p>${v('extra')}</p></div></div>
<p style="margin-top:25mm">${v('place')}, den</p><div>${SIGNATURE}</div><hr style="width:60mm;margin-left:0"><p style="font-size:9pt">Akademieleitung ${CIRCLE(20)}</p><p style="font-size:7pt">${v('id')}</p>`,
      { size: 'A4 portrait' },
    ),
  C12: (v) =>
    paper(
      `<p style="font-size:15pt" class="c">${v('provider')}</p><p style="font-size:20pt" class="c">ATTENDANCE SLIP</p><div style="margin:14mm 10mm;line-height:2.2;font-size:13pt"><p>Name <span class="script ${v('noise').includes('name is smudged') ? 'smudged' : ''}" style="font-size:20pt;margin-left:14mm">${v('attendee')}</span></p>
<p>Session <span style="margin-left:8mm">${v('title')}</span></p><p>Date <span style="margin-left:14mm">${v('date')}</span></p><p>Hours <span style="margin-left:12mm">${v('hours')}${v('hours') ? '' : '1.0'}</span></p></div>
<svg style="position:absolute;${v('noise').includes('covers the hours') ? 'left:50mm;top:88mm' : 'right:20mm;bottom:25mm'};opacity:${v('noise').includes('covers') ? 0.96 : 0.4}" width="${v('noise').includes('covers') ? 26 : 42}mm" height="42mm" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4.5" fill="${v('noise').includes('covers') ? '#000' : 'none'}" stroke="#000" stroke-width=".4"/><circle cx="5" cy="5" r="3" fill="none" stroke="#000" stroke-width=".2"/></svg>`,
      { size: 'letter portrait', style: `body{height:278mm;width:216mm}.smudged{filter:blur(3.2px)}` },
    ),
};

/** The page of a sample as HTML, drawn as its layout says. */
export function pageOf(layout: string, printed: Printed): string {
  const draw = LAYOUTS[layout] ?? UNSEEN[layout];
  if (draw === undefined) throw new Error(`There is no layout ${layout}.`);
  return draw((name) => html(listOf(printed[name]).join(', ')), printed);
}
