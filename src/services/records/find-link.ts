/** A web address found in a text. */
export interface LinkMatch {
  readonly link: string;
  /** What stays in its place: the label that a chat gave it. */
  readonly label: string;
  readonly words: string;
  readonly index: number;
}

/** As Slack writes it, `<https://example.com|label>`, or bare. */
const LINK = /<(?<marked>https?:\/\/[^\s<>|]+)(?:\|(?<label>[^<>]*))?>|(?<bare>https?:\/\/[^\s<>]+)/iu;
/** Marks after an address that belong to the sentence. */
const AFTER = /[.,;:!?)\]}'"”»]+$/u;

/** Returns the first web address in a text. */
export function findLink(text: string): LinkMatch | undefined {
  const match = LINK.exec(text);
  if (match === null) return undefined;
  const { marked, label = '', bare = '' } = match.groups ?? {};
  if (marked !== undefined) {
    const named = /^https?:\/\//iu.test(label) || marked.includes(label) ? '' : label;
    return { link: marked, label: named, words: match[0], index: match.index };
  }
  const link = bare.replace(AFTER, '');
  return { link, label: '', words: link, index: match.index };
}
