import { type Basics, lookup } from '../basics.ts';

/** Words for scheduled messages to one person. */
export const nudgeWords = ({ date, days, minutes }: Basics) => ({
  title: (count: number) =>
    count === 1 ? '1 update on your certifications' : `${count} updates on your certifications`,
  behind: (headline: string) => headline,
  left: (what: string, day: string, left: number) =>
    left === 0 ? `${what}: today` : `${what}: ${date(day)}, in ${days(left)}`,
  yearEnd: 'last day for this year’s minimum',
  debt: (credits: string, day: string) => `${credits} without valid proof; the cycle ends on ${date(day)}`,
  rules: (headline: string) => `${headline}, under changed rules`,
  help: (headline: string) => `still ${headline}. “Best next hour” shows what helps most.`,
  announce: (days: number) =>
    `If you’re still behind in ${days} days, your team’s managers are told. You can turn this off with “preferences”.`,
  told: (headline: string) => `still ${headline}. As announced, your team’s managers are told today.`,
  more: (count: number) => `… and ${count} more. See all with “pace”.`,
  expires: (day: string) => `expires on ${date(day)}`,
  /** `1 webinar of 2 h`, `3 courses of 2 h each`. */
  activities: (count: number, kind: 'webinar' | 'course', length: number) => {
    const [one, many] = kind === 'course' ? ['course', 'courses'] : ['webinar', 'webinars'];
    return count === 1 ? `1 ${one} of ${minutes(length)}` : `${count} ${many} of ${minutes(length)} each`;
  },
  /** `1 webinar of 2 h by 31 Dec 2026 closes it`. */
  way: (activities: string, before: string, count: number) =>
    `${activities} by ${date(before)} ${count === 1 ? 'closes' : 'close'} it`,
  offers: (count: number): string => (count === 1 ? 'This one closes it' : 'Each of these closes it'),
  log: 'Log credits',
  prove: 'Add proof',
  readRules: 'View rules',
  next: 'Best next hour',
  snooze: 'Snooze',
  why: 'recert messages you about changes and deadlines, by default at most 4 times in 30 days. Change this with “preferences”.',
  managerTitle: 'A team member may need help',
  manager: (name: string, short: string, headline: string) =>
    `${name}, ${short}: ${headline}. ${name} knows that you get this message. Offering help or study time can make the difference.`,
  helpRequest: {
    button: 'Ask for help',
    title: (short: string) => `Ask for help with ${short}?`,
    seen: (names: string, short: string) =>
      `In the next weekly summary, ${names} will read that you asked, with your name and your standing in ${short}. Nothing has been sent yet.`,
    confirm: 'Ask for help',
    requested: (short: string) => `You asked for help with ${short}`,
    willSee: (names: string) =>
      `${names} will read it in the weekly summary until you withdraw it or everything required is met.`,
    withdraw: 'Withdraw',
    withdrawn: (short: string) => `You no longer ask for help with ${short}`,
    withdrawnText: 'It isn’t in the next weekly summary.',
    noManager: 'You have no team with a manager, so your request wouldn’t be read and wasn’t sent.',
    noHelpers: (managers: string) =>
      `Your request wouldn’t be read at the moment and wasn’t sent. Ask ${managers} directly.`,
    inSummary: (name: string, line: string) => `${name} asks for help with ${line}`,
    heading: 'Members who asked for help',
  },
  snoozeTitle: 'Snooze',
  snoozeSubmit: 'Snooze',
  snoozeWhich: 'Certification',
  snoozeUntil: 'Until',
  snoozeHint: 'The last day without messages about this certification.',
  snoozePast: 'The date is in the past. Choose today or a later date.',
  snoozeFar: 'The date is too far away. Choose a date within a year.',
  snoozed: (short: string, day: string) => `${short} is snoozed until ${date(day)}.`,
  awake: (short: string) => `${short} is no longer snoozed.`,
  resume: 'End snooze',
  noCertifications: 'You haven’t added a certification yet. Add one like “add cissp”.',
  lapsing: (short: string) => `${short} is set to lapse. You won’t get messages about it, and your records stay.`,
  keeping: (short: string) => `${short} is active again. You’ll get messages about it.`,
  keepIt: 'Keep certification',
  lapseWhich: 'The certification is missing. Type its name, for example “lapse cissp”.',
  history: 'Messages I sent you',
  historyNone: 'I haven’t sent you any messages.',
  outcome: { sent: '✓ sent', 'held-back': '– held back', withdrawn: '– not sent', resolved: '' },
  reason: lookup({
    '': '',
    budget: 'message limit reached',
    off: 'messages turned off',
    away: 'you are on leave',
    unreachable: 'no private chat yet',
    overtaken: 'replaced by a newer message',
  }),
  about: lookup({
    behind: 'behind',
    missed: 'lost',
    earn: 'last day to earn',
    expires: 'expiry',
    report: 'last day to report',
    pay: 'fee',
    year: 'yearly minimum',
    debt: 'proof',
    rules: 'changed rules',
    ladder: 'offer of help',
  }),
});
