/** What people call the errors of a connection; every other code is shown as it is. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known to DNS',
  EAI_AGAIN: 'DNS is not responding',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  ENETUNREACH: 'there is no route to it',
  EHOSTUNREACH: 'there is no route to it',
  ETIMEDOUT: 'no answer came in time',
  UND_ERR_CONNECT_TIMEOUT: 'no answer came in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer came in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

/** Codes of a certificate that no known authority has issued, as behind proxies that open TLS. */
const UNTRUSTED: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const UNTRUSTED_WORDS =
  "its certificate isn't trusted here. If your network opens TLS, set NODE_EXTRA_CA_CERTS to the file of its authority";

/** An error whose message is a clause for the operator, such as “the proxy refused the user name or password”. */
export class NetworkProblem extends Error {
  override name = 'NetworkProblem';
}

/** Returns why a call failed as a clause, from the error and what caused it: never an address, a header or a body. */
export function networkProblem(error: unknown): string {
  const causes = causesOf(error);
  const stated = causes.find((cause) => cause instanceof NetworkProblem);
  if (stated instanceof Error) return stated.message;
  if (causes.some((cause) => cause instanceof Error && /^(?:Timeout|Abort)Error$/u.test(cause.name))) {
    return 'no answer came in time';
  }
  const code = causes.map(codeOf).find((found) => found !== undefined);
  if (code === undefined) return `an unexpected error (${error instanceof Error ? error.name : typeof error})`;
  if (UNTRUSTED.has(code)) return `${UNTRUSTED_WORDS} (${code})`;
  const words = WORDS[code];
  return words === undefined ? code : `${words} (${code})`;
}

/** An error and what caused it, from the innermost outwards. Slack's client keeps the cause in `original`. */
function causesOf(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return [];
  const inner = [
    'original' in error ? error.original : undefined,
    error.cause,
    ...(error instanceof AggregateError ? error.errors : []),
  ];
  return [...inner.flatMap(causesOf), error];
}

// Microsoft's library keeps the text of an error and loses its code.
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const isKnown = (code: string) => code in WORDS || UNTRUSTED.has(code);
  if ('code' in error && typeof error.code === 'string') {
    if (isKnown(error.code) || /^(?:E[A-Z]+|UND_ERR_\w+|ERR_(?:TLS|SSL)_\w+)$/u.test(error.code)) return error.code;
  }
  return error.message.match(/\b[A-Z][A-Z_]{4,}\b/gu)?.find(isKnown);
}
