import type { Basics } from '../../en/basics.ts';
import type { peopleWords as PeopleWords } from '../../en/teams/people.ts';

/** Words for the people of a workspace. */
export const peopleWords = ({ date }: Basics): ReturnType<typeof PeopleWords> => ({
  title: 'Personen',
  submit: 'Speichern',
  memberTitle: 'Person bearbeiten',
  role: 'Rolle',
  roles: { member: 'Mitglied', manager: 'Teamleitung', auditor: 'Auditor', admin: 'Admin' },
  change: 'Bearbeiten',
  status: 'Status',
  active: 'Aktiv',
  left: 'Ausgeschieden',
  leftOn: (day) => `ausgeschieden am ${date(day)}`,
  awayUntil: (day) => `abwesend bis ${date(day)}`,
  saved: (name) => `${name} gespeichert`,
  lastAdmin: 'Es muss mindestens ein Admin bleiben. Mach zuerst eine andere Person zum Admin.',
  leftHint:
    'Ausgeschiedene werden nicht gezählt und erhalten keine Nachrichten. Ihre Einträge können sie weiterhin mit „export“ herunterladen.',
  goodbyeTitle: 'Deine Einträge bleiben erhalten',
  goodbye:
    'Ein Admin hat dich als ausgeschieden markiert. Du wirst nicht mehr gezählt und erhältst keine Nachrichten mehr. Deine Einträge und Nachweise kannst du weiterhin hier abrufen und exportieren.',
  departedTitle: 'Jemand ist ausgeschieden',
  departed: (name, role) =>
    `${name} (${role}) hat hier kein Konto mehr und gilt deshalb als ausgeschieden: nicht mehr gezählt, keine Nachrichten, die Einträge bleiben. Falls das nicht stimmt, setze den Status auf „Aktiv“.`,
  download: 'Einträge exportieren',
  away: 'Abwesend bis',
  nameless: 'Noch ohne Namen',
  withHandle: (name, handle) => (handle === '' ? name : `${name} (${handle})`),
  oneOnly: 'Nenne nur eine Person.',
  tooMany: (max) => `Zu viele Personen. Nenne höchstens ${max} auf einmal.`,
  textOnly: (typed) =>
    `„${typed}“ ist hier nur Text, keine Erwähnung. Wähle die Person aus der Liste, die nach dem @ erscheint, oder gib den vollständigen Namen ein.`,
  stranger: (label) =>
    `${label === '' ? 'Dieses Konto' : `„${label}“`} gehört nicht zu eurem Workspace. Gäste, Apps und Personen aus anderen Organisationen können nicht ausgewählt werden.`,
  inOtherWorkspace: (label) =>
    `${label === '' ? 'Diese Person' : `„${label}“`} ist hier nicht wählbar, weil sie recert in einem anderen Workspace nutzt.`,
  unreadUser: (label) =>
    `${label === '' ? 'Diese Person' : `„${label}“`} konnte gerade nicht abgerufen werden. Versuch es in einer Minute noch einmal.`,
  unknownUser: (label) =>
    `${label === '' ? 'Diese Person' : `„${label}“`} hat recert noch nicht genutzt. Bitte sie, recert zuerst eine Nachricht zu schreiben.`,
});
