/** A line and what it does. */
type Example = readonly [line: string, meaning: string];

/** Lines that show what a command can do. */
export const exampleWords = (): Readonly<Partial<Record<string, readonly Example[]>>> => ({
  log: [
    ['log 90m webinar today for cissp, cism', 'one activity for two certifications'],
    [
      'log 90m webinar today for cissp group a !!',
      'save at once, in the named category; if something must be asked, the form opens',
    ],
    [
      'log 1h30 podcast last friday for cisa',
      'durations: 90m, 1h30, 1.5h; dates: today, last friday, 20 Nov, 2026-11-20',
    ],
    ['2h OWASP meetup yesterday for cissp', 'a line that begins with a duration opens the form, too'],
    ['log', 'the form; an unfinished one is offered again'],
    ['log new', 'an empty form'],
  ],
  history: [
    ['history cissp 2026 webinar', 'filter by certification, year, kind and words'],
    ['what did I log in March?', 'records of one month'],
    ['history missing proof', 'records without proof'],
  ],
  show: [['show zero trust', 'the record whose title contains these words']],
  edit: [
    ['edit last', 'correct the last record'],
    ['edit cissp', 'correct the number and the cycle, and answer the questions of the rules'],
    ['edit cissp --opening', 'enter credits you earned before you used recert'],
    ['edit cissp --cure', 'record how a missed requirement was made good'],
  ],
  delete: [['delete zero trust', 'move a record to the trash']],
  undo: [['undo', 'undo your last change of the last ten minutes']],
  debt: [['debt cissp', 'one certification only']],
  attach: [['attach last', 'proof for the last record: a file, a link or a note']],
  summary: [['summary last', 'write the summary that some bodies ask for']],
  ask: [['ask last', 'a message to the organiser, ready to copy; or ask your manager to attest']],
  add: [['add security+', 'codes and everyday names both work']],
  remove: [['remove cissp', 'only while nothing is logged for it']],
  pace: [
    ['pace cissp', 'every requirement of one certification'],
    ['pace cissp and ccsp', 'some of your certifications'],
    ['pace --on 2026-12-31', 'on another date'],
    ['am I behind on my cissp?', 'in a sentence'],
  ],
  why: [['why cissp', 'the arithmetic, step by step']],
  whatif: [
    ['whatif pause 2027-06..2027-09', 'a pause of several months'],
    ['whatif +16h RSA Conference on 2027-04-26 for cissp; +ccsp', 'several changes at once, separated by a semicolon'],
  ],
  plan: [['plan 2h Webinar on 2027-02-01 for cissp', 'note a planned activity; it counts once you log it']],
  search: [
    [
      'search cloud online this week for ccsp',
      'filters: free, online, live, this week, on friday, under 1h, for cissp',
    ],
    ['any free webinars on zero trust under 2 hours?', 'in a sentence'],
  ],
  next: [
    ['next 2h', 'the best use of two hours'],
    ['next --team', 'for managers: opportunities that help the most members, without names'],
  ],
  team: [
    ['team Security', 'members, managers, and the day and hour of the digest'],
    ['team Security add Ana, Bo', 'add members (admins)'],
    ['team Security remove Bo', 'remove members (managers can do this too)'],
    ['team Security lead Ana', 'make a member its manager (admins)'],
    ['team Security follow @secops', 'keep the team in step with a Slack user group'],
    ['team Security follow here', 'in a Teams channel: keep the team in step with that team'],
  ],
  digest: [
    ['digest preview Security', 'preview it privately'],
    ['digest here', 'post it in this channel every week'],
    ['digest now', 'post this week’s digest now, or correct it'],
    ['digest off', 'stop it'],
    ['digest history', 'what was sent, and what is uncertain'],
  ],
  report: [
    ['report mine', 'your own audit report'],
    ['report mine --cert cissp', 'one certification'],
    ['report team Security --summary', 'a short report of a large team; the table lists every record'],
    ['report team Security --as-of 2026-03-31', 'a team as it stood on that day; for its managers and for auditors'],
  ],
  sheet: [['sheet team Security', 'for managers: who has entered what']],
  export: [
    ['export mine', 'everything about you in one archive that another recert can import'],
    ['export team Security', 'for managers: a team’s records; each member sees this in their access log'],
  ],
  help: [
    ['help log', 'one command with examples'],
    ['help records', 'the commands of a topic'],
  ],
  link: [['link', 'shows a code to enter on the other platform']],
  erase: [['erase', 'asks you to type a confirmation first']],
});
