const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A generator of numbers below one that is the same each time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many tokens like the given one, each with something changed. */
export function* mutations(token: string, count: number, seed: number): Generator<string> {
  const random = seeded(seed);
  const pick = (max: number) => Math.floor(random() * max);
  const kinds: readonly (() => string)[] = [
    () => replaced(token, pick(token.length), LETTERS.charAt(pick(64))),
    () => token.slice(0, pick(token.length)),
    () => `${token}${LETTERS.charAt(pick(64))}`,
    () => reclaimed(token, 1, (claims) => ({ ...claims, aud: `a-${pick(1e6)}` })),
    () => reclaimed(token, 1, (claims) => ({ ...claims, exp: 2_000_000_000 + pick(1e6) })),
    () => reclaimed(token, 0, (header) => ({ ...header, alg: ['none', 'HS256', 'ES256', 'PS256', 'RS512'][pick(5)] })),
    () => reclaimed(token, 0, (header) => ({ ...header, kid: `key-${pick(1e6)}` })),
    () => reclaimed(token, 0, (header) => ({ ...header, jwk: { kty: 'oct', k: LETTERS.slice(0, 1 + pick(60)) } })),
    () => `${token.split('.').slice(0, 2).join('.')}.`,
    () => swapped(token, pick(3), pick(3)),
    // The last letter of a signature holds bits that decode to nothing.
    () => replaced(token, token.length - 1, LETTERS.charAt(pick(64))),
    () =>
      `${token.slice(0, pick(token.length))}${[' ', '=', '.', '%2e', '\u00e9', '+'][pick(6)]}${token.slice(pick(token.length))}`,
  ];
  for (let made = 0; made < count; ) {
    const mutated = kinds[pick(kinds.length)]?.() ?? '';
    if (mutated === token || !isHeader(mutated)) continue;
    made += 1;
    yield mutated;
  }
}

function replaced(token: string, at: number, message: string): string {
  return token.slice(0, at) + message + token.slice(at + 1);
}

function swapped(token: string, from: number, to: number): string {
  const parts = token.split('.');
  [parts[from], parts[to]] = [parts[to] ?? '', parts[from] ?? ''];
  return parts.join('.');
}

function reclaimed(
  token: string,
  part: 0 | 1,
  change: (read: Record<string, unknown>) => Record<string, unknown>,
): string {
  const parts = token.split('.');
  const read: Record<string, unknown> = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString());
  parts[part] = Buffer.from(JSON.stringify(change(read))).toString('base64url');
  return parts.join('.');
}

// A trailing space is taken off by every HTTP library.
function isHeader(value: string): boolean {
  return value === value.trim();
}
