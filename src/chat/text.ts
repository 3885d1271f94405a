/** A piece of a text: plain words, words that stand out, or a link. Never markup: every adapter escapes every string. */
export type Run = string | { readonly bold: string } | { readonly link: string; readonly url: string };

/** What a person reads, one string or several runs in a row. */
export type Text = string | readonly Run[];

/** The words of a text alone, for notifications, terminals and screen readers. */
export function plainTextOf(text: Text): string {
  return runsOf(text).map(wordsOf).join('');
}

/** A text as a list of runs. */
export function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string' ? [text] : text;
}

function wordsOf(run: Run): string {
  if (typeof run === 'string') return run;
  return 'bold' in run ? run.bold : run.link;
}
