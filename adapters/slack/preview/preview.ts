import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { types } from '@slack/bolt';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { escapeHtml } from '../../../src/chat/escape-html.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Preview } from '../../../src/chat/preview.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { message } from '../cards/message.ts';
import { modal } from '../cards/modal.ts';
import { drawInput } from './draw-input.ts';
import { previewCss } from './preview-css.ts';

// The library interprets markup in plain texts, which Slack does not: it draws tokens, replaced with the texts afterwards.
const TOKEN = /\uE000(\d+)\uE001/gu;

/** Draws a reply as Slack would, light or dark by `data-theme` or the system's preference. */
export const slackPreview: Preview = {
  name: 'Slack',
  css: previewCss(readFileSync(createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8')),
  draw: (reply, phrases) => {
    const payload = payloadOf(reply, phrases);
    const plain: string[] = [];
    const drawn = 'type' in payload ? drawModal(payload, plain, phrases) : drawBlocks(payload.blocks, plain);
    const html = renderToStaticMarkup(createElement('div', { className: 'slack-preview' }, drawn));
    return {
      html: withScrolling(html).replace(TOKEN, (_whole, index) => escapeHtml(plain[Number(index)] ?? '')),
      json: payload,
    };
  },
};

/** A table may be wider than a phone, so its frame can be scrolled with the keyboard. */
function withScrolling(html: string): string {
  return html.replaceAll(/<div (class="[^"]*__table[ "])/gu, '<div tabindex="0" $1');
}

function payloadOf(reply: Reply, phrases: PlatformPhrases): types.ModalView | ReturnType<typeof message> {
  switch (reply.kind) {
    case 'card':
      return message(reply.card, phrases);
    case 'form':
      return modal(reply.form, phrases);
    case 'stay':
      return message(renderNotice({ ...phrases.notice.failed, text: reply.problem }), phrases);
  }
}

function drawModal(
  { title, submit, close, blocks }: types.ModalView,
  plain: string[],
  phrases: PlatformPhrases,
): ReactNode {
  const buttons = [close, submit].flatMap((text, index) =>
    text === undefined ? [] : [createElement('span', { key: index, className: 'slack-preview-button' }, text.text)],
  );
  return createElement(
    'section',
    { className: 'slack-preview-modal', 'aria-label': title.text },
    createElement('p', { className: 'slack-preview-title' }, title.text),
    ...runs(blocks as types.KnownBlock[]).map((run, key) =>
      Array.isArray(run)
        ? createElement('div', { key }, drawBlocks(run, plain))
        : createElement('div', { key }, drawInput(run, phrases)),
    ),
    createElement('p', { className: 'slack-preview-buttons' }, ...buttons),
  );
}

// Inputs are drawn here, because the library leaves out their values.
function runs(blocks: readonly types.KnownBlock[]): (types.InputBlock | types.KnownBlock[])[] {
  const all: (types.InputBlock | types.KnownBlock[])[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (block.type === 'input') all.push(block);
    else if (Array.isArray(last)) last.push(block);
    else all.push([block]);
  }
  return all;
}

function drawBlocks(blocks: readonly unknown[], plain: string[]): ReactNode {
  return createElement(Message, {
    blocks: blocks.map((block) => withTokens(block, plain)) as Block[],
    name: 'recert',
    logo: '',
    withoutWrapper: true,
  });
}

function withTokens(part: unknown, plain: string[]): unknown {
  if (Array.isArray(part)) return part.map((one) => withTokens(one, plain));
  if (typeof part !== 'object' || part === null) return part;
  const isPlain = 'type' in part && (part.type === 'plain_text' || part.type === 'raw_text');
  if (isPlain && 'text' in part && typeof part.text === 'string') {
    return { ...part, text: `\uE000${plain.push(part.text) - 1}\uE001` };
  }
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withTokens(value, plain)]));
}
