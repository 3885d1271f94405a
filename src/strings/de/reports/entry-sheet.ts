import { type Basics, lookup } from '../../en/basics.ts';
import type { sheetWords as Source } from '../../en/reports/entry-sheet.ts';
import { amount } from '../basics.ts';

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;

export const sheetWords = ({ date }: Basics): ReturnType<typeof Source> => ({
  title: 'Meldebögen',
  of: (body) => `Meldebogen: ${body}`,
  nothingLogged: 'In den offenen Zyklen ist nichts eingetragen, also gibt es nichts zu melden.',
  toEnter: (n) => (n === 1 ? '1 Meldung offen' : `${n} Meldungen offen`),
  entries: (n) => (n === 1 ? '1 Meldung' : `${n} Meldungen`),
  allEntered: 'Alles ist gemeldet',
  show: 'Zeigen',
  back: 'Zurück zum Bogen',
  files: 'Als PDF und CSV',
  filesFollow: 'Es kommt gleich, nur zu dir: als PDF neben das Portal, und als Tabelle.',
  fileAbout: (body) => `Meldebogen: ${body}`,
  allSubmitted: 'Alle sind gemeldet',
  byMonth: 'Eine je Monat',
  oneByOne: 'Eine je Aktivität',
  never: 'recert meldet sich nirgends für dich an: kopieren, absenden, hier abhaken',
  anyPortal: 'Wie dieses Portal fragt, ist nicht bekannt; hier steht alles, wonach es fragen kann',
  fields: {
    start: 'Beginn',
    end: 'Ende',
    title: 'Titel',
    provider: 'Anbieter',
    activity: 'Art der Aktivität',
    delivery: 'Form',
    credits: 'Punkte',
    category: 'Kategorie',
    marks: 'Themen',
    description: 'Beschreibung',
    link: 'Link',
    files: 'Belegdateien',
  },
  status: 'Stand',
  record: 'Eintrag in recert',
  bundle: (kind, provider, day, n) => `${kind}${provider === '' ? '' : `: ${provider}`}, ${day.slice(0, 7)} (${n})`,
  part: (title, n, of) => `${title} (Teil ${n} von ${of})`,
  lost: (credits) => `die Stufung des Portals lässt ${amount(credits)} weg`,
  tooSmall: 'weniger als der kleinste Betrag des Portals: fasse es mit anderen zusammen',
  tooMany: (n, max) => `${n} Dateien, und das Portal nimmt ${max}`,
  tooHeavy: (bytes, max) => `die Dateien haben zusammen ${megabytes(bytes)}, und das Portal nimmt ${megabytes(max)}`,
  states: { submitted: 'Gemeldet', accepted: 'Angenommen', rejected: 'Abgelehnt' },
  tick: (state, day, reference) => {
    const word = { submitted: 'gemeldet', accepted: 'angenommen', rejected: 'abgelehnt' }[state];
    return `${word} am ${date(day)}${reference === '' ? '' : `, ${reference}`}`;
  },
  buttons: lookup({ submitted: 'Gemeldet', answer: 'Angenommen oder abgelehnt', none: 'Nicht gemeldet' }),
  formTitle: 'Im Portal',
  submit: 'Vermerken',
  said: 'Was ist es?',
  on: 'Seit wann?',
  reference: 'Aktenzeichen',
  referenceHint: 'Wie das Portal es nennt, falls es einen Namen dafür hat.',
  notBefore: (day) => `Es endete am ${date(day)} und kann nicht vorher gemeldet worden sein.`,
  notFuture: 'Dieser Tag ist noch nicht da.',
  changed: 'Der Bogen ist inzwischen ein anderer: Sieh ihn noch einmal an, dann hake ab.',
  gone: 'Diese Meldung gibt es nicht mehr.',
  unknown: (typed, bodies) => `Für „${typed}“ trägst du nichts ein. Bögen gibt es für: ${bodies.join(', ')}.`,
  noted: (n, state) => (n === 1 ? `1 Meldung: ${state}.` : `${n} Meldungen: ${state}.`),
  none: 'nicht gemeldet',
  portals: 'Meldungen',
  teamTitle: (team) => `Portale von ${team}`,
  teamNothing: 'In diesem Team hat niemand etwas in einem offenen Zyklus eingetragen.',
  teamCount: (n, state, credits) => {
    const words = { open: 'nicht gemeldet', submitted: 'gemeldet', accepted: 'angenommen', rejected: 'abgelehnt' };
    return state === 'open' ? `${n} ${words.open} (${amount(credits)} Punkte)` : `${n} ${words[state]}`;
  },
  teamLast: (day) => `zuletzt vermerkt am ${date(day)}`,
  teamNote: 'Nach dem, was jede und jeder vermerkt hat. Alle darauf sehen mit „looks“, dass du nachgesehen hast.',
  printed: (day) => `Stand ${date(day)}`,
  howKnown: (certainty) => `Die Reihenfolge der Felder: ${certainty}.`,
});
