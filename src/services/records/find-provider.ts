/** A word of a name: in capitals at its beginning, or `chapter`. */
const NAME_WORD = String.raw`(?:\p{Lu}[\p{L}\p{N}.&'’+-]*|\d[\p{L}\p{N}]*|chapter|of|and|für|for|der|&)`;
const NAME = String.raw`\p{Lu}[\p{L}\p{N}.&'’+-]*(?:\s+${NAME_WORD}){0,5}`;

/** `by SANS`, `from ISACA Berlin chapter`, `von ISACA Wien` at the end of a title. */
const BY = new RegExp(String.raw`\s(?:hosted\s+by|organi[sz]ed\s+by|by)\s+(?:the\s+)?(${NAME})$`, 'u');
const FROM = new RegExp(String.raw`\s(?:from|at|von|vom|beim)\s+(?:the\s+|der\s+)?(${NAME})$`, 'u');
const AT_SIGN = /\s@\s?([\p{L}\p{N}][^@]{0,60})$/u;
/** German: the host of an event, also in small letters (`bei heise`). */
const BEI = /\sbei\s+(?:der\s+|dem\s+)?([\p{L}\p{N}][\p{L}\p{N}.&'’+-]*(?:\s+\p{Lu}[\p{L}\p{N}.&'’+-]*){0,4})$/u;

/** Returns the provider that a title ends with. The words stay in the title, because they may be part of it. */
export function findProvider(title: string, isBody: (text: string) => boolean): string | undefined {
  const named = BY.exec(title) ?? AT_SIGN.exec(title) ?? BEI.exec(title);
  if (named?.[1] !== undefined) return named[1].trim();
  const from = FROM.exec(title)?.[1]?.trim();
  if (from === undefined) return undefined;
  const [first = '', ...more] = from.split(/\s+/u);
  // `Lessons from Log4j` has no provider; a body, or a name of several words, is one.
  return more.length > 0 || isBody(first) ? from : undefined;
}
