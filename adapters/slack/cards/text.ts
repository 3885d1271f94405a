import type { types } from '@slack/bolt';
import { shorten, shortenRuns } from '../../../src/chat/shorten.ts';
import { isLinkable, type Run } from '../../../src/chat/text.ts';
import { LIMITS } from './limits.ts';

/** Shown instead of an empty text, which Slack refuses. */
const EMPTY = '–';

/** A text that Slack shows as it is, without interpreting emoji codes, mentions, links or markup. */
export function plainText(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(text.trim() === '' ? EMPTY : text, max), emoji: false };
}

/** The id of a user, the only one that Slack accepts in a mention. */
const USER = /^[UW][A-Z0-9]{1,30}$/u;

/** The app's name, above a view whose own title is too long for Slack. */
const APP_NAME = 'recert';

/** Whether a title is too long for the top of a view, and stands in full within it. */
export function isLongTitle(title: string): boolean {
  return title.trim().length > LIMITS.viewTitle;
}

/** The title of a view. */
export function viewTitle(title: string): types.PlainTextElement {
  return plainText(isLongTitle(title) ? APP_NAME : title, LIMITS.viewTitle);
}

/** A block of text with bold and links as elements, so that nothing in it is interpreted as markup. */
export function richText(...runs: readonly Run[]): types.RichTextBlock {
  const elements = shortenRuns(runs, LIMITS.text).map(elementOf);
  const shown = elements.length === 0 ? [elementOf(EMPTY)] : elements;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: shown }] };
}

/** Escapes a message's `text`, which Slack always interprets as markup. */
export function escapeText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

function elementOf(run: Run): types.RichTextElement {
  if (typeof run === 'string') return { type: 'text', text: run };
  if ('mention' in run)
    return USER.test(run.user)
      ? { type: 'user', user_id: run.user }
      : { type: 'text', text: run.mention, style: { bold: true } };
  if ('bold' in run) return { type: 'text', text: run.bold, style: { bold: true } };
  return isLinkable(run.url, LIMITS.url)
    ? { type: 'link', url: run.url, text: run.link }
    : { type: 'text', text: run.link };
}
