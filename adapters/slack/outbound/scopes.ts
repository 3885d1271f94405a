import type { SlackPermission } from '../../../src/chat/install-phrases.ts';
import { PlatformRefusal } from '../../../src/chat/platform-status.ts';
import type { Log } from '../../../src/ports.ts';

/** The scopes of the app. */
export const SCOPES: readonly SlackPermission[] = [
  'commands',
  'chat:write',
  'files:read',
  'files:write',
  'im:write',
  'usergroups:read',
  'users:read',
];
/** Returns the scopes that a workspace is asked for when it installs the app. */
export function scopesToInstall({ hasTools = false }: { readonly hasTools?: boolean }): readonly SlackPermission[] {
  return hasTools ? [...SCOPES, 'mcp:connect'] : SCOPES;
}

/** The scopes without which recert can't do anything. */
const NEEDED: readonly SlackPermission[] = ['commands', 'chat:write'];

/** Warns of missing scopes; a list that Slack didn't send is not judged. Throws `PlatformRefusal` if recert can't work at all. */
export function checkScopes(scopes: readonly string[] | undefined, log: Log): void {
  if (scopes === undefined) return;
  const granted = new Set(scopes.map((scope) => scope.trim()));
  const missing = SCOPES.filter((scope) => !granted.has(scope));
  if (missing.some((scope) => NEEDED.includes(scope))) {
    throw new PlatformRefusal(
      `The Slack app lacks the scopes ${missing.join(', ')}. Add them under “OAuth & Permissions” at https://api.slack.com/apps, or paste the output of “npm run recert -- manifest slack” under “App Manifest”; then reinstall the app.`,
    );
  }
  if (missing.length > 0)
    log.warn('Reinstall the Slack app with these scopes: not everything works without them.', { missing });
}
