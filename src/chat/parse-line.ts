/** A typed line, split: the command word, and its arguments. */
export interface Line {
  /** In lower case; empty for an empty line. */
  readonly command: string;
  /** `text` is what is left after the `--name value` pairs were taken out; always there. */
  readonly args: Readonly<Record<string, string>>;
}

const OPTION = /(?:^|\s)(?:--|—|–)([a-z][a-z-]*)(?:[=\s]+|$)/giu;

/**
 * Splits `pace cissp --on 20 Nov` into the command, the text and the options; an option has all words up to the next one. A phone's
 * long dash is read as two hyphens.
 */
export function parseLine(line: string): Line {
  const [, command = '', rest = ''] = /^\s*\/?(\S*)\s*([\s\S]*)$/u.exec(line) ?? [];
  const [text = '', ...pairs] = rest.split(OPTION);
  const options: Record<string, string> = {};
  for (let at = 0; at + 1 < pairs.length; at += 2)
    options[(pairs[at] as string).toLowerCase()] = (pairs[at + 1] as string).trim();
  return { command: command.toLowerCase(), args: { ...options, text: text.trim() } };
}

/** Splits a line sent with files; files without words run the command `attach`. */
export function parseLineWithFiles(line: string, files: readonly unknown[]): Line {
  return line.trim() === '' && files.length > 0 ? { command: 'attach', args: {} } : parseLine(line);
}
