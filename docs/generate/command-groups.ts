import type { CommandName } from '../../src/strings/index.ts';

/** The commands of one feature. */
export interface CommandGroup {
  readonly title: string;
  readonly intro: string;
  readonly commands: readonly CommandName[];
}

/** Every command, under the feature it belongs to. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Records',
    intro: 'Log what you did, find it again, correct it, take it back.',
    commands: ['log', 'history', 'show', 'undo', 'delete', 'restore', 'trash'],
  },
  {
    title: 'Evidence',
    intro: 'Add proof to a record, and see which credits would not pass an audit today.',
    commands: ['debt', 'attach', 'summary', 'ask', 'attest', 'file', 'detach'],
  },
  {
    title: 'Certifications',
    intro: 'The certifications you hold, their cycles, and the rules of the body.',
    commands: ['add', 'certs', 'edit', 'renew', 'remove', 'rules', 'customise'],
  },
  {
    title: 'Pace',
    intro: 'Where you stand, why, and what would change it.',
    commands: ['pace', 'why', 'whatif', 'plan'],
  },
  {
    title: 'Opportunities',
    intro:
      'Find something worth attending, and log it afterwards. Admins choose the sources: see [opportunities.md](opportunities.md).',
    commands: ['search', 'next', 'attended', 'offer', 'sources'],
  },
  {
    title: 'Teams',
    intro: 'Teams, roles and workspace settings.',
    commands: ['team', 'risk', 'people', 'settings'],
  },
  {
    title: 'Notifications',
    intro: 'The weekly digest of a team, and the private messages recert sends to you.',
    commands: ['digest', 'preferences', 'snooze', 'lapse', 'nudges', 'calendar'],
  },
  {
    title: 'Reports',
    intro:
      'Signed audit reports, evidence packs, and what to type into a portal. How to check one: [verify.md](verify.md).',
    commands: ['report', 'pack', 'sheet', 'tick', 'reconcile'],
  },
  {
    title: 'Import and export',
    intro: 'Bring your records in, and take them with you. Formats: [import.md](import.md).',
    commands: ['import', 'export'],
  },
  {
    title: 'Account',
    intro: 'Help, your identity on two platforms, and your privacy.',
    commands: ['home', 'help', 'access', 'link', 'unlink', 'erase'],
  },
];
