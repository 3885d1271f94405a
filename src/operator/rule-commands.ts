import { BadRule } from '../catalogue/own-rule.ts';
import { dayIn } from '../domain/calendar.ts';
import { inWorkspace, toJson } from './open-workspace.ts';
import { dayFrom } from './read-options.ts';
import { affectedBy, certificationIn, importRuleFile } from './rules.ts';
import { subcommand } from './subcommand.ts';
import { findMember } from './workspace.ts';

/** `catalogue diff`, `rules import` and `rules reset`: a workspace's own rules. */
export const ruleCommands = [
  subcommand({
    name: 'catalogue diff',
    args: ['OLD', 'NEW'],
    summary: 'Whom a change between two rule files affects, figure by figure.',
    options: { on: { value: 'DATE', help: 'The day, such as 2026-12-31. Default: today.' } },
    async run(invocation) {
      const { args, options, context } = invocation;
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
    summary: 'Makes a rule file the workspace’s own.',
    options: { as: { value: 'WHO', isRequired: true, help: 'The admin who does it.' } },
    async run(invocation) {
      const { args, options, context } = invocation;
      const code = await inWorkspace(invocation, async (data) =>
        importRuleFile(data, args.FILE, await findMember(options.as, data), context.clock.now()),
      );
      context.print(`${code} is this workspace's own now.`);
      return true;
    },
  }),
  subcommand({
    name: 'rules reset',
    args: ['CODE'],
    summary: 'Back to the catalogue’s rules.',
    options: {},
    async run(invocation) {
      const code = invocation.args.CODE;
      if (!(await inWorkspace(invocation, (data) => data.customRules.remove(code))))
        throw new BadRule(`This workspace has no rules of its own for '${code}'.`);
      invocation.context.print(`${code}: the catalogue's rules hold again.`);
      return true;
    },
  }),
] as const;
