import type { Basics } from '../basics.ts';

/** Words for the settings of a workspace. */
export const settingsWords = ({ days }: Basics) => ({
  title: 'Settings',
  submit: 'Save',
  saved: 'Settings saved',
  language: 'Default language',
  zone: 'Workspace time zone',
  zoneHint: 'For example Europe/Lisbon. Used for people without a time zone on their platform.',
  tolerance: 'Tolerance in days',
  toleranceHint:
    'Days off pace that still count as on track; until the last quarter of a window at least the days that one credit stands for. Default: 7.',
  badTolerance: 'The tolerance isn’t valid. Enter a whole number from 0 to 60.',
  budget: 'Messages per 30 days',
  budgetHint: 'Maximum unprompted messages. 0 turns them off. Default: 4.',
  badBudget: 'The number of messages isn’t valid. Enter a whole number from 0 to 31.',
  names: 'Names in digests',
  namesChosen: 'Only members who agreed',
  namesNever: 'Never',
  escalates: 'Members who stay behind',
  escalatesYes: 'Tell managers after two reminders',
  escalatesNo: 'Don’t tell managers',
  summary: (language: string, zone: string, tolerance: number, budget: number) =>
    `${language}, ${zone}, tolerance ${days(tolerance)}, at most ${budget === 1 ? '1 message' : `${budget} messages`} in 30 days.`,
});
