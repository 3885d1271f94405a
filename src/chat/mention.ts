/** A user whom a text mentions, by the platform's own id within the sender's tenant. The label is the displayed text and doesn't identify the user. */
export interface Mention {
  readonly user: string;
  readonly label: string;
}

// Noncharacters, which no person can type: adapters and the core remove them from every text before a mention is marked with them.
const MARK = /\ufdd0(\d{1,3})\ufdd1/gu;
const MARKS = /[\ufdd0-\ufdef]/gu;

/** The mark that stands for a mention in the text of an interaction; the index is that of `Interaction.mentions`. */
export function mentionMark(index: number): string {
  return `\ufdd0${index}\ufdd1`;
}

/** A typed text without anything that could be taken for the mark of a mention. */
export function withoutMentionMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** A text with its mentions as people read them, `@Ana`. Marks that stand for no mention are removed. */
export function withLabels(text: string, mentions: readonly Mention[]): string {
  const shown = text.replace(MARK, (_mark, index: string) => {
    const label = mentions[Number(index)]?.label ?? '';
    return label === '' ? '' : `@${withoutMentionMarks(label)}`;
  });
  return withoutMentionMarks(shown);
}

/** The mention that a text consists of, and nothing else. */
export function mentionIn(text: string, mentions: readonly Mention[]): Mention | undefined {
  const [, index] = /^\s*\ufdd0(\d{1,3})\ufdd1\s*$/u.exec(text) ?? [];
  return index === undefined ? undefined : mentions[Number(index)];
}

/** Puts a comma between mentions that follow one another, so that several people can be named without one. */
export function withCommas(text: string): string {
  return text.replace(/\ufdd1\s*(?=\ufdd0)/gu, '\ufdd1, ');
}
