import { type Basics, lookup } from '../../en/basics.ts';
import type { sheetWords as Source } from '../../en/reports/entry-sheet.ts';
import { amount } from '../basics.ts';

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;

const STATES = { submitted: 'eingereicht', accepted: 'anerkannt', rejected: 'abgelehnt' };

export const sheetWords = ({ date }: Basics): ReturnType<typeof Source> => ({
  title: 'Meldebögen',
  of: (body) => `Meldebogen: ${body}`,
  nothingLogged: 'Nichts zu melden: In den offenen Zyklen sind keine Aktivitäten eingetragen.',
  toEnter: (n) => (n === 1 ? '1 Meldung offen' : `${n} Meldungen offen`),
  entries: (n) => (n === 1 ? '1 Meldung' : `${n} Meldungen`),
  allEntered: 'Alles eingereicht',
  show: 'Anzeigen',
  back: 'Zurück zum Meldebogen',
  files: 'PDF und CSV herunterladen',
  filesFollow: 'Der Meldebogen wird erstellt. Ich sende ihn dir privat als PDF und CSV-Tabelle.',
  fileAbout: (body) => `Meldebogen: ${body}`,
  confirmAll: (n) =>
    `Alle ${n} Positionen als heute eingereicht markieren? Das lässt sich 10 Minuten lang rückgängig machen.`,
  allSubmitted: (n) => (n === 1 ? 'Als eingereicht markieren' : `Alle ${n} als eingereicht markieren`),
  byMonth: 'Nach Monat bündeln',
  oneByOne: 'Einzeln anzeigen',
  never: 'recert überträgt nichts ins Portal: Angaben kopieren, dort einreichen und hier markieren',
  anyPortal: 'Die Felder dieses Portals sind nicht bekannt; der Meldebogen enthält alle möglichen Angaben',
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
    files: 'Nachweisdateien',
  },
  status: 'Status',
  record: 'Eintrag in recert',
  bundle: (kind, provider, day, n) => `${kind}${provider === '' ? '' : `: ${provider}`}, ${day.slice(0, 7)} (${n})`,
  part: (title, n, of) => `${title} (Teil ${n} von ${of})`,
  lost: (credits) => `das Portal rundet um ${amount(credits)} ab`,
  tooSmall: 'unter dem Mindestwert des Portals; bündle die Meldung mit anderen',
  tooMany: (n, max) => `zu viele Dateien: ${n}, das Portal erlaubt ${max}`,
  tooHeavy: (bytes, max) => `Dateien zu groß: ${megabytes(bytes)}, das Portal erlaubt ${megabytes(max)}`,
  states: { submitted: 'Eingereicht', accepted: 'Anerkannt', rejected: 'Abgelehnt' },
  tick: (state, day, reference) => {
    const word = STATES[state];
    return `${word} am ${date(day)}${reference === '' ? '' : `, ${reference}`}`;
  },
  buttons: lookup({ submitted: 'Eingereicht', answer: 'Anerkannt oder abgelehnt', none: 'Nicht eingereicht' }),
  formTitle: 'Status im Portal',
  submit: 'Speichern',
  portalState: 'Status',
  on: 'Datum',
  reference: 'Referenznummer',
  referenceHint: 'Nummer der Meldung im Portal, falls vorhanden.',
  notBefore: (day) => `Das Datum muss am oder nach dem ${date(day)} liegen, dem Ende der Aktivität.`,
  notFuture: 'Das Datum liegt in der Zukunft. Gib ein Datum bis heute ein.',
  changed: 'Der Meldebogen hat sich geändert. Prüfe ihn und markiere die Meldungen erneut.',
  gone: 'Diese Meldung ist nicht mehr vorhanden.',
  unknown: (typed, bodies) => `Kein Meldebogen für „${typed}“. Verfügbar: ${bodies.join(', ')}.`,
  noted: (n, state) => (n === 1 ? `1 Meldung: ${state}.` : `${n} Meldungen: ${state}.`),
  none: 'nicht eingereicht',
  portals: 'Portalmeldungen',
  columns: { title: 'Eintrag', date: 'Datum', credits: 'Punkte', status: 'Stand' },
  teamColumns: { member: 'Person', entries: 'Einträge', latest: 'Letzte Änderung' },
  teamTitle: (team) => `Portalmeldungen: ${team}`,
  teamNothing: 'In diesem Team gibt es keine Einträge in offenen Zyklen.',
  teamCount: (n, state, credits) => {
    if (state !== 'open') return `${n} ${STATES[state]}`;
    return `${n} nicht eingereicht (${amount(credits)} ${credits === 100 ? 'Punkt' : 'Punkte'})`;
  },
  teamLast: (day) => `zuletzt aktualisiert am ${date(day)}`,
  teamNote:
    'Laut Angaben der Mitglieder. Alle Personen auf dieser Liste sehen mit „access“, dass du sie angesehen hast.',
  printed: (day) => `Stand ${date(day)}`,
  howKnown: (certainty) => `Quelle der Feldreihenfolge: ${certainty}.`,
});
