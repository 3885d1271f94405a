/** One name as it stands in a source file. */
export interface SourceName {
  readonly name: string;
  /** The line it stands on, from 1. */
  readonly line: number;
}

/** Returns TypeScript or JavaScript with comments, strings, regular expressions and template text blanked out; lines stay. */
export function codeOnly(source: string): string {
  return new CodeReader(source).read();
}

/** Returns every identifier of a source file, declared or used, outside of comments and text. */
export function namesIn(source: string): readonly SourceName[] {
  return codeOnly(source)
    .split('\n')
    .flatMap((text, index) => (text.match(/[A-Za-z_$][\w$]*/g) ?? []).map((name) => ({ name, line: index + 1 })));
}

/** Returns the words of a name in lower case: `putOffUntil`, `PUT_OFF_UNTIL` and `put-off-until` are all `put off until`. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/** What may stand before a regular expression; after anything else a slash divides. */
const BEFORE_REGEX = /(?:^|[=(,:;!&|?{}[+>]|\breturn|\btypeof|\bcase)\s*$/;

class CodeReader {
  readonly #source: string;
  #at = 0;
  #code = '';

  constructor(source: string) {
    this.#source = source;
  }

  read(): string {
    while (this.#at < this.#source.length) this.#readPiece();
    return this.#code;
  }

  #readPiece(): void {
    const rest = this.#source.slice(this.#at, this.#at + 2);
    const [char = ''] = rest;
    if (rest === '//') this.#blank(/.*/y);
    else if (rest === '/*') this.#blank(/\/\*[\s\S]*?\*\//y);
    else if (char === "'" || char === '"') this.#blank(/(['"])(?:\\[\s\S]|(?!\1)[^\\\n])*\1?/y);
    else if (char === '`') this.#readTemplate();
    else if (char === '/' && BEFORE_REGEX.test(this.#code.slice(-40)))
      this.#blank(/\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y);
    else this.#keep(char);
  }

  #readTemplate(): void {
    this.#blank(/`/y);
    while (this.#at < this.#source.length && this.#source[this.#at] !== '`') {
      if (this.#source.startsWith('${', this.#at)) this.#readSubstitution();
      else this.#blank(/\\[\s\S]|[\s\S]/y);
    }
    this.#blank(/`/y);
  }

  #readSubstitution(): void {
    this.#blank(/\$\{/y);
    for (let depth = 0; this.#at < this.#source.length; ) {
      const char = this.#source[this.#at];
      if (char === '}' && depth === 0) break;
      depth += char === '{' ? 1 : char === '}' ? -1 : 0;
      this.#readPiece();
    }
    this.#blank(/\}/y);
  }

  #keep(text: string): void {
    this.#code += text;
    this.#at += text.length;
  }

  /** Skips what matches here, or one character, and keeps its lines and width. */
  #blank(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#source)?.[0] || this.#source.slice(this.#at, this.#at + 1);
    this.#code += text.replace(/[^\n]/g, ' ');
    this.#at += text.length;
  }
}
