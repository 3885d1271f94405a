export const helpWords = () => ({
  title: 'recert',
  everyday: 'What you can type',
  intro: 'recert keeps your certifications active. Log what you learn and see how many days ahead or behind you are.',
  unknown: (word: string, nearest: string | undefined) =>
    nearest === undefined ? `“${word}” isn’t a command.` : `“${word}” isn’t a command. Did you mean “${nearest}”?`,
  notUnderstood: (line: string, nearest: string | undefined) =>
    nearest === undefined
      ? `I didn’t understand “${line}”.`
      : `I didn’t understand “${line}”. Did you mean “${nearest}”?`,
  recognised: (parts: string) => `Recognised: ${parts}`,
  tryThis: 'Type “help” to see what I can do, or “help log” to see one command.',
  tooLong: 'This line is too long for a button. Copy it and paste it after the command.',
  button: 'Help',
  firstStep: 'Start with the certifications you hold, for example: add cissp, cism',
  more: 'More commands',
  all: 'All commands',
  oneCommand: 'Type “help log”, for instance, to see examples of one command.',
  about: (command: string) => `Help: ${command}`,
  also: (aliases: string) => `You can also type: ${aliases}`,
  orAlias: (summary: string, alias: string) => `${summary}; also “${alias}”`,
  onlyFor: (role: string) => `Only for: ${role}`,
  note: 'Type “help log” for examples of one command, “help records” for a topic. Only you see the replies.',
});

/** What the person who installed recert reads first. */
export const firstAdminWords = () => ({
  title: 'recert is installed, and you are its admin',
  lines: [
    'Add the certifications you hold, to see what your team will see.',
    'Create a team: /recert team Security add @ana',
    'Turn on sources of opportunities that fit your team’s certifications: /recert sources',
    'Set time zone and language of the workspace: /recert settings',
  ],
});

export const commandsWords = () => ({
  help: { usage: 'help log', summary: 'list all commands, or explain one' },
  home: { usage: 'home', summary: 'everything at a glance' },
  add: { usage: 'add cissp since 2025-01-01', summary: 'add a certification you hold' },
  calendar: { usage: 'calendar', summary: 'your deadlines in your own calendar program' },
  certs: { usage: 'certs', summary: 'your certifications and their cycles' },
  log: {
    usage: 'log 1.5h SANS webcast yesterday for cissp',
    summary: 'log an activity in a prefilled form',
  },
  pace: { usage: 'pace [cissp] [--on 2026-12-31]', summary: 'days ahead or behind' },
  why: { usage: 'why [cissp]', summary: 'how a pace is calculated, step by step' },
  rules: { usage: 'rules cissp', summary: 'what a certification requires, with sources' },
  whatif: {
    usage: 'whatif +16h RSA Conference on 2027-04-26 for cissp',
    summary: 'preview the effect of an activity, a pause or another certification',
  },
  search: {
    usage: 'search zero trust free under 2h',
    summary: 'find opportunities with estimated credits',
  },
  next: { usage: 'next 3h', summary: 'opportunities that help your pace most' },
  attended: { usage: 'attended', summary: 'find an activity you attended and log it' },
  offer: { usage: 'offer', summary: 'share an opportunity with your team' },
  sources: { usage: 'sources', summary: 'for admins: sources of opportunities and their status' },
  plan: { usage: 'plan', summary: 'activities you plan; they count once you log them' },
  history: {
    usage: 'history cissp 2026 missing proof',
    summary: 'your records, filtered by certification, year, kind or words',
  },
  show: { usage: 'show last', summary: 'a record with its proof, counted credits and history' },
  debt: { usage: 'debt [cissp]', summary: 'credits without valid proof, oldest first' },
  attach: { usage: 'attach', summary: 'add a file, a link or a note as proof' },
  undo: { usage: 'undo', summary: 'show and undo your last change of the last 10 minutes' },
  delete: { usage: 'delete last', summary: 'move a record to the trash' },
  restore: { usage: 'restore', summary: 'restore your last deleted record' },
  trash: { usage: 'trash', summary: 'deleted records you can still restore' },
  edit: { usage: 'edit cissp', summary: 'edit a certification, or your last record with “edit last”' },
  renew: { usage: 'renew cissp', summary: 'start the next cycle and carry over credits' },
  import: { usage: 'import', summary: 'import records from a spreadsheet' },
  reconcile: { usage: 'reconcile', summary: 'compare your records with the transcript of a portal' },
  report: {
    usage: 'report team Security --as-of 2026-03-31',
    summary: 'a signed audit report as PDF and CSV; your own with “report mine”',
  },
  pack: { usage: 'pack', summary: 'your last report with all proof in one archive' },
  sheet: { usage: 'sheet isc2', summary: 'what to enter in a certification body’s portal' },
  tick: { usage: 'tick', summary: 'mark entries as submitted in a portal (use its button)' },
  export: { usage: 'export', summary: 'your records as CSV, or all your data with “export mine”' },
  erase: { usage: 'erase', summary: 'permanently delete all your data' },
  link: { usage: 'link', summary: 'use one account on two platforms' },
  unlink: { usage: 'unlink', summary: 'separate linked accounts again' },
  customise: { usage: 'customise cissp', summary: 'for admins: custom rules, fees and certifications' },
  detach: { usage: 'detach', summary: 'remove proof from a record (use its button)' },
  file: { usage: 'file', summary: 'get the file of a proof (use its button)' },
  summary: { usage: 'summary', summary: 'write a summary for a record (use its button)' },
  ask: { usage: 'ask last', summary: 'request proof from the organiser or a colleague' },
  attest: { usage: 'attest', summary: 'confirm a colleague’s record (use its buttons)' },
  snooze: { usage: 'snooze cissp', summary: 'pause messages about a certification until a date' },
  lapse: { usage: 'lapse cissp', summary: 'let a certification lapse and stop messages about it' },
  preferences: { usage: 'preferences', summary: 'message times, language and privacy' },
  nudges: { usage: 'nudges', summary: 'messages I sent you or held back, and why' },
  access: { usage: 'access', summary: 'who viewed your record' },
  team: { usage: 'team Security', summary: 'for managers: teams, members and digests' },
  risk: { usage: 'risk Security', summary: 'for managers: members at risk, nearest deadline first' },
  digest: { usage: 'digest preview', summary: 'for managers: the weekly digest; also now, here, off, history' },
  people: { usage: 'people', summary: 'for admins: roles, leave and people who left' },
  settings: { usage: 'settings', summary: 'for admins: language, time zone, tolerance, message limit and names' },
  remove: { usage: 'remove cissp', summary: 'remove a certification you added by mistake' },
});

/** The topics of help. */
export const helpTopicWords = () => ({
  records: 'Records',
  proof: 'Proof',
  certifications: 'Certifications',
  pace: 'Pace',
  opportunities: 'Opportunities',
  reports: 'Reports and files',
  account: 'Account and messages',
  teams: 'Teams and digest',
  workspace: 'Workspace',
});
