import { amount, type Basics, PER_PERIOD, type Rich, type Unit } from '../basics.ts';

export const logWords = ({ date, days, minutes }: Basics) => ({
  title: 'Log credits',
  submit: 'Save',
  activityTitle: 'Activity',
  titlePlaceholder: 'SANS webcast on zero trust',
  provider: 'Provider',
  kind: 'Kind',
  delivery: 'Delivery',
  start: 'Date',
  end: 'Last day',
  endHint: 'Only for activities of several days.',
  duration: 'Duration',
  durationHint: 'For example 90m, 1h30 or 1.5h.',
  counts: 'Counts for',
  creditsOf: (short: string, unit: Unit) => `${short}: ${unit.many}`,
  creditsIn: (short: string, category: string, unit: Unit) => `${short}, ${category}: ${unit.many}`,
  creditsInHint: 'How many of the credits above are in another category.',
  moreInCategories: (parts: number) =>
    `The other categories add up to ${amount(parts)}, more than entered here. Enter at least ${amount(parts)}.`,
  creditsMarked: (short: string, mark: string, unit: Unit) => `${short}, of these ${mark}: ${unit.many}`,
  markedHint: 'How many of the credits above are on this topic. Leave empty if none are.',
  moreMarkedThanClaimed: (mark: string, total: number) =>
    `${mark} can’t have more than the ${amount(total)} that you claim in all.`,
  categoryOf: (short: string) => `${short}: category`,
  creditsHint: 'Leave empty to calculate it from the duration.',
  estimate: (low: number, likely: number, high: number, perCredit: number, unit: Unit) =>
    `Estimate: ${range(low, high)} ${unit.many}${low < likely && likely < high ? `, most likely ${amount(likely)}` : ''}, at ${perCredit} minutes each.`,
  unverified: ' (unverified)',
  link: 'Proof link',
  linkHint: 'The https:// address of the certificate or confirmation. recert never opens it.',
  note: 'Proof note',
  noteHint: 'Where the proof is stored, or how it shows that you attended.',
  description: 'Description',
  descriptionHint: 'What you learned. Some certification bodies ask for it.',
  readDays: (typed: string, days: string) => `“${typed}” is ${days}.`,
  whichDay: (typed: string, one: string, other: string) => `Is “${typed}” ${one} or ${other}? Enter the date.`,
  readDuration: (typed: string, mins: number) => `“${typed}” was read as ${minutes(mins)}.`,
  severalDurations: (typed: string) => `The line has several durations: ${typed}. Enter the one that counts.`,
  durationWithoutUnit: (typed: string) =>
    `Does “${typed}” mean minutes, hours or credits? Enter a duration such as ${typed} min, or the credits below.`,
  otherUnit: (typed: string, short: string, unit: Unit) =>
    `${short} counts ${unit.many}, not ${typed}. Enter the ${unit.many} you claim.`,
  allSelected: (shorts: readonly string[]) =>
    `You named no certification, so all are selected: ${shorts.join(', ')}. Deselect those that it doesn’t count for.`,
  notYours: (short: string) => `${short} isn’t in this form because you haven’t added it. Add it with “add ${short}”.`,
  unknownCertification: (typed: string, candidates: readonly string[]) =>
    candidates.length === 0
      ? `“${typed}” isn’t a known certification.`
      : `“${typed}” isn’t a known certification. Select the one you mean: ${candidates.join(', ')}.`,
  badDuration: (typed: string) => `“${typed}” isn’t a valid duration. Use a format like 90m, 1h30 or 1.5h.`,
  durationTooLong: 'The duration is too long. Enter at most 1,000 hours.',
  unreadable: (typed: string) => `“${typed}” isn’t a valid number of credits. Use a format like 1.5.`,
  negative: 'Credits can’t be negative.',
  tooFine: 'Credits can have at most two decimals.',
  tooLarge: 'That’s too many credits for one entry. Enter at most 1,000.',
  step: (body: string, step: number) => `${body} accepts credits in steps of ${amount(step)}.`,
  tooManyRenewals: (body: string, max: number) =>
    `${body} accepts an activity of this kind for at most ${max === 1 ? '1 renewal' : `${max} renewals`}. Deselect this certification.`,
  notTicked: (short: string) => `${short} isn’t selected under “Counts for”. Select it there or clear these credits.`,
  noCredits: 'Enter the credits here or the duration above.',
  noCategory: 'Select a category.',
  worthNothing: (mins: number) =>
    `${minutes(mins)} is too short to earn credits here. Enter the credits or deselect this certification.`,
  noRoom: (credits: number) =>
    `The limit is reached, so this activity wouldn’t count. Enter the credits you claim (${amount(credits)} by duration) or deselect this certification.`,
  noConversion: 'The minutes per credit are unknown here. Enter the credits.',
  countsForNothing: 'Select at least one certification.',
  notHttps: 'The link isn’t secure. Use one that starts with https://',
  badLink: 'The link isn’t a valid web address. Use a domain name without a user name, at most 2,048 characters.',
  noHoldings: 'You don’t have a certification yet. Add one before you log credits.',
  logged: 'Logged',
  when: 'Date',
  proof: 'Proof',
  noProof: 'none yet; an audit can reject credits without proof',
  claims: (short: string, credits: string, category: string | undefined) =>
    category === undefined ? `${short}: ${credits}` : `${short}: ${credits} (${category})`,
  closer: (gained: number, now: string) => `+${days(gained)}; now ${now}`,
  fell: (lost: number, now: string) => `−${days(lost)}; now ${now}`,
  still: (headline: string) => `still ${headline}`,
  movedRequirement: (requirement: string, moved: string, headline: string) =>
    `${requirement} ${moved}. Still ${headline}`,
  nowBinding: (headline: string) => `now ${headline}`,
  nowMet: 'all requirements so far are met',
  notStarted: (day: string) => `cycle starts on ${date(day)}`,
  outside: (cycle: string) => `Not counted: outside the cycle ${cycle}`,
  onceOnly: 'Not counted: the same course counts once per cycle',
  overCap: (credits: string, cap: string, limit: number) =>
    `${credits} not counted: over the ${amount(limit)} limit for ${cap}`,
  willBeCut: (cut: string, claimed: string, limits: string) =>
    `${cut} of ${claimed} won’t count. The limit is ${limits}.`,
  limitOf: (limit: string, per: keyof typeof PER_PERIOD, cap: string) => `${limit} ${PER_PERIOD[per]} for ${cap}`,
  enterDays: 'If it took several days, enter its first and last day.',
  maxClaim: (credits: string, category: string | undefined) =>
    category === undefined ? `Claim at most ${credits}.` : `Claim at most ${credits} for ${category}.`,
  noRoomLeft: (category: string | undefined) =>
    category === undefined ? 'The limit is reached already.' : `The limit is reached already for ${category}.`,
  overIsStored: 'If you save anyway, credits over the limit are kept and shown as not counted.',
  pushedOut: (credits: string, short: string) =>
    `A later entry now counts ${credits} less for ${short}, because this one comes first.`,
  undo: 'Undo',
  undoEarlier: 'Undo the earlier change',
  another: 'Log another',
  pace: 'My pace',
  undone: 'Undone',
  undoneText: (title: string): Rich => ['“', { bold: title }, '” no longer counts.'],
  restore: 'Restore',
  restored: 'Restored',
  restoredText: (title: string): Rich => ['“', { bold: title }, '” counts again.'],
  gone: 'This record no longer exists, or it isn’t yours.',
  alreadyUndone: 'This record is already undone.',
  alreadyThere: 'This record already counts.',
  nothingToUndo: 'There’s no recent record to undo.',
  nothingToRestore: 'There’s no deleted record to restore.',
});

function range(low: number, high: number): string {
  return low === high ? amount(low) : `${amount(low)} – ${amount(high)}`;
}
