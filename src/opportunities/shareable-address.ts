/** Words in an address that say that it is for one reader, or that what follows is a key. */
const PRIVATE =
  /(?:^|[^a-z])(?:private|secret|token|key|apikey|auth|sig|signature|pass|password|session|hash|uid|user|users|member|members|account|me|my)(?:[^a-z]|$)/iu;
/** A part of a path that people name: words and short numbers, such as `feed`, `rss2.xml`, `2026` or `cloud-security-podcast`. */
const NAMED_PART = /^[a-z]{0,20}\d{0,4}(?:[-_.~+][a-z]{0,20}\d{0,4})*$/iu;
const MAX_PART = 60;
/** A value of a query that people choose, such as `format=rss` or `page=2`. */
const NAMED_VALUE = /^(?:[a-z]{0,12}|\d{1,4}|[a-z]{1,12}\d)$/iu;

/**
 * Whether what an address answers is the same for everyone who knows it by name, so that it may be fetched once for all workspaces. In doubt it is
 * not: an address with anything that could be a key is fetched by each workspace for itself.
 */
export function isShareableAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '') return false;
  const parts = url.pathname.split('/').map(decoded);
  if (PRIVATE.test(`${url.hostname}${parts.join('/')}?${url.search}`)) return false;
  // A subdomain can be a key as well.
  if (!url.hostname.split('.').every(isNamedPart)) return false;
  return parts.every(isNamedPart) && [...url.searchParams].every((pair) => pair.every((one) => NAMED_VALUE.test(one)));
}

function isNamedPart(part: string | undefined): boolean {
  return part !== undefined && part.length <= MAX_PART && NAMED_PART.test(part);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
