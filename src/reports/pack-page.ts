import type { Words } from '../strings/index.ts';
import { codeOf } from '../views/reports/report-card.ts';
import { rendered } from './templates.ts';

interface DownloadablePack {
  readonly title: string;
  readonly counts: string;
  readonly contentHash: string;
  readonly files: readonly unknown[];
  /** In bytes. */
  readonly size: number;
  /** The last day on which it can be fetched. */
  readonly until: string;
  /** Where the button sends to. */
  readonly action: string;
}

/** Returns the page of a pack link with a download button, or a message that the pack is gone. */
export function packPage(pack: DownloadablePack | undefined, words: Words): string {
  const phrases = words.pack.page;
  const { title } = words.pack;
  if (pack === undefined) return rendered('pack-page', { language: words.language, title, gone: phrases.gone });
  const { counts, contentHash, files, size, until, action } = pack;
  const facts = [
    { label: phrases.files, value: `${files.length} · ${megabytes(size, words)}` },
    { label: words.report.code, value: codeOf(contentHash) },
    { label: words.pack.goodUntil, value: words.date(until) },
  ];
  const lines = { button: phrases.button, noted: phrases.noted, check: words.report.check };
  return rendered('pack-page', {
    ...{ language: words.language, title: `${pack.title}: ${title}`, counts, facts, action, ...lines, gone: '' },
  });
}

function megabytes(size: number, { language }: Words): string {
  const digits = size < 9_950_000 ? 1 : 0;
  const how = {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat(language, how).format(size / 1_000_000);
}
