import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Subjects = z.array(z.string().min(1));
const Entry = z.strictObject({
  source: z.string().min(1),
  /** The page of the body's own outline by code, which was not opened. */
  outlines: z.record(z.string(), z.url({ protocol: /^https$/u })),
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
  /** The page of the body's own outline, if it is known; the subjects weren't compared with it. */
  readonly outline?: { readonly url: string; readonly certainty: 'not checked' };
}

let loaded: ReadonlyMap<string, CertificationDomains> | undefined;

/** Returns the domains of certifications by their codes; a certification without an entry has none that are known. */
export function certificationDomains(): ReadonlyMap<string, CertificationDomains> {
  if (loaded === undefined) {
    const content: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'domains.json'), 'utf8'));
    const entries = z.array(Entry).parse(content);
    loaded = new Map(
      entries.flatMap(({ certifications, outlines, ...entry }) =>
        certifications.map((code) => {
          const url = outlines[code];
          return [code, url === undefined ? entry : { ...entry, outline: { url, certainty: 'not checked' } }] as const;
        }),
      ),
    );
  }
  return loaded;
}
