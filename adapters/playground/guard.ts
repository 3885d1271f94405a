import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { PageRefusal } from './page-refusal.ts';

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
const MAX_BYTES = 256 * 1024;

/** The path of uploads, which have a limit of their own. */
export const UPLOAD_PATH = '/playground/upload';

// Previews have style attributes; all style sheets and scripts are files.
const POLICY = [
  "default-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Accepts requests only from a page served by this machine, and sets the browser's security headers. */
export const guard: MiddlewareHandler = async (c, next) => {
  c.header('content-security-policy', POLICY);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cross-origin-resource-policy', 'same-origin');
  c.header('cache-control', 'no-store');
  refuseForeign(c);
  await next();
};

/** Refuses too large bodies before they are read. */
export const limitBody: MiddlewareHandler = (c, next) => (c.req.path === UPLOAD_PATH ? next() : limited(c, next));

const limited = bodyLimit({
  maxSize: MAX_BYTES,
  onError: () => {
    throw new PageRefusal(413, 'too-large');
  },
});

/**
 * Refuses other host names, which reach this machine by DNS rebinding, and other origins.
 */
function refuseForeign(c: Context): void {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOCAL_HOSTS.has(hostnameOf(host))) {
    throw new HTTPException(403, { message: 'The playground answers only at localhost, 127.0.0.1 and [::1].' });
  }
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
    throw new HTTPException(403, { message: 'The playground takes nothing from other pages.' });
  }
  // A form on another page can send neither of these types.
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
