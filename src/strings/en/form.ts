import type { Basics } from './basics.ts';

export const shapeWords = ({ date }: Basics) => ({
  missing: 'Required',
  tooLong: (length: number, max: number) => `Too long: ${length} characters. Use at most ${max}.`,
  notAnOption: 'This isn’t one of the options. Select one from the list.',
  badDay: (typed: string) => `“${typed}” isn’t a valid date. Use a format like 2026-11-20.`,
  future: (day: string) => `${date(day)} is in the future. Log the activity after it takes place.`,
  endBeforeStart: (start: string) => `The end is before the start, ${date(start)}. Enter a later date.`,
  isNow: (label: string, value: string) => `${label} is now ${value === '' ? 'empty' : `“${value}”`}`,
  changedMeanwhile: (changes: readonly string[]) =>
    `Changed since you opened this form: ${changes.join('; ')}. Send again to save your values instead.`,
});

export const kindsWords = () => ({
  course: 'Course or training',
  webinar: 'Webinar or webcast',
  conference: 'Conference',
  'chapter-meeting': 'Chapter meeting',
  'self-study': 'Self-study',
  reading: 'Reading',
  podcast: 'Podcast',
  'vendor-presentation': 'Vendor presentation',
  'college-course': 'University course',
  'nano-learning': 'Nano-learning',
  'certification-programme': 'Certification programme',
  lab: 'Lab or exercise',
  teaching: 'Teaching or speaking',
  authoring: 'Writing or creating material',
  'exam-development': 'Exam development',
  'exam-passed': 'Exam passed',
  volunteering: 'Volunteering',
  committee: 'Board, committee or chapter work',
  mentoring: 'Mentoring',
  'work-experience': 'Work experience',
  membership: 'Membership',
  other: 'Other',
});

export const deliveriesWords = () => ({
  'online-live': 'Online, live',
  'online-recorded': 'Online, recorded',
  'in-person': 'In person',
  'self-paced': 'Self-paced',
});
