/** Subcommands of one subject, and lines that are worth showing. */
export interface CliGroup {
  readonly title: string;
  readonly intro?: string;
  readonly subcommands: readonly string[];
  /** Lines after `npm run recert --`. */
  readonly examples: readonly string[];
  readonly note?: string;
}

/** Every subcommand, under its subject. */
export const CLI_GROUPS: readonly CliGroup[] = [
  {
    title: 'Chat',
    intro: 'Type a chat command as a member: see [commands.md](commands.md).',
    subcommands: ['say'],
    examples: [
      'say --as ana "pace cissp"',
      'say --as ana "log 1h webinar today for cissp" --submit',
      'say --as ana "add cism" --set start=2025-01-01 --submit',
      'say --as ana "attach last" --attach badge.pdf --set proofForm=certificate',
      'say --as ana export --out records.csv',
    ],
  },
  {
    title: 'Pace',
    intro: 'Figures for scripts and auditors. The format of a case: [evaluate.md](evaluate.md).',
    subcommands: ['export pace', 'evaluate'],
    examples: ['export pace --json', 'export pace --json --on 2026-12-31', 'evaluate case.json'],
  },
  {
    title: 'Rules',
    intro:
      'See what a change of rules affects, and use your own rules in a workspace. A problem in a file is reported with its line.',
    subcommands: ['catalogue check', 'catalogue diff', 'rules import', 'rules reset'],
    examples: [
      'catalogue check',
      'catalogue diff old.json new.json',
      'rules import custom.json --as hugo',
      'rules reset cissp',
    ],
  },
  {
    title: 'Records',
    intro: 'Import a member’s records. Formats: [import.md](import.md).',
    subcommands: ['import'],
    examples: [
      'import records.csv --as ana --dry-run',
      'import records.csv --as ana',
      'import recert-everything.zip --as ana',
    ],
  },
  {
    title: 'Opportunities',
    intro: 'Import opportunities. Formats: [opportunities.md](opportunities.md).',
    subcommands: ['sources import'],
    examples: ['sources import events.csv'],
  },
  {
    title: 'Teams and roles',
    intro: 'Create teams from a table, and make the first admin.',
    subcommands: ['teams import', 'role'],
    examples: ['teams import teams.csv', 'role hugo admin'],
    note: `A table of team members. Teams and people that are new are added; if a row is wrong, nothing is imported:

\`\`\`csv
team,user,name,role
Security,U0123456,Ana Duarte,member
Security,U0654321,Hugo Marchetti,manager
\`\`\`
`,
  },
  {
    title: 'Workspaces and people',
    intro:
      'For requests by letter: see what there is, hand it out, delete it. `access` shows members that the operator exported their records; the log keeps that a person was erased.',
    subcommands: ['workspace list', 'workspace show', 'workspace export', 'workspace purge', 'person erase'],
    examples: [
      'workspace list',
      'workspace show --workspace slack/T0123456',
      'workspace export --workspace slack/T0123456 --out workspace.zip',
      'workspace purge --workspace slack/T0123456 --yes slack/T0123456',
      'person erase U0123456 --workspace slack/T0123456 --yes "Ana Duarte"',
    ],
  },
  {
    title: 'Audit log',
    intro: 'Recompute the log of all changes and find the first broken entry.',
    subcommands: ['audit verify', 'audit head'],
    examples: [
      'audit verify --workspace slack/T0123456',
      `audit verify --workspace slack/T0123456 --head 120:${'9f2c'.repeat(16)}`,
      'audit head --workspace slack/T0123456',
    ],
  },
  {
    title: 'Health',
    intro: 'Find out why recert doesn’t start or work. More to watch: [operations.md](operations.md).',
    subcommands: ['doctor'],
    examples: ['doctor', 'doctor --json'],
  },
  {
    title: 'Backups',
    intro:
      'Back up everything while recert runs, and restore it into an empty database. Steps: [upgrade.md](upgrade.md).',
    subcommands: ['backup', 'restore'],
    examples: ['backup --out recert-backup.zip', 'restore recert-backup.zip'],
  },
  {
    title: 'Keys',
    intro: 'Check signed documents, and manage the keys that sign them: [verify.md](verify.md).',
    subcommands: ['verify', 'keys', 'keys rotate', 'keys backup', 'keys restore', 'tokens rotate'],
    examples: ['verify report.pdf --key recert.pem', 'keys rotate', 'keys backup --out recert-private.pem'],
  },
  {
    title: 'Platforms',
    intro: 'Write the Slack app manifest or the Teams app package. Steps: [slack.md](slack.md), [teams.md](teams.md).',
    subcommands: ['manifest slack', 'manifest teams', 'installations'],
    examples: [
      'installations',
      'manifest slack --url https://bot.example.org',
      'manifest teams --out recert.zip --url https://bot.example.org',
    ],
  },
];
