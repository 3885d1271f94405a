import type { Words } from '../../strings/index.ts';

type Remedy = keyof Words['digest']['remedy'];

/** The remedy for each error code of a platform. */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  not_in_channel: 'not-in-channel',
  channel_not_found: 'not-in-channel',
  is_archived: 'archived',
  restricted_action: 'not-allowed',
  restricted_action_read_only_channel: 'not-allowed',
  missing_scope: 'not-allowed',
  team_access_not_granted: 'not-allowed',
  account_inactive: 'gone',
  token_revoked: 'gone',
  invalid_auth: 'gone',
  user_not_found: 'gone',
  '401': 'gone',
  '403': 'gone',
  '404': 'gone',
  'not connected': 'gone',
};

/** Returns what to do about a platform's error code. */
export function remedyFor(reason: string, words: Words): string {
  return words.digest.remedy[REMEDIES[reason] ?? 'other'];
}
