/**
 * A part of a text: plain, bold, a link, or a person by their name, whom the platform notifies if it can. It contains no markup: every adapter
 * escapes every string.
 */
export type Run =
  | string
  | { readonly bold: string }
  | { readonly link: string; readonly url: string }
  /** `user` is the platform's own id. */
  | { readonly mention: string; readonly user: string };

/** A text for people: one string, or several runs in a row. */
export type Text = string | readonly Run[];

/** A text without bold and links, for notifications, terminals and screen readers. */
export function plainTextOf(text: Text): string {
  return runsOf(text).map(plainRun).join('');
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

function plainRun(run: Run): string {
  if (typeof run === 'string') return run;
  if ('mention' in run) return run.mention;
  return 'bold' in run ? run.bold : run.link;
}
