import type { PlatformPlugin } from '../chat/platform-plugin.ts';
import { auditCommands } from './audit-commands.ts';
import { backupCommands } from './backup-commands.ts';
import { catalogueCheckCommand } from './catalogue-check.ts';
import { doctorCommands } from './doctor-command.ts';
import { importCommands } from './import-commands.ts';
import { installationCommands } from './installation-command.ts';
import { keyCommands } from './key-commands.ts';
import { manifestCommands } from './manifest-commands.ts';
import { paceCommands } from './pace-commands.ts';
import { personCommand } from './person-command.ts';
import { roleCommand } from './role-command.ts';
import { ruleCommands } from './rule-commands.ts';
import { sayCommand } from './say-command.ts';
import type { Subcommand } from './subcommand.ts';
import { tokenCommands } from './token-commands.ts';
import { workspaceCommands } from './workspace-commands.ts';

/** Returns every subcommand of the command line, in the order of the help. */
export function subcommandTable(plugins: readonly PlatformPlugin[]): readonly Subcommand[] {
  return [
    sayCommand,
    ...paceCommands,
    catalogueCheckCommand,
    ...ruleCommands,
    ...importCommands,
    ...doctorCommands,
    ...auditCommands,
    ...backupCommands,
    ...keyCommands,
    ...installationCommands,
    ...tokenCommands,
    roleCommand,
    ...workspaceCommands,
    personCommand,
    ...manifestCommands(plugins),
  ];
}
