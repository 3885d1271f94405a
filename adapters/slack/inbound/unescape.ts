import { type Mention, mentionMark, withoutMentionMarks } from '../../../src/chat/mention.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** A text as it was typed, from Slack's encoding: `<@U1|anna>` is `@anna`, `<https://a.b|a.b>` is `a.b`, `&lt;` is `<`. */
export function unescapeText(text: string): string {
  return text.replace(/<([^<>]*)>|&(?:lt|gt|amp);/gu, (whole, inner: string | undefined) =>
    inner === undefined ? (ENTITIES[whole] ?? whole) : unescapeText(labelOf(inner)),
  );
}

const MENTION = /<@([UW][A-Z0-9]{1,30})(?:\|([^<>]*))?>/gu;

/** A text as it was typed, with each mention of a user marked by its id. What only looks like a mention was typed with `<`, so Slack sends it as `&lt;`. */
export function readMentions(sent: string): { readonly text: string; readonly mentions: readonly Mention[] } {
  const mentions: Mention[] = [];
  const text = withoutMentionMarks(sent).replace(MENTION, (_whole, user: string, label: string = '') => {
    mentions.push({ user, label: unescapeText(label).replace(/^@/u, '') });
    return mentionMark(mentions.length - 1);
  });
  return { text: unescapeText(text), mentions };
}

/** Removes the signs with which Slack marks a message's text as bold, italic, struck out or code, and its emoji codes. */
export function withoutMarkup(text: string): string {
  const bare = text.replace(EMOJI, '');
  return STYLES.reduce((styled, style) => styled.replace(style, '$1$2'), bare)
    .replace(/[ \t]{2,}/gu, ' ')
    .trim();
}

// In 10:30:45 a digit stands before the colon.
const EMOJI = /(?<![\p{L}\p{N}]):(?:[+-]1|100|1234|\d*[a-z][\w+'-]*):(?::skin-tone-[2-6]:)?/giu;
const STYLES = ['\\*', '_', '~', '`{1,3}'].map(
  (sign) => new RegExp(`(^|[\\s\\p{P}])${sign}(?=\\S)([^\\n]*?\\S)${sign}(?=$|[\\s\\p{P}])`, 'gu'),
);

/** The first https address in a text as Slack sends it. */
export function firstLink(text: string): string | undefined {
  const [, address] = /<(https:\/\/[^<>|]+)(?:\|[^<>]*)?>/u.exec(text) ?? [];
  return address === undefined ? undefined : unescapeText(address);
}

function labelOf(inner: string): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  switch (target.charAt(0)) {
    case '@':
      return `@${label || target.slice(1)}`;
    case '#':
      return `#${label || target.slice(1)}`;
    case '!':
      return label || `@${target.slice(1)}`;
    default:
      return label || target.replace(/^mailto:/u, '');
  }
}
