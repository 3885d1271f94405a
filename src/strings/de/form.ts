import type { Basics } from '../en/basics.ts';
import type {
  deliveriesWords as DeliveriesWords,
  kindsWords as KindsWords,
  shapeWords as ShapeWords,
} from '../en/form.ts';

export const shapeWords = ({ date }: Basics): ReturnType<typeof ShapeWords> => ({
  missing: 'Pflichtfeld',
  tooLong: (length, max) => `Zu lang: ${length} Zeichen, erlaubt sind höchstens ${max}.`,
  notAnOption: 'Wähle eine der angezeigten Optionen.',
  badDay: (typed) => `„${typed}“ ist kein gültiges Datum. Verwende ein Format wie 2026-11-20.`,
  future: (day) => `Der ${date(day)} liegt in der Zukunft. Trag die Aktivität ein, sobald sie stattgefunden hat.`,
  endBeforeStart: (start) => `Das Enddatum muss am oder nach dem Beginn (${date(start)}) liegen.`,
  isNow: (label, value) => `${label} ist jetzt ${value === '' ? 'leer' : `„${value}“`}`,
  changedMeanwhile: (changes) =>
    `Seit dem Öffnen des Formulars geändert: ${changes.join('; ')}. Sende noch einmal, um stattdessen deine Angaben zu speichern.`,
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
  'college-course': 'Hochschulkurs',
  'nano-learning': 'Nano-Learning',
  'certification-programme': 'Zertifizierungsprogramm',
  lab: 'Lab oder Übung',
  teaching: 'Lehr- oder Vortragstätigkeit',
  authoring: 'Fachtexte oder Lernmaterial',
  'exam-development': 'Prüfungsentwicklung',
  'exam-passed': 'Bestandene Prüfung',
  volunteering: 'Ehrenamtliche Tätigkeit',
  committee: 'Vorstands-, Ausschuss- oder Chapterarbeit',
  mentoring: 'Mentoring',
  'work-experience': 'Berufserfahrung',
  membership: 'Mitgliedschaft',
  other: 'Sonstiges',
});

export const deliveriesWords = (): ReturnType<typeof DeliveriesWords> => ({
  'online-live': 'Online, live',
  'online-recorded': 'Online, aufgezeichnet',
  'in-person': 'Vor Ort',
  'self-paced': 'Im eigenen Tempo',
});
