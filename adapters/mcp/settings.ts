import { z } from 'zod';
import type { SettingReader } from '../../src/chat/platform-plugin.ts';
import { choice, flag, textThat } from '../../src/settings/fields.ts';
import { notes, readFields } from '../../src/settings/setting-notes.ts';
import type { TokenSettings } from './auth/bearer-token.ts';

/** Who may call the tools, and how they prove it. */
export interface McpSettings {
  /** The signing secret of the Slack app, if Slackbot may call. */
  readonly slackSecret?: string;
  /** How access tokens are checked, if other clients may call. */
  readonly tokens?: TokenSettings;
  /** The public https address of recert, without a path. */
  readonly publicUrl: string;
}

const isHttps = (text: string) => URL.parse(text)?.protocol === 'https:';
const isClaim = (text: string) => /^[\w:/.-]{1,200}$/u.test(text);

/** The settings of the tools. */
export const MCP_SETTINGS = z.object({
  RECERT_MCP: flag().exactOptional().register(notes, {
    default: '0',
    meaning: '1 lets assistants use recert’s tools at /mcp, for people who signed in.',
  }),
  RECERT_MCP_ISSUER: textThat(isHttps, { use: 'the https address of the issuer, as it is in the tokens' })
    .exactOptional()
    .register(notes, { meaning: 'Issuer of the access tokens; without it, only Slackbot can use the tools.' }),
  RECERT_MCP_KEYS_URL: textThat(isHttps, { use: 'the https address of the issuer’s key set' })
    .exactOptional()
    .register(notes, { meaning: 'Address of the issuer’s keys (JWKS).' }),
  RECERT_MCP_AUDIENCE: z.string().exactOptional().register(notes, {
    default: 'RECERT_PUBLIC_URL with /mcp',
    meaning: 'Audience that an access token must be issued for.',
  }),
  RECERT_MCP_SCOPE: textThat((text) => /^[\w:/.-]{1,200}$/u.test(text), { use: 'one scope, without spaces' })
    .prefault('recert')
    .register(notes, { default: 'recert', meaning: 'Scope that an access token must have.' }),
  RECERT_MCP_PEOPLE: choice(['teams', 'slack']).prefault('teams').register(notes, {
    default: 'teams',
    meaning: 'Platform whose people the tokens name: teams or slack.',
  }),
  RECERT_MCP_USER_CLAIM: textThat(isClaim, { use: 'the name of a claim' }).exactOptional().register(notes, {
    default: 'oid, for teams',
    meaning: 'Claim with the person’s id on that platform. People must not be able to change it.',
  }),
  RECERT_MCP_TENANT_CLAIM: textThat(isClaim, { use: 'the name of a claim' }).exactOptional().register(notes, {
    default: 'tid, for teams',
    meaning: 'Claim with the id of the tenant or workspace. People must not be able to change it.',
  }),
});

/** Reads the settings of the tools; `undefined` unless they are on. Adds every problem to `problems`. */
export function readSettings(get: SettingReader, problems: string[]): McpSettings | undefined {
  const before = problems.length;
  const read = readFields(MCP_SETTINGS, get, problems);
  if (read?.RECERT_MCP !== true) return undefined;
  const publicUrl = URL.parse(get('RECERT_PUBLIC_URL') ?? '')?.origin;
  const slackSecret = get('SLACK_SIGNING_SECRET');
  if (publicUrl === undefined)
    problems.push('RECERT_PUBLIC_URL is missing: the https address at which assistants reach the tools of RECERT_MCP.');
  if (slackSecret === undefined && read.RECERT_MCP_ISSUER === undefined)
    problems.push(
      'RECERT_MCP needs SLACK_SIGNING_SECRET for Slackbot, or RECERT_MCP_ISSUER for other clients; without either, the tools can’t be used.',
    );
  const tokens = readTokenSettings(read, publicUrl ?? '', problems);
  if (publicUrl === undefined || problems.length > before) return undefined;
  return { publicUrl, ...(slackSecret && { slackSecret }), ...(tokens && { tokens }) };
}

function readTokenSettings(
  read: z.output<typeof MCP_SETTINGS>,
  publicUrl: string,
  problems: string[],
): TokenSettings | undefined {
  const { RECERT_MCP_ISSUER: issuer, RECERT_MCP_KEYS_URL: keysUrl, RECERT_MCP_PEOPLE: platform } = read;
  if (issuer === undefined) return undefined;
  const defaults = platform === 'teams' ? { user: 'oid', tenant: 'tid' } : undefined;
  const userClaim = read.RECERT_MCP_USER_CLAIM ?? defaults?.user;
  const tenantClaim = read.RECERT_MCP_TENANT_CLAIM ?? defaults?.tenant;
  if (keysUrl === undefined)
    problems.push('RECERT_MCP_KEYS_URL is missing: the https address of the issuer’s key set.');
  if (userClaim === undefined || tenantClaim === undefined)
    problems.push(
      'RECERT_MCP_USER_CLAIM and RECERT_MCP_TENANT_CLAIM are missing: the claims with the ids of Slack’s user and workspace.',
    );
  if (keysUrl === undefined || userClaim === undefined || tenantClaim === undefined) return undefined;
  const audience = read.RECERT_MCP_AUDIENCE ?? `${publicUrl}/mcp`;
  return { issuer, keysUrl, audience, scope: read.RECERT_MCP_SCOPE, platform, userClaim, tenantClaim };
}
