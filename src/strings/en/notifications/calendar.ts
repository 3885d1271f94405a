/** Words for subscribed calendars. */
export const calendarWords = () => ({
  name: (team: string | undefined) => (team === undefined ? 'My certifications' : `Certifications of ${team}`),
  earn: 'last day to earn credits',
  report: 'last day to report',
  pay: (fee: string, amount: string) => `pay ${amount} (${fee})`,
  expires: 'expires',
  lastDay: (requirement: string) => `last day for the ${requirement}`,
  remaining: (credits: string) => `${credits} left`,
  plan: (title: string) => `Planned: ${title}`,
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  ready: 'Your calendar address',
  readyOf: (team: string) => `Calendar address of ${team}`,
  subscribe:
    'Copy this address into “Add calendar from URL” of Google, “Subscribe from web” of Outlook, or “New Calendar Subscription” of Apple:',
  secret:
    'Anyone with this address can read the calendar. It is shown only now; ask for a new one whenever you need it.',
  inUse: (day: string) =>
    `Your calendar address has been in use since ${day}. It was shown only once; a new one replaces it.`,
  noAddress: 'A calendar needs a public https address of recert. Ask your admin to set RECERT_PUBLIC_URL.',
  teamsOnly: 'Only managers and admins can subscribe to the calendar of a team. Type “calendar” for your own.',
  remindHow: (max: number) =>
    `Say how many days before, from 1 to ${max}, for example: calendar remind 14. Or: calendar remind off.`,
  reminds: (days: number) => (days === 1 ? 'It reminds you one day before.' : `It reminds you ${days} days before.`),
  remindNever: 'It doesn’t remind you. For a reminder two weeks before, type “calendar remind 14”.',
  remindTwoWeeks: 'Remind me 14 days before',
  remindOff: 'No reminders',
  renew: 'New address',
  renewConfirm: 'The old address stops working.',
  turnOff: 'Turn off',
  turnOffConfirm: 'The address stops working. Calendars that use it become empty.',
  off: 'The calendar address no longer works.',
  wasOff: 'There is no calendar address to turn off.',
});
