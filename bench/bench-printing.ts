import { createPrinter } from '../src/printer/printer.ts';
import { auditReportPages } from '../src/reports/audit-report.ts';
import { bigReport } from '../test/printer/big-report.ts';
import { BROWSER_FOLDER } from '../test/support/browser.ts';
import { silent } from '../test/support/conversation.ts';

const BLANK = '<!doctype html><html lang="en"><head><title>Blank</title></head><body></body></html>';
const TURNS = 7;

/** A report of about fifty pages, beside a blank page in the same warm browser. */
export async function benchPrinting(say: (line: string) => void): Promise<void> {
  const printer = createPrinter({ folder: BROWSER_FOLDER, log: silent });
  const report = bigReport(470, 12);
  try {
    await printer.print(BLANK);
    const blank: number[] = [];
    const whole: number[] = [];
    let pages = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      blank.push(await took(() => printer.print(BLANK)));
      whole.push(
        await took(async () => {
          const documents = auditReportPages({ ...report, csvHash: '' });
          const printed = await Promise.all(documents.map((html) => printer.print(html)));
          pages = printed.reduce((sum, bytes) => sum + pagesOf(bytes), 0);
        }),
      );
    }
    const [one, all] = [median(blank), median(whole)];
    const most = Math.max(...whole);
    say(
      `  report of 470 records, ${pages} pages: ${all.toFixed(0)} ms (most ${most.toFixed(0)} ms); a blank page ${one.toFixed(0)} ms; ${(all / one).toFixed(1)} times`,
    );
  } finally {
    await printer.close();
  }
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** The pages of a PDF as the browser writes it. */
function pagesOf(bytes: Uint8Array): number {
  const found = /\/Type\s*\/Pages[^>]*?\/Count (\d+)/gu;
  const counts = [...Buffer.from(bytes).toString('latin1').matchAll(found)].map(([, count]) => Number(count));
  return Math.max(0, ...counts);
}
