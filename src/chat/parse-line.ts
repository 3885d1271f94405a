/** A typed line, split into a command and its arguments. */
export interface Line {
  /** What was typed, in its own case, without `/recert` before it. */
  readonly line: string;
  /** Lower case; empty for an empty line. */
  readonly command: string;
  /** `text`, always present, is the line without the command and the `--name value` pairs. */
  readonly args: Readonly<Record<string, string>>;
}

/** The name of the app, typed inside the app as it is in a channel. */
const APP_NAME = /^\s*[/@]?recert(?:\s+|$)/iu;
const OPTION = /(?:^|\s)(?:--|—|–)([a-z][a-z-]*)(?:[=\s]+|$)/giu;

/** Splits `pace cissp --on 20 Nov` into command, text and options. An option's value ends at the next option; `—` and `–` count as `--`. */
export function parseLine(typed: string): Line {
  const line = typed.replace(APP_NAME, '').trim();
  const [, command = '', rest = ''] = /^\s*\/?(\S*)\s*([\s\S]*)$/u.exec(line) ?? [];
  const [text = '', ...pairs] = rest.split(OPTION);
  const options: Record<string, string> = {};
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const [name = '', value = ''] = pairs.slice(index, index + 2);
    options[name.toLowerCase()] = value.trim();
  }
  return { line, command: command.toLowerCase(), args: { ...options, text: text.trim() } };
}

/** Splits a line sent with files; files without words run the command `attach`. */
export function parseLineWithFiles(line: string, files: readonly unknown[]): Line {
  return line.trim() === '' && files.length > 0 ? { line: '', command: 'attach', args: {} } : parseLine(line);
}
