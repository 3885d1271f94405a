import type { TeamsActivity } from './payloads.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
};

// What Teams writes where a card was inserted.
const INSERTED = /<span\b[^<>]*\bclass="inline-compose-card"[^<>]*>(?:\s*<span\b[^<>]*>\s*<\/span>)*\s*<\/span>/gu;

/** Whether a message is only a card that a person inserted, which needs no answer. */
export function isInsertedCard(activity: TeamsActivity): boolean {
  const carriesCard = activity.attachments?.some(({ contentType }) =>
    contentType?.startsWith('application/vnd.microsoft.card.'),
  );
  return (carriesCard === true || activity.text.includes('inline-compose-card')) && typedText(activity) === '';
}

/** The text a person typed: without the bot's own mention, other mentions as names, entities decoded. */
export function typedText({ text, entities, recipient }: TeamsActivity): string {
  let typed = text.replace(INSERTED, ' ');
  for (const entity of entities) {
    if (entity.type === 'mention' && entity.mentioned.id === recipient.id && entity.text !== '') {
      typed = typed.replaceAll(entity.text, ' ');
    }
  }
  const words = decoded(typed.replace(/<\/?at(?:\s[^<>]*)?>/gu, ''));
  return words.replace(/^\s*\/?recert\b\s*/iu, '').trim();
}

/** The text of an HTML message, one line per paragraph. */
export function htmlToText(html: string): string {
  const lines = html.replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/giu, '\n').replace(/<[^<>]*>/gu, '');
  return decoded(lines).trim();
}

/** The first https address in an HTML message. */
export function firstLink(html: string): string | undefined {
  const [, href] = /<a\b[^<>]*\bhref="(https:\/\/[^"<>]+)"/iu.exec(html) ?? [];
  if (href !== undefined) return decoded(href);
  const [written] = /https:\/\/[^\s<>"']+/u.exec(htmlToText(html)) ?? [];
  return written;
}

function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/giu, (whole) => {
    const known = ENTITIES[whole.toLowerCase()];
    if (known !== undefined) return known;
    const isHex = whole.charAt(2).toLowerCase() === 'x';
    const code = Number.parseInt(whole.slice(isHex ? 3 : 2, -1), isHex ? 16 : 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
