import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Subjects = z.array(z.string().min(1));
const Entry = z.strictObject({
  source: z.string().min(1),
  certifications: Subjects,
  domains: Subjects,
  exactly: Subjects,
  related: Subjects,
});

/** The domains of a certification as subjects of the vocabulary of opportunities. */
export interface CertificationDomains {
  /** Subjects that count, with all that is narrower. */
  readonly domains: readonly string[];
  /** Subjects that count, without what is narrower. */
  readonly exactly: readonly string[];
  /** Subjects that count if they fit the work of the holder, with all that is narrower. */
  readonly related: readonly string[];
  /** The outlines that the subjects are taken from. */
  readonly source: string;
}

let loaded: ReadonlyMap<string, CertificationDomains> | undefined;

/** Returns the domains of certifications by their codes; a certification without an entry has none that are known. */
export function certificationDomains(): ReadonlyMap<string, CertificationDomains> {
  if (loaded === undefined) {
    const content: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'domains.json'), 'utf8'));
    const entries = z.array(Entry).parse(content);
    loaded = new Map(entries.flatMap(({ certifications, ...entry }) => certifications.map((code) => [code, entry])));
  }
  return loaded;
}
