import { type Basics, lookup } from '../../en/basics.ts';
import type { teamWords as TeamWords } from '../../en/teams/team.ts';
import { amount, manyOf, oneOf } from '../basics.ts';

const people = (count: number) => (count === 1 ? '1 Person' : `${count} Personen`);
const members = (count: number) => (count === 1 ? '1 Mitglied' : `${count} Mitglieder`);

/** Words for teams and who is in them. */
export const teamWords = ({ list, anyOf, days }: Basics): ReturnType<typeof TeamWords> => ({
  title: 'Teams',
  none: 'Du hast auf keine Teams Zugriff. Ein Admin kann eines anlegen: „team Security“.',
  noneYet: 'Noch keine Teams vorhanden. Lege eines an: „team Security“.',
  which: (names) => `Welches Team? Verfügbar: ${names.join(', ')}.`,
  unknown: (typed, names) =>
    `Kein Team „${typed}“ gefunden, auf das du Zugriff hast.${names.length === 0 ? '' : ` Verfügbar: ${names.join(', ')}.`}`,
  adminMakes: (name) => `Das Team „${name}“ gibt es nicht. Neue Teams können nur Admins anlegen.`,
  members,
  ledBy: (names) => (names.length === 0 ? 'keine Teamleitung' : `Teamleitung: ${list(names)}`),
  digestOn: (weekday, hour, zone) => `Wochenübersicht: ${weekday}, ${hour} (${zone})`,
  digestOff: 'keine Wochenübersicht; einrichten mit „digest here“ im Kanal',
  problem: (reason) => `✕ Posten im Kanal nicht möglich: ${reason}`,
  settings: 'Einstellungen',
  risk: 'Handlungsbedarf',
  newTitle: 'Neues Team',
  editTitle: 'Team bearbeiten',
  submit: 'Speichern',
  name: 'Name',
  nameTaken: 'Es gibt bereits ein Team mit diesem Namen.',
  who: 'Mitglieder',
  whoHint:
    'Alle aus eurem Workspace, auch wenn sie recert noch nie genutzt haben. In Teams brauchen sie die App oder müssen in diesem Kanal sein.',
  onOtherPlatform: (names) =>
    `Ebenfalls im Team, auf einer anderen Plattform: ${list(names)}. Entfernen kannst du sie dort oder mit „team NAME remove …“.`,
  managers: 'Teamleitung',
  managersHint: 'Sieht den Handlungsbedarf des Teams und verwaltet die Wochenübersicht.',
  tooMany: (count) =>
    `Zu viele Personen für eine Auswahl (${count}). Schreib „team NAME add Ana, Bo“ oder importiere eine Tabelle: npm run recert -- teams import DATEI.`,
  adminAdds: 'Nur Admins können Mitglieder hinzufügen, weil die Teamleitung deren Einträge sehen kann.',
  follows: (group) => (group === '' ? 'synchronisiert mit dem Kanal' : `synchronisiert mit ${group}`),
  followsGroup: (group) =>
    `Die Mitglieder werden mit ${group === '' ? 'dem Kanal' : group} synchronisiert. Ändere sie dort, oder beende die Synchronisierung mit „team NAME follow nobody“.`,
  followsNone: 'Synchronisierung beendet. Die bisherigen Mitglieder bleiben im Team.',
  followBegun: 'Die Gruppe wird abgerufen. Das Ergebnis sende ich dir gleich.',
  followed: (group, count, isNew) =>
    `Synchronisiert mit ${group === '' ? 'dem Kanal' : group}: ${members(count)}, davon ${isNew} neu. Der Abgleich läuft alle paar Stunden. Wer die Gruppe verlässt, wird aus dem Team entfernt und behält die eigenen Einträge.`,
  followFailed: (remedy) => `Die Gruppe konnte nicht abgerufen werden. Die Mitglieder sind unverändert. ${remedy}`,
  followRemedy: lookup({
    no_group_named: 'Gib eine Nutzergruppe an: „team NAME follow @security“.',
    no_such_subteam:
      'Es gibt keine aktive Nutzergruppe mit diesem Namen. Verwende das Kürzel der Gruppe, z. B. @security.',
    missing_scope: 'recert fehlt die Berechtigung für Nutzergruppen. Ein Slack-Admin muss die App neu installieren.',
    group_named:
      'Nutzergruppen gibt es in Teams nicht. Schreib „team NAME follow here“ in einem Kanal des gewünschten Teams.',
    personal: 'Schreib den Befehl in einem Kanal des Teams, nicht im privaten Chat.',
    'no groups': 'Diese Plattform unterstützt keine Gruppen.',
    'not connected': 'Der synchronisierte Workspace ist nicht mehr verbunden.',
    '403': 'recert ist nicht mehr im synchronisierten Team. Füge die App dort wieder hinzu.',
    '404': 'Der synchronisierte Kanal wurde gelöscht.',
  }),
  followUnsure: (reason) => `Meldung der Plattform: „${reason}“. Der nächste Versuch folgt in einigen Stunden.`,
  zone: 'Zeitzone',
  zoneHint: 'Z. B. Europe/Berlin. Leer lassen für die Zeitzone des Workspace.',
  badZone: (typed) => `„${typed}“ ist keine gültige Zeitzone. Verwende ein Format wie Europe/Berlin oder UTC.`,
  day: 'Tag der Wochenübersicht',
  hour: 'Uhrzeit der Wochenübersicht',
  saved: (name) => `Team ${name}`,
  savedText: (count, leaders) => `Gespeichert: ${members(count)}, Teamleitung: ${people(leaders)}.`,
  remove: 'Entfernen',
  confirmRemoval: (names, team) => `${names} aus dem Team ${team} entfernen?`,
  removedBySaving: (names) =>
    `Noch nicht gespeichert: Aus dem Team entfernt ${names.length === 1 ? 'wird' : 'werden'} ${names.join(', ')}. Speichere erneut, um das zu bestätigen.`,
  removeAndSave: 'Entfernen und speichern',
  tooManyRemoved: (max) => `Du kannst höchstens ${max} Mitglieder auf einmal entfernen.`,
  delete: 'Team löschen',
  confirmDeletion: (name) => `Das Team ${name} löschen?`,
  deleted: (name) => `Das Team ${name} wurde gelöscht. Die Einträge der Mitglieder bleiben erhalten.`,
  notFound: (typed) =>
    `Keine Person namens „${typed}“ gefunden. Erwähne die Person mit @, oder nenne jemanden, der recert schon einmal genutzt hat.`,
  several: (typed, names) =>
    `„${typed}“ ist mehrdeutig: ${anyOf(names)}? Erwähne die Person, oder gib den vollständigen Namen oder die Angabe in Klammern ein.`,
  riskTitle: (name, count) =>
    count === 1
      ? `${name}: Handlungsbedarf bei 1 Zertifizierung`
      : `${name}: Handlungsbedarf bei ${count} Zertifizierungen`,
  riskNone: (name) => `${name}: ✓ alle im Plan, kein Handlungsbedarf`,
  riskColumns: { member: 'Person', status: 'Stand', open: 'Fehlt noch', deadlines: 'Fristen' },
  riskNote: 'Alle Personen auf dieser Liste sehen mit „access“, dass du sie angesehen hast.',
  left: (count) => (count === 0 ? 'Frist abgelaufen' : `noch ${days(count)}`),
  owed: (credits, unit) => `${amount(credits)} ${credits === 100 ? oneOf(unit) : manyOf(unit)} ohne Nachweis`,
  away: 'abwesend',
});
