/** A typed line, split: the command word, and its arguments. */
export interface Line {
  /** In lower case; empty for an empty line. */
  readonly command: string;
  /** `text` is what is left after the `--name value` pairs were taken out; always there. */
  readonly args: Readonly<Record<string, string>>;
}

const OPTION = /(?:^|\s)(?:--|—|–)([a-z][a-z-]*)(?:[=\s]+([^\s-]\S*))?(?=\s|$)/giu;

/** Splits `pace cissp --on 2026-12-31` into the command, the text and the options. A phone's long dash is read as two hyphens. */
export function parseLine(line: string): Line {
  const [, command = '', rest = ''] = /^\s*\/?(\S*)\s*([\s\S]*)$/u.exec(line) ?? [];
  const options: Record<string, string> = {};
  const text = rest.replace(OPTION, (_whole, name: string, value: string | undefined) => {
    options[name.toLowerCase()] = value ?? 'yes';
    return ' ';
  });
  return { command: command.toLowerCase(), args: { ...options, text: text.trim() } };
}
