import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageText } from '../../src/certificates/page-text.ts';

/** A sample certificate: what is printed, and what must be read. */
export interface Sample {
  readonly id: string;
  readonly layout: string;
  readonly printed: Readonly<Record<string, string | readonly string[]>>;
  readonly truth: Readonly<Record<string, unknown>>;
  readonly empty: readonly string[];
  readonly asks?: readonly string[];
  readonly says?: readonly string[];
  readonly proof?: string;
  readonly member?: string;
  readonly courses?: readonly Readonly<Record<string, string>>[];
}

/** The samples of a set. */
export function samplesOf(set: 'samples' | 'unseen'): readonly Sample[] {
  const lines = readFileSync(join(import.meta.dirname, `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line): Sample => JSON.parse(line));
}

/** The folder with the stored text of printed samples. */
export const TEXTS = join(import.meta.dirname, 'texts');

/** The stored text of the printed page of a sample. */
export function storedText(id: string): readonly PageText[] {
  return JSON.parse(readFileSync(join(TEXTS, `${id}.json`), 'utf8'));
}
