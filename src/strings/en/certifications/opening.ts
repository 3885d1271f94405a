import type { Basics, Unit } from '../basics.ts';

/** Words for credits stated as earned before recert was used, and for cures of missed requirements. */
export const openingWords = ({ date, days, span: range, amount }: Basics) => ({
  button: 'Earned before recert',
  title: 'Earned before recert',
  submit: 'Save',
  intro: (short: string, cycle: string) =>
    `Credits earned for ${short} in the cycle ${cycle} before you used recert. State one amount per year. Records you add later for the same time take its place.`,
  portalQuestion: (short: string, body: string) =>
    `What does the portal of ${body} show as accepted for ${short} today? Leave empty what you don’t know; you can state it later.`,
  year: (from: string, until: string) => `Year ${range(from, until)}`,
  day: 'Earned until',
  dayHint: 'Credits since the previous statement, or since the start of the cycle, up to and including this day.',
  credits: (unit: Unit) => `${capitalised(unit.many)} in total`,
  creditsIn: (category: string, unit: Unit) => `${category} (${unit.many})`,
  anyCategory: (unit: Unit) => `Category not known (${unit.many})`,
  emptyHint: 'Leave all amounts of a year empty to state nothing for it.',
  marked: (mark: string, unit: Unit) => `Of these, ${mark} (${unit.many})`,
  accepted: 'Accepted in the portal?',
  acceptedHint: 'If not, they count as credits without valid proof.',
  yes: 'Yes, the portal shows them as accepted',
  no: 'No',
  dayOutside: (from: string, until: string) =>
    `This day isn’t in the year. Enter a day from ${date(from)} to ${date(until)}.`,
  dayInFuture: (day: string, until: string) => `${date(day)} is in the future. Enter ${date(until)} or an earlier day.`,
  notBegun: (short: string, day: string) =>
    `The cycle of ${short} starts on ${date(day)}, so nothing was earned in it yet.`,
  noCredits: (short: string) => `${short} isn’t renewed by credits, so there are none to state.`,
  saved: (short: string, credits: string) => `${short}: ${credits} stated, not itemised`,
  takenBack: (short: string) => `${short}: nothing stated any more`,
  change: 'Change statement',
  until: (day: string) => `Until ${date(day)}`,
  isAccepted: 'accepted in the portal',
  isNotAccepted: 'not accepted yet: counts as credits without valid proof',
  stated: (credits: string) => `${credits} stated, not itemised`,
  ofIt: (credits: string) => `${credits} of it stated, not itemised`,
  covered: (covered: number, stated: number) =>
    `${amount(covered)} of ${amount(stated)} stated are covered by records, which count instead`,
  label: 'Stated',
  debtTitle: 'Stated, not itemised',
  debtDetail: (day: string, since: number, credits: string) =>
    `until ${date(day)}, ${since === 0 ? 'today' : `${days(since)} ago`} · ${credits}: no records, and not accepted in the portal`,
  reportTitle: 'Earned before recert (stated, not itemised)',
  reportUntil: (day: string) => `up to ${date(day)}`,
  cure: {
    title: 'Made good',
    submit: 'Save',
    intro: (short: string, requirement: string, body: string) =>
      `${short}, ${requirement}: record how ${body} made the missed requirement good. Leave both fields empty to take it back.`,
    on: 'Made good on',
    what: 'What was done?',
    whatHint: 'For example: credits reported late and accepted.',
    inFuture: (day: string) => `${date(day)} is in the future. Enter today or an earlier date.`,
    change: 'Change',
    gone: 'This requirement isn’t missed any more, so there’s nothing to make good.',
    saved: (requirement: string) => `${requirement} made good`,
    takenBack: (requirement: string) => `${requirement}: missed again`,
  },
});

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
