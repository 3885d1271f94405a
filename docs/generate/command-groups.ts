import type { CommandName } from '../../src/strings/index.ts';

/** The commands of one feature, and further lines that are worth showing. */
export interface CommandGroup {
  readonly title: string;
  readonly intro: string;
  readonly commands: readonly CommandName[];
  readonly examples: readonly (readonly [line: string, meaning: string])[];
}

/** Every command, under the feature it belongs to. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    title: 'Records',
    intro: 'Log what you did, find it again, correct it, take it back.',
    commands: ['log', 'history', 'show', 'undo', 'delete', 'restore', 'trash'],
    examples: [
      ['log 90m webinar today for cissp, cism', 'one activity for two certifications'],
      [
        'log 90m webinar today for cissp group a !!',
        'save at once, in the named category; if something must be asked, the form opens',
      ],
      [
        'log 1h30 podcast last friday for cisa',
        'durations: 90m, 1h30, 1.5h; dates: today, last friday, 20 Nov, 2026-11-20',
      ],
      ['log', 'the form; an unfinished one is offered again'],
      ['log new', 'an empty form'],
      ['history cissp 2026 webinar', 'filter by certification, year, kind and words'],
      ['show zero trust', 'the record whose title contains these words'],
      ['edit last', 'correct the last record'],
      ['delete zero trust', 'move a record to the trash'],
    ],
  },
  {
    title: 'Evidence',
    intro: 'Add proof to a record, and see which credits would not pass an audit today.',
    commands: ['debt', 'attach', 'summary', 'ask', 'attest', 'file', 'detach'],
    examples: [
      ['debt cissp', 'one certification only'],
      ['attach last', 'proof for the last record: a file, a link or a note'],
      ['summary last', 'write the summary that some bodies ask for'],
      ['ask last', 'a message to the organiser, ready to copy; or ask your manager to attest'],
    ],
  },
  {
    title: 'Certifications',
    intro: 'The certifications you hold, their cycles, and the rules of the body.',
    commands: ['add', 'certs', 'edit', 'renew', 'remove', 'rules', 'customise'],
    examples: [
      ['add security+', 'codes and everyday names both work'],
      ['edit cissp', 'correct the number and the cycle, and answer the questions of the rules'],
      ['edit cissp --opening', 'state credits earned before recert was used'],
      ['edit cissp --cure', 'record how a missed requirement was made good'],
      ['remove cissp', 'only while nothing is logged for it'],
    ],
  },
  {
    title: 'Pace',
    intro: 'Where you stand, why, and what would change it.',
    commands: ['pace', 'why', 'whatif', 'plan'],
    examples: [
      ['pace cissp', 'every requirement of one certification'],
      ['pace --on 2026-12-31', 'on another date'],
      ['whatif pause 2027-06..2027-09', 'a pause of several months'],
      [
        'whatif +16h RSA Conference on 2027-04-26 for cissp; +ccsp',
        'several changes at once, separated by a semicolon',
      ],
      ['plan 2h Webinar on 2027-02-01 for cissp', 'note a planned activity; it counts once you log it'],
    ],
  },
  {
    title: 'Opportunities',
    intro:
      'Find something worth attending, and log it afterwards. Admins choose the sources: see [opportunities.md](opportunities.md).',
    commands: ['search', 'next', 'attended', 'offer', 'sources'],
    examples: [
      ['search cloud online this week for ccsp', 'filters: free, online, live, this week, under 1h, for cissp'],
      ['next --team', 'for managers: what helps most people, as counts'],
    ],
  },
  {
    title: 'Teams',
    intro: 'Teams, roles and workspace settings.',
    commands: ['team', 'risk', 'people', 'settings'],
    examples: [
      ['team Security', 'members, managers, and the day and hour of the digest'],
      ['team Security add Ana, Bo', 'add members (admins)'],
      ['team Security remove Bo', 'remove members (managers can do this too)'],
      ['team Security lead Ana', 'make a member its manager (admins)'],
      ['team Security follow @secops', 'keep the team in step with a Slack user group'],
      ['team Security follow here', 'in a Teams channel: keep the team in step with that team'],
    ],
  },
  {
    title: 'Notifications',
    intro: 'The weekly digest of a team, and the private messages recert sends to you.',
    commands: ['digest', 'preferences', 'snooze', 'lapse', 'nudges'],
    examples: [
      ['digest preview Security', 'see it before anyone else does'],
      ['digest here', 'post it in this channel every week'],
      ['digest now', 'post this week’s digest now, or correct it'],
      ['digest off', 'stop it'],
      ['digest history', 'what was sent, and what is uncertain'],
    ],
  },
  {
    title: 'Reports',
    intro:
      'Signed audit reports, evidence packs, and what to type into a portal. How to check one: [verify.md](verify.md).',
    commands: ['report', 'pack', 'sheet', 'tick'],
    examples: [
      ['report mine', 'your own audit report'],
      ['report mine --cert cissp', 'one certification'],
      ['report team Security --as-of 2026-03-31', 'a team as it stood on that day; for its managers and for auditors'],
      ['sheet team Security', 'for managers: who has entered what'],
    ],
  },
  {
    title: 'Import and export',
    intro: 'Bring your records in, and take them with you. Formats: [import.md](import.md).',
    commands: ['import', 'export'],
    examples: [
      ['export mine', 'everything about you in one archive that another recert can import'],
      ['export team Security', 'for managers: a team’s records; every member can see that you did'],
    ],
  },
  {
    title: 'Account',
    intro: 'Help, your identity on two platforms, and your privacy.',
    commands: ['help', 'access', 'link', 'unlink', 'erase'],
    examples: [
      ['help', 'every command; a misspelt one gets the nearest'],
      ['link', 'shows a code to enter on the other platform'],
      ['erase', 'asks you to type a confirmation first'],
    ],
  },
];
