import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { plainTextOf, type Run, runsOf, type Text } from '../chat/text.ts';

/** HTML in which all inserted texts are escaped. */
export type Markup = HtmlEscapedString;

type Piece = string | number | false | undefined | Markup | readonly Piece[];

/** Builds HTML; inserted strings are escaped, inserted markup is not. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  // hono's type includes promises, which occur only if a piece is one.
  return html(strings, ...pieces) as Markup;
}

/** A value as JSON for a script element; escaped so that it can't end the element. */
export function scriptData(value: unknown): Markup {
  const json = JSON.stringify(value);
  return raw(json.replace(/[<>&']/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** A text with bold and links. */
export function textMarkup(text: Text): Markup {
  return markup`${runsOf(text).map(runMarkup)}`;
}

function runMarkup(run: Run): Piece {
  if (typeof run === 'string') return run;
  if ('bold' in run || 'mention' in run) return markup`<strong>${plainTextOf([run])}</strong>`;
  // Escaping does not make `javascript:` addresses safe.
  if (!/^(?:https?:\/\/|mailto:)/iu.test(run.url)) return run.link;
  return markup`<a href="${run.url}" target="_blank" rel="noopener noreferrer">${run.link}</a>`;
}
