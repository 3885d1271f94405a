import { escapeHtml } from '../../../src/chat/escape-html.ts';
import { type PlatformPhrases, renderNotice } from '../../../src/chat/platform-phrases.ts';
import type { Preview } from '../../../src/chat/preview.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { cardOf } from '../cards/card.ts';
import { type Dialog, formDialog } from '../cards/dialog.ts';
import type { AdaptiveCard } from '../cards/elements.ts';
import { hostConfig, previewCss } from './preview-css.ts';
import { adaptiveCards, type DrawCard } from './preview-library.ts';

// Fixed, so that the payload is reproducible.
const NONCE = '00000000-0000-4000-8000-000000000000';

let library: DrawCard | undefined;

/** Draws a reply as Teams would, light or dark by `data-theme` or the system's preference. */
export const teamsPreview: Preview = {
  name: 'Teams',
  css: previewCss,
  draw: (reply, phrases) => {
    const payload = payloadOf(reply, phrases);
    // Loaded on first use, because it is slow and only the playground needs it.
    library ??= adaptiveCards(hostConfig);
    const html = isDialog(payload) ? dialogHtml(payload, library) : cardHtml(payload, library);
    return { html: `<div class="teams-preview">${html}</div>`, json: payload };
  },
};

function payloadOf(reply: Reply, phrases: PlatformPhrases): AdaptiveCard | Dialog {
  switch (reply.kind) {
    case 'card':
      return cardOf(reply.card, phrases);
    case 'form':
      return formDialog(reply.form, NONCE, phrases);
    case 'stay':
      return cardOf(renderNotice({ ...phrases.notice.failed, text: reply.problem }), phrases);
  }
}

function isDialog(payload: AdaptiveCard | Dialog): payload is Dialog {
  return 'card' in payload;
}

type Client = 'wide' | 'narrow';

/** The width of clients for which a part is left out, by its `targetWidth`. */
const LEFT_OUT: Readonly<Record<Client, string>> = { wide: 'atMost:narrow', narrow: 'atLeast:standard' };

// The library knows nothing of the width of clients, so a card that differs is drawn for both; the style sheet shows one.
function cardHtml(card: AdaptiveCard, draw: DrawCard): string {
  if (!JSON.stringify(card).includes('"targetWidth"')) return draw(drawable(card));
  const html = (client: Client) => `<div class="teams-preview-${client}">${draw(drawable(card, client))}</div>`;
  return html('wide') + html('narrow');
}

// The library shows the value of a search field, Teams its label; a plain choice shows the label.
function drawable<Part>(part: Part, client: Client = 'wide'): Part {
  if (Array.isArray(part))
    return part.filter((one) => !isFor(LEFT_OUT[client], one)).map((one) => drawable(one, client)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  const isSearch = 'style' in part && part.style === 'filtered';
  const entries = Object.entries(part).filter(([name]) => !isSearch || (name !== 'style' && name !== 'choices.data'));
  return Object.fromEntries(entries.map(([name, value]) => [name, drawable(value, client)])) as Part;
}

function isFor(targetWidth: string, part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'targetWidth' in part && part.targetWidth === targetWidth;
}

function dialogHtml({ title, card }: Dialog, draw: DrawCard): string {
  const heading = `<p class="teams-preview-title">${escapeHtml(title)}</p>`;
  return `<section class="teams-preview-dialog" aria-label="${escapeHtml(title)}">${heading}${draw(drawable(card.content))}</section>`;
}
