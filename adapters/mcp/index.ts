import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { Core } from '../../src/chat/core-interface.ts';
import type { Clock, Log } from '../../src/ports.ts';
import { authenticator } from './auth/authenticate.ts';
import { METADATA_PATH, resourceMetadata, TOOLS_PATH } from './auth/resource-metadata.ts';
import { toolsEndpoint } from './endpoint.ts';
import type { McpSettings } from './settings.ts';

interface McpOptions extends McpSettings {
  readonly log: Log;
  readonly clock: Clock;
  /** For the keys of the issuer. */
  readonly fetch?: typeof fetch;
}

/** Creates the adapter for assistants, which call tools for people by the Model Context Protocol. It sends no messages. */
export function mcpAdapter({ fetch: fetchKeys = fetch, ...options }: McpOptions): ChatAdapter {
  const { publicUrl, tokens, clock } = options;
  const started = Promise.withResolvers<Core>();
  const authenticate = authenticator({ ...options, fetch: fetchKeys });
  const handle = toolsEndpoint({ core: started.promise, clock, publicUrl, authenticate });
  const refuse = async () => ({ kind: 'refused', reason: 'assistants are sent no messages' }) as const;
  return {
    platform: 'mcp',
    route: { path: TOOLS_PATH, handle },
    ...(tokens && {
      pages: {
        path: METADATA_PATH,
        handle: async ({ url }) => {
          const { pathname } = new URL(url);
          const isKnown = pathname === METADATA_PATH || pathname === `${METADATA_PATH}${TOOLS_PATH}`;
          return isKnown ? Response.json(resourceMetadata(publicUrl, tokens)) : new Response(null, { status: 404 });
        },
      },
    }),
    start: async (core, report) => {
      started.resolve(core);
      report?.({ kind: 'connected' });
    },
    stop: async () => undefined,
    post: refuse,
    update: refuse,
    deliver: refuse,
  };
}
