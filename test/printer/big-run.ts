import { readFileSync } from 'node:fs';
import { createPrinter } from '../../src/printer/printer.ts';
import { auditReportPages } from '../../src/reports/audit-report.ts';
import { BROWSER_FOLDER } from '../support/browser.ts';
import { silent } from '../support/conversation.ts';
import { readPdf } from '../support/pdf.ts';
import { bigReport } from './big-report.ts';

/** A report of ten thousand records, printed with every record in it; then a browser that is killed two hundred times. */
const records = Number(process.env.RECERT_RECORDS ?? 10_000);
const kills = Number(process.env.RECERT_KILLS ?? 200);
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The memory of this process and of every one below it, in megabytes. */
function memory(): number {
  const stats = processes().map(({ pid, parent, name }) => ({
    pid,
    parent,
    name,
    kb: Number(/Pss:\s+(\d+)/u.exec(contentOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  }));
  const own = new Set([process.pid]);
  for (let grew = true; grew; ) {
    const more = stats.filter(({ pid, parent }) => own.has(parent) && !own.has(pid));
    for (const { pid } of more) own.add(pid);
    grew = more.length > 0;
  }
  return stats.reduce((sum, { pid, kb }) => (own.has(pid) ? sum + kb / 1024 : sum), 0);
}

function processes(): { pid: number; parent: number; name: string; state: string }[] {
  const { readdirSync } = process.getBuiltinModule('node:fs');
  return readdirSync('/proc').flatMap((pid) => {
    const [, name = '', state = '', parent = ''] =
      /\((.*)\) (\S) (\d+)/u.exec(/^\d+$/u.test(pid) ? contentOf(`/proc/${pid}/stat`) : '') ?? [];
    return parent === '' ? [] : [{ pid: Number(pid), parent: Number(parent), name, state }];
  });
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const printer = createPrinter({ folder: BROWSER_FOLDER, log: silent });
await printer.print('<!doctype html><html lang="en"><head><title>x</title></head><body>warm</body></html>');
let most = 0;
const watching = setInterval(() => {
  most = Math.max(most, memory());
}, 250);
let began = performance.now();
const report = bigReport(records);
const documents = auditReportPages(report);
const made = performance.now() - began;
began = performance.now();
const printed: Uint8Array[] = [];
for (const html of documents) printed.push(await printer.print(html));
const took = performance.now() - began;
clearInterval(watching);
const read = [];
for (const bytes of printed) read.push(await readPdf(bytes));
const texts = read.flatMap((pdf) => pdf.texts);
const all = texts.join('\n').replace(/\s/gu, '');
const missing = Array.from({ length: records }, (_unused, n) => `Recordnumber${n}.`).filter(
  (title) => !all.includes(title),
);
say(
  `${records} records: ${documents.length} volumes, ${texts.length} pages, ${(printed.reduce((sum, bytes) => sum + bytes.byteLength, 0) / 1e6).toFixed(1)} MB; written in ${(made / 1000).toFixed(1)} s, printed in ${(took / 1000).toFixed(1)} s; ${Math.round(most)} MB at most with the browser; ${missing.length} records missing`,
);

let failed = 0;
for (let kill = 0; kill < kills; kill += 1) {
  const printing = printer.print(
    `<!doctype html><html lang="en"><head><title>x</title></head><body>${'<p>word</p>'.repeat((kill % 10) * 100)}</body></html>`,
  );
  const pid = await printer.processId();
  await new Promise((resolve) => void setTimeout(resolve, (kill % 20) * 8));
  if (pid !== undefined)
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It was gone already.
    }
  await printing.catch(() => {
    failed += 1;
  });
}
await printer.close();
const left = () =>
  processes().filter(
    ({ name, parent, state }) => /chrom|headless/iu.test(name) && (parent === process.pid || state === 'Z'),
  );
// Whoever buries what has lost its parent takes its time.
for (let wait = 0; wait < 20 && left().length > 0; wait += 1)
  await new Promise((resolve) => void setTimeout(resolve, 500));
say(`${kills} kills: ${failed} documents not printed after all; ${left().length} processes left behind or not buried`);
process.exit(
  missing.length === 0 && failed === 0 && left().length === 0 && took + made < 60_000 && most < 1024 ? 0 : 1,
);
