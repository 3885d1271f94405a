import type { Basics } from '../../en/basics.ts';
import type { packWords as Source } from '../../en/reports/pack.ts';

export const packWords = ({ date }: Basics): ReturnType<typeof Source> => ({
  title: 'Belegmappe',
  mine: 'Alles über dich',
  counts: (certifications, records, files) =>
    [
      `${certifications} ${certifications === 1 ? 'Zertifizierung' : 'Zertifizierungen'}`,
      `${records} ${records === 1 ? 'Eintrag' : 'Einträge'}`,
      `${files} ${files === 1 ? 'Belegdatei' : 'Belegdateien'}`,
    ].join(' · '),
  begun: 'Sie wird gepackt und kommt gleich, nur zu dir.',
  begunFor: (name) => `Sie wird gepackt. Sie kommt gleich, nur zu dir, damit du sie an ${name} weitergibst.`,
  sentTo: (name) => `${name} bekommt sie gleich, sonst niemand.`,
  open: 'Mappe öffnen',
  goodUntil: 'Gilt bis',
  yours: 'Der Link ist nur für dich. Jeder Abruf steht im Protokoll.',
  passOn: (name) =>
    `Für ${name}: Wer diesen Link hat, hat die Mappe. Gib ihn also nur dorthin weiter. Jeder Abruf steht im Protokoll.`,
  madeFor: (name, until, times) =>
    `Schon gepackt, für ${name}: gilt bis ${date(until)}, ${times === 1 ? 'einmal' : `${times}-mal`} abgerufen.`,
  withdraw: 'Link zurückziehen',
  withdrawn: 'Der Link gilt nicht mehr.',
  noLink: 'Einen solchen Link hast du nicht mehr, oder es gab ihn nie.',
  gone: 'Dieser Bericht wird nicht mehr aufbewahrt. Lass ihn noch einmal machen, dann seine Mappe.',
  none: 'Eine Mappe gehört zu einem Bericht, und du hast noch keinen machen lassen. Schreib „report mine“, oder „report team“ und den Namen des Teams.',
  badCode:
    'Eine Mappe wird mit dem Prüfcode ihres Berichts genannt, wie er auf dem Deckblatt steht. Ohne Code ist dein letzter gemeint.',
  tooLarge:
    'Alle Dateien zusammen sind zu groß, um hierher zu kommen, und recert hat keine öffentliche Adresse für einen Link. Wer recert betreibt, kann sie schreiben: npm run recert -- say --as DU "export mine" --out DATEI',
  form: {
    submit: 'Packen',
    who: 'Für wen?',
    me: 'Für mich',
    outside: 'Jemand von außen: Ich gebe den Link weiter',
    outsider: 'Wie heißt die Person?',
    outsiderHint: 'Für jemanden von außen. Der Name bleibt beim Link und steht bei der Zahl der Abrufe.',
    days: 'So viele Tage gilt der Link',
    daysHint: '1 bis 30',
    badDays: (max) => `Schreib eine ganze Zahl von Tagen, 1 bis ${max}.`,
    nameThem: 'Sag, wer sie bekommt.',
  },
  page: {
    gone: 'Dieser Link gilt nicht mehr. Bitte um einen neuen, wo du ihn herhast.',
    files: 'Dateien',
    button: 'Herunterladen',
    noted: 'Der Abruf wird bei denen vermerkt, die die Mappe gemacht haben.',
  },
});
