import type { Basics } from '../en/basics.ts';
import type {
  deliveriesWords as DeliveriesWords,
  kindsWords as KindsWords,
  shapeWords as ShapeWords,
} from '../en/form.ts';

export const shapeWords = ({ date }: Basics): ReturnType<typeof ShapeWords> => ({
  missing: 'Bitte beantworte das.',
  tooLong: (length, max) => `${length} Zeichen sind zu viele: höchstens ${max}.`,
  notOffered: 'Bitte wähle eine der angebotenen Möglichkeiten.',
  badDay: (typed) => `„${typed}“ ist kein Tag des Kalenders. Schreib ihn als 2026-11-20.`,
  future: (day) => `Der ${date(day)} liegt in der Zukunft. Trag es ein, wenn es geschehen ist.`,
  endBeforeStart: (start) => `Das Ende liegt vor dem Anfang, ${date(start)}.`,
});

export const kindsWords = (): ReturnType<typeof KindsWords> => ({
  course: 'Kurs oder Schulung',
  webinar: 'Webinar oder Webcast',
  conference: 'Konferenz',
  'chapter-meeting': 'Chapter-Treffen',
  'self-study': 'Selbststudium',
  reading: 'Lektüre',
  podcast: 'Podcast',
  'vendor-presentation': 'Vortrag eines Herstellers',
  'college-course': 'Kurs an einer Hochschule',
  'nano-learning': 'Kurzlerneinheit',
  'certification-programme': 'Zertifizierungsprogramm',
  lab: 'Labor oder Übung',
  teaching: 'Lehren oder Vortragen',
  authoring: 'Schreiben oder Erstellen von Material',
  'exam-development': 'Mitarbeit an Prüfungen',
  'exam-passed': 'Bestandene Prüfung',
  volunteering: 'Ehrenamt',
  committee: 'Arbeit in Vorstand, Ausschuss oder Chapter',
  mentoring: 'Mentoring',
  'work-experience': 'Berufserfahrung',
  membership: 'Mitgliedschaft',
  other: 'Etwas anderes',
});

export const deliveriesWords = (): ReturnType<typeof DeliveriesWords> => ({
  'online-live': 'Online, live',
  'online-recorded': 'Online, aufgezeichnet',
  'in-person': 'Vor Ort',
  'self-paced': 'In eigenem Tempo',
});
