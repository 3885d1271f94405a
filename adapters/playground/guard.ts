import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { PageRefusal } from './page-refusal.ts';

const AT_HOME = new Set(['localhost', '127.0.0.1', '[::1]']);
const MOST_BYTES = 256 * 1024;

/** Where files are sent to, as they are: their own limit is looked to there. */
export const UPLOAD_PATH = '/playground/upload';

// Previews carry style attributes of their own; their sheets are files, like every sheet and script of the page.
const POLICY = [
  "default-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Lets in only what a page served from this machine sends, and tells the browser to keep to it. */
export const guard: MiddlewareHandler = async (c, next) => {
  c.header('content-security-policy', POLICY);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-resource-policy', 'same-origin');
  c.header('cache-control', 'no-store');
  refuseStrangers(c);
  await next();
};

/** Refuses bodies that no page of ours sends, before they are read. */
export const limitBody: MiddlewareHandler = (c, next) => (c.req.path === UPLOAD_PATH ? next() : limited(c, next));

const limited = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new PageRefusal(413, 'too-large');
  },
});

/**
 * A name that leads here by DNS alone is somebody else's page trying to act as this one (DNS rebinding), and another origin is
 * another page.
 */
function refuseStrangers(c: Context): void {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!AT_HOME.has(hostnameOf(host))) {
    throw new HTTPException(403, { message: 'The playground answers only at localhost, 127.0.0.1 and [::1].' });
  }
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    throw new HTTPException(403, { message: 'The playground takes nothing from other pages.' });
  }
  // Neither can come from a form of another page.
  const [type, problem] =
    c.req.path === UPLOAD_PATH
      ? ['application/octet-stream', 'A file is sent as application/octet-stream only.']
      : ['application/json', 'The playground reads JSON only.'];
  if (!c.req.header('content-type')?.startsWith(type)) throw new HTTPException(415, { message: problem });
}

function hostnameOf(host: string): string {
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : '';
}
