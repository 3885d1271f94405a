import { ROLES } from '../domain/roles.ts';
import { isLastAdminError } from '../store/teams/last-admin.ts';
import { findMember, UsageError } from './named-workspace.ts';
import { inWorkspace } from './open-workspace.ts';
import { subcommand } from './subcommand.ts';

/** `role`: sets the role of a member. */
export const roleCommand = subcommand({
  name: 'role',
  args: ['WHO', 'ROLE'],
  summary: 'Sets a member’s role: member, manager, auditor or admin.',
  options: {},
  async run(invocation) {
    const { args, context } = invocation;
    const role = ROLES.find((one) => one === args.ROLE);
    if (role === undefined) throw new UsageError(`'${args.ROLE}' isn't a role. Use one of: ${ROLES.join(', ')}.`);
    const { name } = await inWorkspace(invocation, async (data) => {
      const member = await findMember(args.WHO, data);
      await data.people.setRole(member.personId, role).catch((cause: unknown) => {
        if (!isLastAdminError(cause)) throw cause;
        throw new UsageError(`${member.name} is the only admin. Make another member an admin first.`, { cause });
      });
      return member;
    });
    context.print(`${name} is now ${role}.`);
    return true;
  },
});
