import { shorten, shortenRuns } from '../../../src/chat/shorten.ts';
import { isLinkable, type Run, runsOf, type Text } from '../../../src/chat/text.ts';
import type { Element } from './elements.ts';
import { LIMITS } from './limits.ts';

/** Stands where there is nothing: Teams shows an empty text as a gap. */
export const EMPTY = '–';

/** How a whole text looks. */
export interface TextStyle {
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly color?: 'attention';
  readonly isSubtle?: boolean;
  readonly spacing?: 'none' | 'small';
}

// In these alone a text block reads nothing as markup, a link, a list or a date.
const PLAIN = /^(?!\d+\s*$)[\p{L}\p{N}][\p{L}\p{N} ,’“”–?!]*$/u;

/** Runs as text in which bold and links are elements, so that nothing people wrote is read as markup. */
export function richText(text: Text, look: TextStyle = {}): Element {
  const { spacing, ...style } = look;
  const runs = shortenRuns(runsOf(text), LIMITS.text).map((run) => inlineOf(run, style));
  const inlines = runs.length === 0 ? [inlineOf(EMPTY, style)] : runs;
  return { type: 'RichTextBlock', inlines, ...(spacing === undefined ? {} : { spacing }) };
}

/** A heading; known as one to screen readers where its words cannot be misread. */
export function heading(text: string, size: 'medium' | 'large'): Element {
  const shown = shorten(text, LIMITS.title);
  if (!PLAIN.test(shown)) return richText(shown, { size, weight: 'bolder' });
  return { type: 'TextBlock', text: shown, style: 'heading', size, weight: 'bolder', wrap: true };
}

/** A text for a property Teams shows as it is, but for dates and times in double braces. */
export function plainText(text: string, max: number): string {
  return unbraced(shorten(text.trim() === '' ? EMPTY : text, max));
}

/** A text for a line of a list, where Teams would read HTML: a joiner that nobody sees keeps signs from being read as markup. */
export function listText(text: string, max: number): string {
  return plainText(text, max).replace(/[<&]/gu, '$&\u2060');
}

// `{{DATE(…)}}` and `{{TIME(…)}}` are replaced even where nothing else is: a word joiner parts the braces.
function unbraced(text: string): string {
  return text.replace(/\{(?=\{)/gu, '{\u2060');
}

function inlineOf(run: Run, style: Omit<TextStyle, 'spacing'>): Element {
  if (typeof run === 'string') return { type: 'TextRun', text: unbraced(run), ...style };
  if ('bold' in run) return { type: 'TextRun', text: unbraced(run.bold), ...style, weight: 'bolder' };
  const link = { type: 'TextRun', text: unbraced(run.link === '' ? run.url : run.link), ...style };
  return isLinkable(run.url, LIMITS.url) ? { ...link, selectAction: { type: 'Action.OpenUrl', url: run.url } } : link;
}
