import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readScripts, sharedScripts, sharedStyle } from '../../../src/page/page-files.ts';

/** Where the tab is served. */
export const TAB_PATH = '/teams/tab';
/** Where its scripts and style sheets are served. */
export const FILES_PATH = `${TAB_PATH}/files`;

interface TabFile {
  readonly type: string;
  readonly text: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Reads the scripts and style sheets of the tab, once. Microsoft's client library is served from here, not from a content network. */
export function readTabFiles(): ReadonlyMap<string, TabFile> {
  const library = createRequire(import.meta.url).resolve('@microsoft/teams-js');
  const scripts = [...sharedScripts, ...readScripts(new URL('client/', import.meta.url))];
  return new Map([
    ...scripts.map(({ name, source }) => [name, { type: SCRIPT, text: source }] as const),
    ['teams-js.js', { type: SCRIPT, text: readFileSync(library, 'utf8') }],
    ['page.css', { type: STYLE, text: sharedStyle }],
    ['tab.css', { type: STYLE, text: readFileSync(new URL('tab.css', import.meta.url), 'utf8') }],
  ]);
}
