/** A typed line, split into a command and its arguments. */
export interface Line {
  /** Lower case; empty for an empty line. */
  readonly command: string;
  /** `text`, always present, is the line without the command and the `--name value` pairs. */
  readonly args: Readonly<Record<string, string>>;
}

const OPTION = /(?:^|\s)(?:--|—|–)([a-z][a-z-]*)(?:[=\s]+|$)/giu;

/** Splits `pace cissp --on 20 Nov` into command, text and options. An option's value ends at the next option; `—` and `–` count as `--`. */
export function parseLine(line: string): Line {
  const [, command = '', rest = ''] = /^\s*\/?(\S*)\s*([\s\S]*)$/u.exec(line) ?? [];
  const [text = '', ...pairs] = rest.split(OPTION);
  const options: Record<string, string> = {};
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const [name = '', value = ''] = pairs.slice(index, index + 2);
    options[name.toLowerCase()] = value.trim();
  }
  return { command: command.toLowerCase(), args: { ...options, text: text.trim() } };
}

/** Splits a line sent with files; files without words run the command `attach`. */
export function parseLineWithFiles(line: string, files: readonly unknown[]): Line {
  return line.trim() === '' && files.length > 0 ? { command: 'attach', args: {} } : parseLine(line);
}
