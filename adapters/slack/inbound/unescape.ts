const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** A text as it was typed, from Slack's encoding: `<@U1|anna>` is `@anna`, `<https://a.b|a.b>` is `a.b`, `&lt;` is `<`. */
export function unescapeText(text: string): string {
  return text.replace(/<([^<>]*)>|&(?:lt|gt|amp);/gu, (whole, inner: string | undefined) =>
    inner === undefined ? (ENTITIES[whole] ?? whole) : unescapeText(labelOf(inner)),
  );
}

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
