import { type Mention, mentionMark, withoutMentionMarks } from '../../../src/chat/mention.ts';
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
  return (carriesCard === true || activity.text.includes('inline-compose-card')) && typedText(activity).text === '';
}

/** The text a person typed, without the bot's own mention and with entities decoded; other mentions are marked. */
export function typedText({ text, entities, recipient }: TeamsActivity): {
  readonly text: string;
  readonly mentions: readonly Mention[];
} {
  const found = entities.filter((entity) => entity.type === 'mention').filter((entity) => entity.text !== '');
  const isOwn = ({ mentioned }: MentionEntity) => mentioned.id === recipient.id;
  const own = found.filter(isOwn);
  const others = found.filter((entity) => !isOwn(entity));
  let typed = withoutMentionMarks(text).replace(INSERTED, ' ');
  for (const { text: shown } of own) typed = typed.replaceAll(shown, ' ');
  const mentions = others.map(mentionOf);
  for (const [index, { text: shown }] of others.entries()) {
    // Mentions of one name stand in the order of their entities; a text that stands more often was also typed by hand.
    const isCounted = typed.split(shown).length - 1 === others.slice(index).filter((one) => one.text === shown).length;
    if (isCounted) typed = typed.replace(shown, () => mentionMark(index));
  }
  const words = decoded(typed.replace(/<\/?at(?:\s[^<>]*)?>/gu, ''));
  return { text: words.replace(/^\s*\/?recert\b\s*/iu, '').trim(), mentions };
}

type MentionEntity = Extract<TeamsActivity['entities'][number], { type: 'mention' }>;

function mentionOf({ mentioned, text }: MentionEntity): Mention {
  const user = mentioned.aadObjectId?.trim().toLowerCase() || mentioned.id;
  return { user, label: mentioned.name?.trim() || decoded(text.replace(/<[^<>]*>/gu, '')).trim() };
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
