import { shorten, shortenRuns } from '../../../src/chat/shorten.ts';
import { isLinkable, plainTextOf, type Run, runsOf, type Text } from '../../../src/chat/text.ts';
import type { Element } from './elements.ts';
import { LIMITS } from './limits.ts';

/** Shown instead of an empty text, which Teams would show as a gap. */
export const EMPTY = '–';

/** The style of a whole text. */
export interface TextStyle {
  readonly size?: 'small' | 'medium' | 'large';
  readonly weight?: 'bolder';
  readonly color?: 'attention';
  readonly isSubtle?: boolean;
  readonly spacing?: 'none' | 'small';
}

// Texts in which a `TextBlock` finds no markup, link, list or date.
const PLAIN = /^(?!\d+\s*$)[\p{L}\p{N}][\p{L}\p{N} ,’“”–?!]*$/u;

/** A text with bold and links as elements, so that nothing in it is interpreted as markup. */
export function richText(text: Text, textStyle: TextStyle = {}): Element {
  const { spacing, ...style } = textStyle;
  const runs = shortenRuns(runsOf(text), LIMITS.text).map((run) => inlineOf(run, style));
  const inlines = runs.length === 0 ? [inlineOf(EMPTY, style)] : runs;
  return { type: 'RichTextBlock', inlines, ...(spacing === undefined ? {} : { spacing }) };
}

/** A heading; marked as one for screen readers if its text contains no markup. */
export function heading(text: string, size: 'medium' | 'large'): Element {
  const title = shorten(text, LIMITS.title);
  if (!PLAIN.test(title)) return richText(title, { size, weight: 'bolder' });
  return { type: 'TextBlock', text: title, style: 'heading', size, weight: 'bolder', wrap: true };
}

/** A text for a property that Teams shows as it is, except dates and times in double braces. */
export function plainText(text: string, max: number): string {
  return unbraced(shorten(text.trim() === '' ? EMPTY : text, max));
}

/** A text for a list, where Teams interprets HTML: an invisible joiner after `<` and `&` prevents it. */
export function listText(text: string, max: number): string {
  return plainText(text, max).replace(/[<&]/gu, '$&\u2060');
}

// Teams replaces `{{DATE(…)}}` and `{{TIME(…)}}` in every text; a word joiner between the braces prevents it.
function unbraced(text: string): string {
  return text.replace(/\{(?=\{)/gu, '{\u2060');
}

function inlineOf(run: Run, style: Omit<TextStyle, 'spacing'>): Element {
  if (typeof run === 'string') return { type: 'TextRun', text: unbraced(run), ...style };
  if ('bold' in run || 'mention' in run)
    return { type: 'TextRun', text: unbraced(plainTextOf([run])), ...style, weight: 'bolder' };
  const link = { type: 'TextRun', text: unbraced(run.link === '' ? run.url : run.link), ...style };
  return isLinkable(run.url, LIMITS.url) ? { ...link, selectAction: { type: 'Action.OpenUrl', url: run.url } } : link;
}
