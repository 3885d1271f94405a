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

/** A text in bold; links stay links. */
export function boldRuns(text: Text): readonly Run[] {
  return runsOf(text).map((run) => (typeof run === 'string' ? { bold: run } : run));
}

/** Whether an address can be opened from a chat: http, https or mailto, at most `maxLength` characters. */
export function isLinkable(url: string, maxLength: number): boolean {
  return url.length <= maxLength && URL.canParse(url) && /^(?:https?|mailto):/iu.test(url);
}

function wordsOf(run: Run): string {
  if (typeof run === 'string') return run;
  return 'bold' in run ? run.bold : run.link;
}
