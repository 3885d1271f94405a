import type { TabProblem } from '../../../src/chat/platform-phrases.ts';

// Teams on the web and on desktops shows the tab in a frame of these hosts; no other page may.
const TEAMS_HOSTS = 'https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft';

/** What the page may do: run and fetch what recert serves, within Teams. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${TEAMS_HOSTS}`,
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** A response of the tab. */
export function tabResponse(status: number, headers: Readonly<Record<string, string>> = {}, text?: string): Response {
  return new Response(text ?? null, { status, headers: { ...HEADERS, ...headers } });
}

/** A response for the tab's script. */
export function tabJson(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return tabResponse(status, { ...headers, 'content-type': 'application/json; charset=utf-8' }, JSON.stringify(body));
}

/** A request that is refused, with the problem that the page names. */
export interface TabRefusal {
  readonly kind: 'refused';
  readonly response: Response;
}

/** Refuses a request. */
export function refusal(
  status: number,
  problem: TabProblem,
  headers: Readonly<Record<string, string>> = {},
): TabRefusal {
  return { kind: 'refused', response: tabJson({ problem }, status, headers) };
}
