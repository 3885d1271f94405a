import { readdirSync, readFileSync } from 'node:fs';

/** A script of a page, as it is served. */
export interface PageScript {
  readonly name: string;
  readonly source: string;
}

/** Reads the scripts in a folder. */
export function readScripts(folder: URL): readonly PageScript[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, source: readFileSync(new URL(name, folder), 'utf8') }));
}

/** The scripts that every page may use; each page serves them beside its own. */
export const sharedScripts = readScripts(new URL('client/', import.meta.url));

/** The style sheet of cards and forms. */
export const sharedStyle = readFileSync(new URL('page.css', import.meta.url), 'utf8');
