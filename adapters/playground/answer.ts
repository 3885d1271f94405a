import { randomUUID } from 'node:crypto';
import type { Language } from '../../src/chat/language.ts';
import type { OutgoingFile } from '../../src/chat/outgoing-file.ts';
import type { PlatformPhrases } from '../../src/chat/platform-phrases.ts';
import type { Preview } from '../../src/chat/preview.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { cardMarkup } from '../../src/page/card.ts';
import { formMarkup, problemMarkup } from '../../src/page/form.ts';
import { type Markup, markup } from '../../src/page/markup.ts';
import type { Log } from '../../src/ports.ts';
import type { MailboxMessage } from './mailbox.ts';
import { replyText } from './reply-text.ts';
import { MAX_FILE_BYTES } from './uploads.ts';

/** A reply as the page shows it. */
export interface RenderedAnswer {
  readonly kind: Reply['kind'];
  readonly html: string;
  /** The same as plain text. */
  readonly text: string;
  /** Who can see it. */
  readonly seenBy: string;
  readonly previews: readonly RenderedPreview[];
  readonly language: Language;
}

/** An answer with the time it is shown with, in the person's time zone and locale. */
export interface ShownAnswer extends RenderedAnswer {
  readonly time: string;
}

/** What the page gets: an answer, and the messages that have arrived since the last one. */
export interface SentAnswer extends ShownAnswer {
  readonly more: readonly RenderedAnswer[];
}

/** What a reply is drawn with. */
export interface Drawing {
  readonly previews: readonly Preview[];
  readonly phrases: PlatformPhrases;
  readonly log: Log;
}

interface RenderedPreview {
  readonly name: string;
  /** A whole document, for a frame. */
  readonly html: string;
  readonly json: unknown;
}

/** Draws a reply for the page and as each of the platforms. */
export function renderAnswer(reply: Reply, drawing: Drawing): RenderedAnswer {
  const { previews, phrases } = drawing;
  const { seenByAll, seenByYou } = phrases.page;
  return {
    kind: reply.kind,
    html: replyMarkup(reply, phrases).toString(),
    text: replyText(reply),
    seenBy: reply.kind === 'card' && reply.to === 'place' ? seenByAll : seenByYou,
    previews: reply.kind === 'stay' ? [] : previews.flatMap((_preview, index) => drawPreview(reply, index, drawing)),
    language: phrases.language,
  };
}

/** Draws a message from the mailbox, with a link to its file below the card. */
export function renderMessage({ card, file, to }: MailboxMessage, drawing: Drawing): RenderedAnswer {
  const previews = file === undefined ? drawing.previews : [];
  const answer = renderAnswer({ kind: 'card', card, to }, { ...drawing, previews });
  if (file === undefined) return answer;
  const html = cardMarkup(card, randomUUID(), fileMarkup(file)).toString();
  return { ...answer, html, text: `${answer.text}\n[${file.name}]` };
}

function fileMarkup({ id, name, bytes }: OutgoingFile): Markup {
  const size = `${Math.max(1, Math.round(bytes.byteLength / 1024))} KB`;
  return markup`<p class="file"><a class="button plain" href="/playground/files/${id}" download="${name}">${name}</a> <span class="note">${size}</span></p>`;
}

function replyMarkup(reply: Reply, phrases: PlatformPhrases): Markup {
  switch (reply.kind) {
    case 'card':
      return cardMarkup(reply.card, randomUUID());
    case 'form':
      return formMarkup(reply.form, randomUUID(), { phrases: phrases.form, maxFileBytes: MAX_FILE_BYTES });
    case 'stay':
      return problemMarkup(reply.problem);
  }
}

/** Draws a preview; none if it fails, so that the reply is shown anyway. */
function drawPreview(reply: Reply, index: number, { previews, phrases, log }: Drawing): readonly RenderedPreview[] {
  const preview = previews[index];
  if (preview === undefined) return [];
  try {
    const { html, json } = preview.draw(reply, phrases);
    return [{ name: preview.name, html: documentOf(html, index, phrases), json }];
  } catch (error) {
    log.warn('A preview could not be drawn', { preview: preview.name, error });
    return [];
  }
}

/** The preview's HTML comes from our own renderer, so it is not escaped; its frame runs no scripts. */
function documentOf(picture: string, index: number, { language, preview }: PlatformPhrases): string {
  const head = markup`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${preview.title}</title><base target="_blank">
    <link rel="stylesheet" href="/playground/preview/${index}.css"></head>`;
  return `${head}<body class="preview">${picture}</body></html>`;
}
