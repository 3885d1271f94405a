import { may, type Role } from '../../domain/roles.ts';
import type { CommandName } from '../../strings/index.ts';

/** The commands that help names first. */
export const EVERYDAY_COMMANDS: readonly CommandName[] = [
  'add',
  'log',
  'pace',
  'why',
  'next',
  'attach',
  'debt',
  'undo',
];

/** The groups in which help names the other commands. Commands that only buttons run are in none. */
const COMMANDS_BY_TOPIC = {
  records: ['log', 'history', 'show', 'edit', 'undo', 'delete', 'restore', 'trash'],
  proof: ['attach', 'debt', 'summary', 'ask'],
  certifications: ['add', 'certs', 'edit', 'renew', 'remove', 'rules'],
  pace: ['pace', 'why', 'whatif', 'plan'],
  opportunities: ['search', 'next', 'attended', 'offer'],
  reports: ['report', 'pack', 'sheet', 'reconcile', 'import', 'export'],
  account: ['home', 'preferences', 'calendar', 'nudges', 'snooze', 'lapse', 'access', 'link', 'unlink', 'erase'],
  teams: ['team', 'risk', 'digest'],
  workspace: ['people', 'settings', 'sources', 'customise'],
} as const satisfies Readonly<Record<string, readonly CommandName[]>>;

export type HelpTopicName = keyof typeof COMMANDS_BY_TOPIC;

/** A group of commands that help explains together. */
export interface HelpTopic {
  readonly name: HelpTopicName;
  readonly commands: readonly CommandName[];
}

/** Returns the groups of commands that a role may run. */
export function helpTopicsFor(role: Role, roleOf: (command: CommandName) => Role): readonly HelpTopic[] {
  const isTopic = (name: string): name is HelpTopicName => name in COMMANDS_BY_TOPIC;
  return Object.keys(COMMANDS_BY_TOPIC)
    .filter(isTopic)
    .map((name) => ({ name, commands: COMMANDS_BY_TOPIC[name].filter((command) => may(role, roleOf(command))) }))
    .filter(({ commands }) => commands.length > 0);
}
