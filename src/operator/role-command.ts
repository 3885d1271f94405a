import { ROLES } from '../domain/roles.ts';
import { inWorkspace } from './open-workspace.ts';
import { subcommand } from './subcommand.ts';
import { findMember, UsageError } from './workspace.ts';

/** `role`: what a member may do. */
export const roleCommand = subcommand({
  name: 'role',
  args: ['WHO', 'ROLE'],
  summary: 'Makes somebody member, manager, auditor or admin.',
  options: {},
  async run(invocation) {
    const { args, context } = invocation;
    const role = ROLES.find((one) => one === args.ROLE);
    if (role === undefined) throw new UsageError(`ROLE must be one of ${ROLES.join(', ')}, got '${args.ROLE}'.`);
    const { name } = await inWorkspace(invocation, async (data) => {
      const member = await findMember(args.WHO, data);
      await data.people.setRole(member.personId, role);
      return member;
    });
    context.print(`${name} is ${role} now.`);
    return true;
  },
});
