import type { types } from '@slack/bolt';
import { shorten, shortenRuns } from '../../../src/chat/shorten.ts';
import { isLinkable, type Run } from '../../../src/chat/text.ts';
import { LIMITS } from './limits.ts';

/** Stands where there is nothing: Slack refuses an empty text. */
const EMPTY = '–';

/** A text Slack shows as it is: no emoji codes, mentions, links or markup are read from it. */
export function plainText(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(text.trim() === '' ? EMPTY : text, max), emoji: false };
}

/** Runs as a block in which bold and links are elements, so that nothing people wrote is read as markup. */
export function richText(...runs: readonly Run[]): types.RichTextBlock {
  const elements = shortenRuns(runs, LIMITS.text).map(elementOf);
  const shown = elements.length === 0 ? [elementOf(EMPTY)] : elements;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: shown }] };
}

/** Text for the one field that Slack reads as markup whatever we do: a message's `text`, shown in notifications. */
export function escapeText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

function elementOf(run: Run): types.RichTextElement {
  if (typeof run === 'string') return { type: 'text', text: run };
  if ('bold' in run) return { type: 'text', text: run.bold, style: { bold: true } };
  return isLinkable(run.url, LIMITS.url)
    ? { type: 'link', url: run.url, text: run.link }
    : { type: 'text', text: run.link };
}
