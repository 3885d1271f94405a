/** Returns a Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

/** Throws unless the groups contain every name exactly once. */
export function checkGroups(what: string, names: readonly string[], grouped: readonly string[]): void {
  const problems = {
    'in no group': names.filter((name) => !grouped.includes(name)),
    'in two groups': grouped.filter((name, index) => grouped.indexOf(name) !== index),
    'in a group but unknown': grouped.filter((name) => !names.includes(name)),
  };
  for (const [problem, found] of Object.entries(problems))
    if (found.length > 0) throw new Error(`These ${what} are ${problem} of docs/generate: ${found.join(', ')}.`);
}
