/** The causes of an error that are named. */
const MAX_CAUSES = 3;

/** Returns what went wrong in words: the message of an error and of its causes, without stacks. */
export function errorWords(error: unknown): string {
  const words: string[] = [];
  let current = error;
  for (let depth = 0; depth <= MAX_CAUSES && current !== undefined && current !== null; depth += 1) {
    const text = messageOf(current);
    if (text !== '' && !words.some((one) => one.includes(text))) words.push(text);
    current = current instanceof Error ? current.cause : undefined;
  }
  return words.join('\n');
}

/** A refused connection to several addresses has no message of its own. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [first] = error instanceof AggregateError ? error.errors : [];
  if (error.message === '' && first !== undefined) return messageOf(first);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
