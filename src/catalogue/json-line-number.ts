/** Returns the line of a field in a JSON text, or of its nearest parent if it is missing. */
export function lineOf(content: string, path: readonly string[]): number {
  let from = 0;
  for (const step of path) {
    const found = /^\d+$/.test(step) ? nthElement(content, from, Number(step)) : content.indexOf(`"${step}"`, from);
    if (found < 0) break;
    from = found;
  }
  return content.slice(0, from).split('\n').length;
}

/** Where the element of the next list begins. */
function nthElement(content: string, from: number, index: number): number {
  let at = content.indexOf('[', from) + 1;
  if (at === 0) return -1;
  let depth = 0;
  let seen = 0;
  let inString = false;
  for (; at < content.length; at += 1) {
    const sign = content[at];
    if (sign === '"' && content[at - 1] !== '\\') inString = !inString;
    if (inString) continue;
    if (depth === 0 && seen === index && !/\s/.test(sign ?? '')) return at;
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
    if (sign === ',' && depth === 0) seen += 1;
    if (depth < 0) return -1;
  }
  return -1;
}
