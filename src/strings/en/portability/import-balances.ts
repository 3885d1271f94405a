import type { Basics } from '../basics.ts';

const balances = (count: number) => (count === 1 ? '1 opening balance' : `${count} opening balances`);

/** Words for opening balances in a table. */
export const importBalanceWords = ({ date, span }: Basics) => ({
  would: 'Opening balances, stated, not itemised:',
  done: (count: number) => `${balances(count)} stated, not itemised.`,
  replaces: (day: string) => `takes the place of the one until ${date(day)}`,
  noAmount: 'credits: missing for an opening balance. Enter the credits.',
  noDay:
    'date: missing for an opening balance. Enter the day up to which its credits were earned, in the row or for all such rows.',
  unclearRow: 'an opening balance or an activity? Select what it is.',
  carryOver:
    'credits of the previous cycle. recert carries them over itself as far as the rules allow, from the records of that cycle.',
  outside: (short: string, from: string, until: string) =>
    `date: not in the current cycle of ${short}. Enter a day in ${span(from, until)}.`,
  existing: 'stated already with the same figures.',
  same: (number: number) => `the same as line ${number}.`,
  twice: (one: number, other: number) =>
    `lines ${one} and ${other} state different credits for the same day and category. Correct them.`,
  unclearAmounts: 'several opening balances in one cycle. Select what each of them states.',
  smaller: 'fewer credits than the opening balance before it, although each is the total so far. Correct one of them.',
  beforeStated: 'a later day is stated already. Change it with “edit” first.',
  otherStated: (short: string, day: string, credits: string) =>
    `${short}: ${credits} until ${date(day)} are stated already. Select which figures are right.`,
  questions: {
    balanceRows: {
      label: 'Rows that may be opening balances',
      hint: 'For rows like “Vortrag”, which is a balance or a talk.',
      answers: { balance: 'Opening balances: credits earned before', activity: 'Activities' },
    },
    balanceDay: {
      label: 'Day of opening balances without a date',
      hint: 'The day up to which their credits were earned.',
    },
    balanceAmounts: {
      label: 'What each opening balance states',
      hint: 'For several in one cycle.',
      answers: { each: 'What was earned since the one before it', running: 'All credits since the start of the cycle' },
    },
    existingBalances: {
      label: 'Opening balances that are stated already',
      hint: 'For other figures in the file.',
      answers: { replace: 'Use the figures of the file', existing: 'Leave them as they are' },
    },
  },
});
