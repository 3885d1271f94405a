import { createHash, timingSafeEqual } from 'node:crypto';

/** A readiness report; the details are for the operator. */
export interface ReadinessPage {
  readonly isReady: boolean;
  readonly body: unknown;
}

/** What the operator may read. */
export interface OperatorPages {
  /** The text for Prometheus. */
  readonly metrics: () => Promise<string>;
  /** What works, with or without the details. */
  readonly readiness: (hasDetails: boolean) => Promise<ReadinessPage>;
}

interface PageAccess {
  /** Needed for everything but the short answers. */
  readonly token: string | undefined;
  /** Whether the port is for the operator only, so that no token is needed unless one is set. */
  readonly isOwnPort: boolean;
}

/** Answers `/healthz`, `/readyz` and `/metrics`; returns undefined for any other path. */
export async function answerOperator(
  request: Request,
  pages: OperatorPages,
  access: PageAccess,
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  const isAllowed = mayRead(request, access);
  switch (pathname) {
    case '/healthz':
      return new Response('ok\n');
    case '/readyz': {
      const { isReady, body } = await pages.readiness(isAllowed);
      return Response.json(body, { status: isReady ? 200 : 503 });
    }
    case '/metrics':
      if (isAllowed)
        return new Response(await pages.metrics(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
      // Without a token, nothing says that there are metrics.
      if (access.token === undefined) return new Response(null, { status: 404 });
      return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } });
    default:
      return undefined;
  }
}

function mayRead(request: Request, { token, isOwnPort }: PageAccess): boolean {
  if (token === undefined) return isOwnPort;
  const [, given = ''] = /^bearer (.+)$/iu.exec(request.headers.get('authorization') ?? '') ?? [];
  return timingSafeEqual(digest(given), digest(token));
}

/** Equal lengths, so that the comparison takes the same time for every token. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
