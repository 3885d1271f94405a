/** A value of a YAML file. */
export type YamlValue = string | number | boolean | YamlValue[] | { [key: string]: YamlValue };

interface Line {
  readonly indent: number;
  readonly text: string;
}

/**
 * Returns the value of a file in the part of YAML that the files in `docker` are written in: mappings, lists and plain scalars in blocks, comments,
 * `{}`. Throws for everything else, so that nothing is misread.
 */
export function readYaml(source: string): YamlValue {
  const lines = source
    .split('\n')
    .filter((line) => !/^\s*(?:#.*)?$/u.test(line))
    .map((line) => ({ indent: line.search(/\S/u), text: line.trim() }));
  const [value, next] = blockAt(lines, 0);
  if (next !== lines.length) throw new Error(`Can't read: ${lines[next]?.text}`);
  return value;
}

type Read = readonly [value: YamlValue, next: number];

function blockAt(lines: readonly Line[], start: number): Read {
  const first = lines[start];
  if (first === undefined) throw new Error('A value is missing at the end.');
  return first.text.startsWith('- ') ? listAt(lines, start, first.indent) : mappingAt(lines, start, first.indent);
}

function listAt(lines: readonly Line[], start: number, indent: number): Read {
  const items: YamlValue[] = [];
  let next = start;
  for (let line = lines[next]; line?.indent === indent && line.text.startsWith('- '); line = lines[next]) {
    const text = line.text.slice(2);
    if (!isEntry(text)) {
      items.push(scalar(text));
      next += 1;
      continue;
    }
    // The first entry of a mapping stands behind the dash.
    const inner = [...lines.slice(0, next), { indent: indent + 2, text }, ...lines.slice(next + 1)];
    const [value, after] = mappingAt(inner, next, indent + 2);
    items.push(value);
    next = after;
  }
  return [items, next];
}

function mappingAt(lines: readonly Line[], start: number, indent: number): Read {
  const entries: { [key: string]: YamlValue } = {};
  let next = start;
  for (let line = lines[next]; line?.indent === indent && !line.text.startsWith('- '); line = lines[next]) {
    const [, key = '', rest = ''] = /^([\w./-]+):(?: (.*))?$/u.exec(line.text) ?? [];
    if (key === '' || key in entries) throw new Error(`Can't read: ${line.text}`);
    if (rest !== '') {
      entries[key] = scalar(rest);
      next += 1;
      continue;
    }
    const below = lines[next + 1];
    if (below === undefined || below.indent <= indent) {
      // `data:` without a value, as Compose writes a volume with its defaults.
      entries[key] = {};
      next += 1;
      continue;
    }
    [entries[key], next] = blockAt(lines, next + 1);
  }
  return [entries, next];
}

function isEntry(text: string): boolean {
  return /^[\w./-]+:(?: |$)/u.test(text);
}

function scalar(text: string): YamlValue {
  if (text === '{}') return {};
  if (/^['"&*!|>%@`[{]|: | #/u.test(text)) throw new Error(`Can't read: ${text}`);
  if (/^-?\d+$/u.test(text)) return Number(text);
  return text === 'true' || (text === 'false' ? false : text);
}
