import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addMonths, type Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { readCertification } from './schema.ts';
import { searchOver } from './search.ts';

/** Every certification there are rules for. */
export interface Catalogue {
  /** By name. */
  readonly all: readonly Certification[];
  get(code: string): Certification | undefined;
  /** The rule file of a certification, as it is written; to be changed and read again. */
  fileOf(code: string): RuleFile | undefined;
  /** By code, short name, name or alias, whatever the case, the spaces and the signs: `sec+`, `CIPP/E`, `cippe`. */
  find(text: string): Certification | undefined;
  /** The best matches for what was typed so far; the first by name when nothing was. */
  search(typed: string, limit: number): readonly Certification[];
  /** The most likely meant one, when the text finds none. */
  nearest(text: string): Certification | undefined;
}

const DATA = join(import.meta.dirname, 'data');
const MONTHS_UNTIL_STALE = 12;

/** A rule file as it is written, by field. */
export type RuleFile = Readonly<Record<string, unknown>>;

let loaded: Catalogue | undefined;

/** The catalogue, read from its data files on the first call; throws with the file and the field that is wrong. */
export function loadCatalogue(): Catalogue {
  loaded ??= catalogueOf(readAll());
  return loaded;
}

/** Whether the entry was last compared with its sources more than twelve months ago. */
export function isStale(certification: Pick<Certification, 'reviewed'>, today: Day): boolean {
  return today > addMonths(certification.reviewed, MONTHS_UNTIL_STALE);
}

/** The catalogue of some rule files; throws with the file and the field that is wrong, and where one word would find two. */
export function catalogueOf(files: readonly RuleFile[]): Catalogue {
  const read = files.map((file) => [readCertification(`${file.code}`, file), file] as const);
  const all = read
    .map(([certification]) => certification)
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const byCode = new Map(all.map((certification) => [certification.code, certification]));
  const fileByCode = new Map(read.map(([{ code }, file]) => [code, file]));
  return { all, get: (code) => byCode.get(code), fileOf: (code) => fileByCode.get(code), ...searchOver(all) };
}

function readAll(): RuleFile[] {
  const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return files.map((file) => {
    const content = parse(file, readFileSync(join(DATA, file), 'utf8')) as RuleFile;
    if (basename(file) === `${content.code}.json`) return content;
    throw new Error(`${file}: code must equal the file's name, got '${content.code}'.`);
  });
}

function parse(file: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new Error(`${file}: must be JSON.`, { cause });
  }
}
