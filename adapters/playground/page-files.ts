import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { Preview } from '../../src/chat/preview.ts';
import { readScripts, sharedScripts, sharedStyle } from '../../src/page/page-files.ts';

/** The page's scripts, read once: what is not in this list is not served. */
const scripts = [...sharedScripts, ...readScripts(new URL('client/', import.meta.url))];
const style = readFileSync(new URL('style.css', import.meta.url), 'utf8');

/** Serves the scripts and style sheets of the page and of the pictures in it. */
export function addPageFiles(app: Hono, previews: readonly Preview[]): void {
  for (const { name, source } of scripts) {
    const headers = { 'content-type': 'text/javascript; charset=utf-8' };
    app.get(`/playground/client/${name}`, (c) => c.body(source, 200, headers));
  }
  addStyle(app, '/playground/page.css', sharedStyle);
  addStyle(app, '/playground/style.css', style);
  for (const [index, { css }] of previews.entries()) addStyle(app, `/playground/preview/${index}.css`, css);
}

function addStyle(app: Hono, path: string, css: string): void {
  app.get(path, (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }));
}
