import { BadRule } from '../catalogue/custom-rule.ts';
import { dayIn } from '../domain/calendar.ts';
import { findMember } from './named-workspace.ts';
import { inWorkspace, needFiles, toJson } from './open-workspace.ts';
import { dayFrom } from './read-options.ts';
import { affectedBy, certificationIn, importRuleFile } from './rules.ts';
import { subcommand } from './subcommand.ts';

/** `catalogue diff`, `rules import` and `rules reset`: the custom rules of a workspace. */
export const ruleCommands = [
  subcommand({
    name: 'catalogue diff',
    args: ['OLD', 'NEW'],
    summary: 'Prints the members affected by a change between two rule files, figure by figure.',
    options: { on: { value: 'DATE', help: 'The date, such as 2026-12-31. Default: today.' } },
    async run(invocation) {
      const { args, options, context } = invocation;
      needFiles(args.OLD, args.NEW);
      const files = { before: certificationIn(args.OLD), after: certificationIn(args.NEW) };
      const on = dayFrom(options.on) ?? dayIn('UTC', context.clock.now());
      const affected = await inWorkspace(invocation, (data) => affectedBy(data, files, on));
      context.print(toJson({ certification: files.before.code, on, affected }));
      return true;
    },
  }),
  subcommand({
    name: 'rules import',
    args: ['FILE'],
    summary: 'Imports a rule file as the workspace’s custom rules.',
    options: { as: { value: 'WHO', isRequired: true, help: 'The admin who imports it.' } },
    async run(invocation) {
      const { args, options, context } = invocation;
      needFiles(args.FILE);
      const code = await inWorkspace(invocation, async (data) =>
        importRuleFile(data, args.FILE, { admin: await findMember(options.as, data), now: context.clock.now() }),
      );
      context.print(`${code}: this workspace now uses the imported rules.`);
      return true;
    },
  }),
  subcommand({
    name: 'rules reset',
    args: ['CODE'],
    summary: 'Restores the catalogue’s rules.',
    options: {},
    async run(invocation) {
      const code = invocation.args.CODE;
      if (!(await inWorkspace(invocation, (data) => data.customRules.remove(code))))
        throw new BadRule(`This workspace has no custom rules for '${code}'.`);
      invocation.context.print(`${code}: catalogue rules restored.`);
      return true;
    },
  }),
] as const;
