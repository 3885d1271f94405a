/** The kinds of activity; each body's names and caps are mapped to them. */
export const ACTIVITY_KINDS = [
  'course',
  'webinar',
  'conference',
  'chapter-meeting',
  'self-study',
  'reading',
  'podcast',
  'vendor-presentation',
  'college-course',
  'nano-learning',
  'certification-programme',
  'lab',
  'teaching',
  'authoring',
  'exam-development',
  'exam-passed',
  'volunteering',
  'committee',
  'mentoring',
  'work-experience',
  'membership',
  'other',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const DELIVERIES = ['online-live', 'online-recorded', 'in-person', 'self-paced'] as const;
export type Delivery = (typeof DELIVERIES)[number];
