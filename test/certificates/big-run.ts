import { readDocument } from '../../src/certificates/read-document.ts';
import type { DocumentOutcome } from '../../src/domain/document-reading.ts';
import { createPrinter } from '../../src/printer/printer.ts';
import { BROWSER_FOLDER } from '../support/browser.ts';
import { silent } from '../support/conversation.ts';
import { pageOf } from './layouts.ts';
import { type Sample, samplesOf } from './samples.ts';
import { launchScanner, type ScanOptions, scan, scanOptions } from './scan.ts';
import { faultsOf } from './score.ts';

/** The score of a set of documents. */
interface Score {
  right: number;
  total: number;
  read: number;
  invented: number;
  readonly tookMs: number[];
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const printer = createPrinter({ folder: BROWSER_FOLDER, log: silent });

async function runSet(
  name: string,
  samples: readonly Sample[],
  read: (sample: Sample) => Promise<DocumentOutcome>,
): Promise<void> {
  const score: Score = { right: 0, total: 0, read: 0, invented: 0, tookMs: [] };
  for (const sample of samples) await runSample(sample, read, score);
  const { right, total, invented, tookMs } = score;
  const sorted = tookMs.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  say(
    `${name}: ${samples.length} documents, ${right} of ${total} fields right (${percent(right, total)}), ` +
      `${invented} of ${score.read} invented (${percent(invented, score.read)}), p95 ${(p95 / 1000).toFixed(2)} s`,
  );
}

async function runSample(
  sample: Sample,
  read: (sample: Sample) => Promise<DocumentOutcome>,
  score: Score,
): Promise<void> {
  const began = performance.now();
  const outcome = await read(sample);
  const reading = outcome.kind === 'certificate' ? outcome.reading : { kind: 'other' as const, questions: [] };
  score.tookMs.push(performance.now() - began - (printedMs.get(sample.id) ?? 0));
  const faults = faultsOf(sample, reading);
  score.right += faults.right;
  score.total += faults.total;
  score.read += Object.keys(faults.read).length;
  score.invented += faults.invented.length;
  const wrong = faults.wrong.map((field) => `${field} ${JSON.stringify(faults.read[field] ?? null)}`);
  if (wrong.length + faults.invented.length > 0)
    say(
      `  ${sample.id}: ${[...wrong, ...faults.invented.map((field) => `invented ${field} ${JSON.stringify(faults.read[field])}`)].join(', ')}`,
    );
}

const printedMs = new Map<string, number>();

async function readPrinted(sample: Sample): Promise<DocumentOutcome> {
  const began = performance.now();
  const bytes = await printer.print(pageOf(sample.layout, sample.printed));
  printedMs.set(sample.id, performance.now() - began);
  return readDocument({ bytes, mediaType: 'application/pdf', readsPictures: false }, 20_000);
}

async function readScan(sample: Sample, options: ScanOptions): Promise<DocumentOutcome> {
  const began = performance.now();
  const bytes = await scan(scanner, pageOf(sample.layout, sample.printed), options);
  printedMs.set(sample.id, performance.now() - began);
  return readDocument({ bytes, mediaType: 'image/png', readsPictures: true }, 20_000);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

const printed = samplesOf('samples').filter(({ layout }) => layout !== 'C12');
await runSet('Text PDFs', printed, readPrinted);
await runSet('Text PDFs in other layouts', samplesOf('unseen'), readPrinted);
await printer.close();
const scanner = await launchScanner();
const scans = samplesOf('samples').filter(({ layout }) => layout === 'C12');
await runSet('Scans of paper slips, 150 dpi', scans, (sample) =>
  readScan(sample, scanOptions(String(sample.printed.noise))),
);
const tilted = printed.filter(({ id, proof }) => id.endsWith('-v1') && proof !== 'none');
await runSet('Scans of certificates, tilted by 1°, with noise', tilted, (sample) =>
  readScan(sample, { turned: 1, hasNoise: true }),
);
await scanner.close();
