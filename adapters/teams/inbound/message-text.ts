import type { TeamsActivity } from './payloads.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
};

// In the place of a card that was inserted.
const INSERTED = /<span\b[^<>]*\bclass="inline-compose-card"[^<>]*>(?:\s*<span\b[^<>]*>\s*<\/span>)*\s*<\/span>/gu;

/** Whether a message is nothing but a card that somebody inserted: it is shown to whoever is there, and asks for nothing. */
export function isInserted(activity: TeamsActivity): boolean {
  const carriesCard = activity.attachments?.some(({ contentType }) =>
    contentType?.startsWith('application/vnd.microsoft.card.'),
  );
  return (carriesCard === true || activity.text.includes('inline-compose-card')) && spokenText(activity) === '';
}

/** What a person typed to the bot: without the bot's own name, other names as words, signs as typed. */
export function spokenText({ text, entities, recipient }: TeamsActivity): string {
  let spoken = text.replace(INSERTED, ' ');
  for (const entity of entities) {
    if (entity.type === 'mention' && entity.mentioned.id === recipient.id && entity.text !== '') {
      spoken = spoken.replaceAll(entity.text, ' ');
    }
  }
  const words = decoded(spoken.replace(/<\/?at(?:\s[^<>]*)?>/gu, ''));
  return words.replace(/^\s*\/?recert\b\s*/iu, '').trim();
}

/** The words of a message in HTML, a line for each paragraph. */
export function htmlToText(html: string): string {
  const lines = html.replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/giu, '\n').replace(/<[^<>]*>/gu, '');
  return decoded(lines).trim();
}

/** The first address with https in a message in HTML. */
export function firstLink(html: string): string | undefined {
  const [, linked] = /<a\b[^<>]*\bhref="(https:\/\/[^"<>]+)"/iu.exec(html) ?? [];
  if (linked !== undefined) return decoded(linked);
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
