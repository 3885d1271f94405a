import type { Basics } from './basics.ts';

export const shapeWords = ({ date }: Basics) => ({
  missing: 'Please answer this.',
  tooLong: (length: number, max: number) => `${length} characters are too many: at most ${max}.`,
  notOffered: 'Please choose one of the options offered.',
  badDay: (typed: string) => `“${typed}” is not a day of the calendar. Write it as 2026-11-20.`,
  future: (day: string) => `${date(day)} lies in the future. Log it once it has happened.`,
  endBeforeStart: (start: string) => `The end lies before the start, ${date(start)}.`,
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
  other: 'Something else',
});

export const deliveriesWords = () => ({
  'online-live': 'Online, live',
  'online-recorded': 'Online, recorded',
  'in-person': 'In person',
  'self-paced': 'At my own pace',
});
