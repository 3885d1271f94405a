import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addMonths, type Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { searchOver } from './certification-search.ts';
import { readCertification } from './schema.ts';

/** All certifications with rules. */
export interface Catalogue {
  /** By name. */
  readonly all: readonly Certification[];
  get(code: string): Certification | undefined;
  /** The unparsed rule file of a certification. */
  fileOf(code: string): RuleFile | undefined;
  /** Finds by code, short name, name or alias, ignoring case, spaces and punctuation: `sec+`, `CIPP/E`, `cippe`. */
  find(text: string): Certification | undefined;
  /**
   * Finds the only certification that a text can mean: as `find` does, or with its body or a word such as exam beside the name; not one that
   * has namesakes.
   */
  identify(text: string): Certification | undefined;
  /** The best matches for what was typed; the first by name for an empty text. */
  search(typed: string, limit: number): readonly Certification[];
  /** All that a text may mean, the best first: those with each of its words, else those with similar or some words. At most 100. */
  candidates(text: string): readonly Certification[];
  /** Other certifications that their holders call by the name that finds one: `CSA` of EC-Council, and of ServiceNow. */
  namesakes(text: string): readonly Certification[];
}

const DATA = join(import.meta.dirname, 'data');
/** After how many months the rules must be reviewed again. */
export const MONTHS_UNTIL_STALE = 12;

/** A rule file before parsing, by field. */
export type RuleFile = Readonly<Record<string, unknown>>;

/** Returns the fields of a parsed rule file; empty for anything but an object, which then fails the schema. */
export function ruleFileOf(content: unknown): RuleFile {
  return typeof content === 'object' && content !== null && !Array.isArray(content) ? { ...content } : {};
}

let loaded: Catalogue | undefined;

/** Returns the catalogue, read from its data files on the first call. Throws an error that names the invalid file and field. */
export function loadCatalogue(): Catalogue {
  loaded ??= catalogueOf(readAll());
  return loaded;
}

/** Whether the rules were last reviewed more than twelve months ago. */
export function isStale(certification: Pick<Certification, 'reviewed'>, today: Day): boolean {
  return today > addMonths(certification.reviewed, MONTHS_UNTIL_STALE);
}

/**
 * Returns the catalogue of some rule files, of which `own` are the codes that a workspace added. Throws if a field is invalid or one name
 * would find two certifications.
 */
export function catalogueOf(files: readonly RuleFile[], own: ReadonlySet<string> = new Set()): Catalogue {
  const read = files.map((file) => {
    const code = `${file.code}`;
    return [readCertification(code, file, own.has(code) ? 'workspace' : 'catalogue'), file] as const;
  });
  const shortByCode = new Map(read.map(([{ code, short }]) => [code, short]));
  const all = read
    .map(([certification]) => withSuccessors(certification, shortByCode))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const byCode = new Map(all.map((certification) => [certification.code, certification]));
  const fileByCode = new Map(read.map(([{ code }, file]) => [code, file]));
  return { all, get: (code) => byCode.get(code), fileOf: (code) => fileByCode.get(code), ...searchOver(all) };
}

function withSuccessors(certification: Certification, shortByCode: ReadonlyMap<string, string>): Certification {
  const { retired } = certification;
  if (retired?.value.replacedBy === undefined) return certification;
  const successors = retired.value.replacedBy.map((code) => shortByCode.get(code) ?? code);
  return { ...certification, retired: { ...retired, value: { ...retired.value, successors } } };
}

function readAll(): RuleFile[] {
  const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return files.map((file) => {
    const content = ruleFileOf(parse(file, readFileSync(join(DATA, file), 'utf8')));
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
