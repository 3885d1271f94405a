import type { exportWords as ExportWords, fileWords as FileWords } from '../../en/portability/file.ts';

export const fileWords = (): ReturnType<typeof FileWords> => ({
  troubleTitle: 'Die Datei kam nicht an',
  problem: (name) =>
    `${name} konnte ich dir hier nicht bringen, oder ich weiß nicht sicher, ob es ankam. Ich hebe die Datei eine Woche auf: Versuch es noch einmal, oder frag mich in unserem eigenen Chat danach.`,
  again: 'Noch einmal schicken',
  goneTitle: 'Die Datei ist weg',
  gone: 'Diese Datei wird nicht mehr aufgehoben. Fordere sie noch einmal an.',
});

export const exportWords = (): ReturnType<typeof ExportWords> => ({
  title: 'Deine Einträge',
  rows: (count) => (count === 1 ? '1 Zeile' : `${count} Zeilen`),
  follows:
    'Die Datei ist nur für dich und öffnet sich in jeder Tabellenkalkulation. Was du zurückgenommen hast, steht mit seinem Datum auch darin.',
  teamTitle: (team) => `Einträge von ${team}`,
  teamFollows:
    'Die Datei ist nur für dich und öffnet sich in jeder Tabellenkalkulation. Alle darin sehen mit „looks“, dass du sie mitgenommen hast; was sie zurückgenommen haben, steht nicht darin.',
  about: (title, count) => `${title}, ${count === 1 ? '1 Zeile' : `${count} Zeilen`}`,
  nothing: 'Es ist noch nichts eingetragen, also gibt es nichts mitzunehmen.',
  teamNothing: (team) => `In ${team} hat noch niemand etwas eingetragen.`,
  columns: {
    member: 'Mitglied',
    id: 'Id',
    title: 'Titel',
    provider: 'Anbieter',
    kind: 'Art',
    delivery: 'Form',
    starts: 'Beginn',
    ends: 'Ende',
    minutes: 'Minuten',
    certification: 'Zertifizierung',
    category: 'Kategorie',
    credits: 'Punkte',
    proofForms: 'Beleg',
    proofLink: 'Link zum Beleg',
    proofNote: 'Notiz zum Beleg',
    proofFiles: 'Dateien',
    proofHashes: 'SHA-256 der Dateien',
    description: 'Beschreibung',
    loggedAt: 'Eingetragen am',
    takenBackAt: 'Zurückgenommen am',
  },
});
