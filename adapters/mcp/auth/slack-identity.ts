import { z } from 'zod';
import type { Identity } from '../../../src/chat/identity.ts';

/**
 * Whom Slack calls a tool for. Slack writes it into `params._meta.slack` of `tools/call`, inside the signed body. In an enterprise, `team_id` may be
 * null: then the workspace isn't known, and the call is refused.
 */
const SlackMeta = z.object({
  user_id: z.string().regex(/^[UW][A-Z\d]{2,30}$/u),
  team_id: z.string().regex(/^T[A-Z\d]{2,30}$/u),
  enterprise_id: z
    .string()
    .regex(/^E[A-Z\d]{2,30}$/u)
    .nullish(),
});

/** The identities under which recert may know the person, the one of the workspace first; `undefined` if Slack doesn't name them. */
export function slackIdentities(meta: unknown): readonly [Identity, ...Identity[]] | undefined {
  const read = SlackMeta.safeParse(meta);
  if (!read.success) return undefined;
  const { user_id: user, team_id: team, enterprise_id: enterprise } = read.data;
  const own = { platform: 'slack', tenant: team, user } as const;
  // With an app that is installed in a whole enterprise, recert knows people by the enterprise.
  return enterprise === null || enterprise === undefined ? [own] : [own, { ...own, tenant: enterprise }];
}
