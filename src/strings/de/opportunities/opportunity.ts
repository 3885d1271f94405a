import { type Basics, lookup } from '../../en/basics.ts';
import type { opportunityWords as Source } from '../../en/opportunities/opportunity.ts';
import { amount, manyOf, whole } from '../basics.ts';

const amountOf = (count: number) => (count === 1 ? '1 Angebot' : `${whole(count)} Angebote`);

/** Words for opportunities: found, ranked, and where they come from. */
export const opportunityWords = ({ date, days }: Basics): ReturnType<typeof Source> => ({
  search: 'Angebote',
  found: (words) => (words === '' ? 'Nächste Angebote' : `Angebote zu „${words}“`),
  nothing: (requested) => `Keine Angebote zu „${requested}“ gefunden.`,
  nearest: (requested) => `Zu „${requested}“ passt kein Angebot. Am ähnlichsten sind:`,
  meant: (word) => `Meinst du „${word}“?`,
  forWhich: (typed) =>
    `„${typed}“ ist keine deiner Zertifizierungen, deshalb wurde danach als Wort gesucht. Welche meinst du?`,
  hint: 'Filter: „kostenlos“, „unter 100 €“, „auf Deutsch“, „Podcast“, „vor Ort in Berlin“, „nächsten Monat“, „unter 1 Std.“, „mindestens 2 cpe“, „für cissp“.',
  preparing:
    'Die Suche wird nach einem Neustart noch vorbereitet, deshalb wurde nur ein Teil der Angebote durchsucht. Versuch es in einer Minute noch einmal.',
  noneYet: 'Noch keine Angebote vorhanden.',
  opportunity: 'Angebot',
  when: 'Wann',
  length: 'Dauer',
  cost: 'Kosten',
  none: 'Noch keine Angebote vorhanden. Ein Admin kann mit „sources“ Quellen aktivieren.',
  minutesUnknown: 'Dauer unbekannt',
  anyTime: 'jederzeit',
  free: 'kostenlos',
  worth: (short, low, likely, high, unit) =>
    low === high
      ? `${short} ≈ ${amount(likely)} ${manyOf(unit)}`
      : `${short} ≈ ${amount(likely)} ${manyOf(unit)} (${amount(low)}–${amount(high)})`,
  learned: (percent) => `(laut bisherigen Zertifikaten ${percent} % des Regelwerts)`,
  minutesEach: (short, minutes) => `${short} ${minutes} Minuten pro Punkt`,
  reason: (each) => `Schätzung: ${each}; ohne Pausen, abgerundet, mit deinen Obergrenzen.`,
  noRoom: (short) => `${short} 0 (Obergrenze erreicht)`,
  counts: (subject) => (subject === undefined ? 'zählt' : `zählt: ${subject}`),
  countsAsStated: 'zählt laut Anbieter',
  countsIfItFits: (subject) =>
    subject === undefined
      ? 'zählt, wenn es zu deiner Arbeit passt'
      : `zählt, wenn es zu deiner Arbeit passt: ${subject}`,
  doesNotCount: (subject) => (subject === undefined ? 'zählt vermutlich nicht' : `zählt vermutlich nicht: ${subject}`),
  attended: 'Teilgenommen',
  planIt: 'Einplanen',
  which: 'Angebot',
  whichHint: 'Tippe einen Teil des Titels und wähle das Angebot aus.',
  choose: 'Wähle ein Angebot aus der Liste. Andere Aktivitäten trägst du mit „log“ ein.',
  onwards: 'Weiter',
  next: (time) => `Empfohlen für ${time}`,
  nextTeam: (time) => `Empfohlen für das Team (${time})`,
  servesTeam: (people, gaps) =>
    `hilft ${people === 1 ? '1 Person' : `${people} Personen`}, ${gaps === 1 ? '1 offene Anforderung' : `${gaps} offene Anforderungen`}`,
  tooFew: (least) => `Zahlen gibt es erst ab ${least} Personen im Team.`,
  nextNone: (time) => `Kein Angebot bis ${time} schließt eine deiner Lücken.`,
  nextMet: (list) =>
    `Alles, was für ${list} nötig ist, hast du erfüllt; für dein Tempo brauchst du kein Angebot. Wenn du trotzdem etwas lernen willst, nutze die Suche.`,
  nextExams: (list, count) =>
    `${list} ${count === 1 ? 'wird' : 'werden'} durch eine Prüfung erneuert, nicht durch Punkte. Wann, zeigt „pace“.`,
  nextHow: 'Wie viel Zeit hast du? Schreib „next 3h“ oder „next 45m“.',
  adds: (short, credits, category) => `${short}${category === '' ? '' : ` ${category}`} +${amount(credits)}`,
  serves: (count, closes, gained) =>
    [
      `zählt für ${count === 1 ? '1 offene Anforderung' : `${count} offene Anforderungen`}`,
      ...(closes === 0 ? [] : [`erfüllt ${closes}`]),
      ...(gained <= 0 ? [] : [`+${days(gained)}`]),
    ].join(', '),
  coming: (day, hasLength) =>
    hasLength
      ? `Beginn: ${date(day)}. Du kannst die Teilnahme jetzt einplanen und danach eintragen.`
      : `Beginn: ${date(day)}. Trag die Teilnahme danach ein.`,
  gone: 'Dieses Angebot ist nicht mehr verfügbar.',
  noLength: 'Einplanen nicht möglich: Die Dauer ist unbekannt. Gib sie selbst an, z. B. „plan 1h“ mit dem Titel.',
  sources: 'Quellen für Angebote',
  sourcesNone: 'Noch keine Quellen für Angebote',
  sourcesFailing: (failing, count) =>
    `${failing} von ${count} ${count === 1 ? 'Quelle' : 'Quellen'} für Angebote nicht abrufbar`,
  turnOn: 'Aktivieren',
  turnOff: 'Deaktivieren',
  refresh: 'Jetzt aktualisieren',
  addSource: 'Quelle hinzufügen',
  on: 'aktiv',
  off: 'inaktiv',
  neverRead: 'noch nicht abgerufen',
  opportunities: amountOf,
  readOn: (when) => `abgerufen ${when}`,
  notTaken: (count) => `${count === 1 ? '1 Element' : `${count} Elemente`} nicht übernommen`,
  columnsNotRead: (count) => `${count === 1 ? '1 Spalte' : `${count} Spalten`} nicht gelesen`,
  beyondLimit: (count) => `${whole(count)} über der Grenze von 20.000 nicht gelesen`,
  latest: 'Neueste Angebote',
  notReadTitle: 'Nicht gelesen',
  unreadColumns: (names) => `Spalten: ${names}`,
  unreadSheets: (names) => `Tabellenblätter: ${names}`,
  reject: (item, title, why) => `Nr. ${item}: ${title === '' ? 'kein Titel' : title} – ${why}`,
  cellNotRead: (column) => `ohne „${column}“ übernommen, weil die Zelle nicht lesbar ist`,
  moreRejects: (count) => `und ${count} weitere`,
  reasons: {
    cancelled: 'ausgelassen: abgesagt',
    'no-title': 'ausgelassen: kein Titel',
    'bad-date': 'das Datum ist ungültig',
    'unclear-date': 'ausgelassen: Tag und Monat sind nicht eindeutig. Schreib Daten wie 2026-12-10',
    'bad-duration': 'ohne Dauer übernommen, weil sie ungültig ist',
    'unread-cell': 'ohne eine nicht lesbare Zelle übernommen',
    unreadable: 'ausgelassen: die Zeile ist nicht lesbar',
    twice: 'ausgelassen: doppelt',
  },
  fitsTeam: 'Passt zu den Zertifizierungen im Team',
  fitsFor: (list) => `für ${list}`,
  others: (count) => `${count} weitere`,
  turnOnAll: (count) => `Alle ${count} aktivieren`,
  importTable: 'Tabelle importieren',
  tableIntro:
    'Eine Tabelle mit Angeboten als .xlsx, .ods oder .csv. Du siehst vor dem Speichern, was davon gelesen wird.',
  tableFile: 'Datei',
  tableProblem: (why) => `Die Datei ist nicht lesbar: ${why}.`,
  wouldImport: (count) => `${amountOf(count)} zum Importieren`,
  importIt: 'Importieren',
  showSource: 'Anzeigen',
  allSources: 'Alle Quellen',
  refreshed: (count) => (count === 1 ? '1 Quelle aktualisiert' : `${count} Quellen aktualisiert`),
  volume: (before, after) =>
    before === after
      ? `${amountOf(after)} in diesem Workspace, wie vorher`
      : `${amountOf(after)} in diesem Workspace, vorher ${whole(before)}`,
  failed: (why, count) => `Abruf fehlgeschlagen (${why}), ${count === 1 ? '1 Versuch' : `${count} Versuche in Folge`}`,
  problems: lookup({
    'bad-address': 'Adresse nicht gefunden',
    'private-address': 'private Adresse',
    'too-many-redirects': 'zu viele Weiterleitungen',
    'too-large': 'Datei zu groß',
    'too-slow': 'Zeitüberschreitung',
    unreachable: 'Server nicht erreichbar',
    'proxy-refused': 'vom Proxy im Netzwerk von recert abgewiesen',
    'not-a-feed': 'kein Feed, kein Kalender, keine Tabelle und keine Seite mit Terminen',
    'no-title-column': 'Tabelle ohne Titelspalte',
    unreadable: 'nicht lesbar oder zu groß',
  }),
  refreshing: (count) =>
    `${count === 1 ? 'Die Quelle wird' : `${count} Quellen werden`} abgerufen. Das Ergebnis schicke ich dir.`,
  name: 'Name',
  address: 'Adresse',
  addressHint:
    'https://-Adresse eines RSS- oder Atom-Feeds, eines .ics-Kalenders, einer Tabelle (.csv, .xlsx, .ods) oder einer Seite mit schema.org-Terminen.',
  provider: 'Anbieter',
  providerHint: 'Für Elemente ohne eigenen Anbieter.',
  kind: 'Art',
  minutes: 'Minuten',
  minutesHint: 'Für Elemente ohne eigene Dauer. Leer lassen, wenn die Dauer variiert.',
  submit: 'Hinzufügen',
  badAddress: 'Gib eine öffentliche https://-Adresse ohne Benutzernamen ein.',
  badMinutes: 'Gib eine ganze Zahl von 1 bis 44.640 ein.',
  known: 'Es gibt bereits eine Quelle mit dieser Adresse.',
  byHand: 'Manuell eingetragen',
  offerTitle: 'Angebot empfehlen',
  suggested: 'Das Angebot ist jetzt für alle im Workspace sichtbar.',
  knownOffer: 'Es gibt bereits ein Angebot mit dieser Adresse.',
  whenHint: 'Leer lassen, wenn das Angebot jederzeit verfügbar ist.',
  isFree: 'Kostenlos?',
  yes: 'Ja',
  no: 'Nein',
  calendar: 'Kalenderdatei herunterladen',
  calendarFile: 'Deine geplanten Aktivitäten als Kalenderdatei',
});
