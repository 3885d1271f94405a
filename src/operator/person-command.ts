import { isLastAdminError } from '../store/teams/last-admin.ts';
import { findMember, UsageError } from './named-workspace.ts';
import { inWorkspace, needWorkspace } from './open-workspace.ts';
import { subcommand } from './subcommand.ts';

/** `person erase`: deletes everything about a member who asked for it by letter. */
export const personCommand = subcommand({
  name: 'person erase',
  args: ['WHO'],
  summary:
    'Deletes everything about a member. The log keeps that the operator did so, without content. It can’t be undone.',
  options: { yes: { value: 'NAME', isRequired: true, help: 'The member’s full name.' } },
  async run(invocation) {
    const { args, options, context } = invocation;
    const erased = await inWorkspace(needWorkspace(invocation), async (data, { workspaceId }) => {
      const { personId, name } = await findMember(args.WHO, data);
      if (options.yes !== name)
        throw new UsageError(`Nothing was deleted: --yes '${options.yes}' isn't the name of ${name}.`);
      const records = await data.records.count(personId, { words: [] });
      const { length: certifications } = await data.holdings.of(personId);
      await data.people.erase(personId).catch((cause: unknown) => {
        if (!isLastAdminError(cause)) throw cause;
        throw new UsageError(`${name} is the only admin. Make another member an admin first.`, { cause });
      });
      await data.directory.forgetPerson(workspaceId, personId);
      return { name, records, certifications };
    });
    context.print(
      `Deleted: everything about ${erased.name}, ${erased.records} records and ${erased.certifications} certifications.`,
    );
    return true;
  },
});
