import type { TokenSettings } from './bearer-token.ts';

/** Where the metadata of protected resources is served (RFC 9728). */
export const METADATA_PATH = '/.well-known/oauth-protected-resource';

/** The path of the tools. */
export const TOOLS_PATH = '/mcp';

/** The metadata by which a client finds who issues tokens for the tools (RFC 9728). */
export function resourceMetadata(publicUrl: string, { issuer, scope }: TokenSettings) {
  return {
    resource: `${publicUrl}${TOOLS_PATH}`,
    resource_name: 'recert',
    authorization_servers: [issuer],
    scopes_supported: [scope],
    bearer_methods_supported: ['header'],
  };
}

/** The `WWW-Authenticate` header of a refused request: where the metadata is, and what is wrong with the token, if there was one. */
export function challenge(publicUrl: string, scope: string, error?: 'invalid_token' | 'insufficient_scope'): string {
  const parts = [
    `resource_metadata="${publicUrl}${METADATA_PATH}${TOOLS_PATH}"`,
    `scope="${scope}"`,
    ...(error === undefined ? [] : [`error="${error}"`]),
  ];
  return `Bearer ${parts.join(', ')}`;
}
