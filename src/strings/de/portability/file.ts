import type { exportWords as ExportWords, fileWords as FileWords } from '../../en/portability/file.ts';

export const fileWords = (): ReturnType<typeof FileWords> => ({
  failureTitle: 'Datei nicht zugestellt',
  problem: (name) =>
    `${name} konnte hier nicht oder nicht nachweislich zugestellt werden. Die Datei bleibt eine Woche gespeichert: Versuch es noch einmal oder fordere sie in unserem privaten Chat an.`,
  again: 'Erneut senden',
  goneTitle: 'Datei nicht mehr verfügbar',
  gone: 'Diese Datei ist nicht mehr gespeichert. Fordere sie neu an.',
});

export const exportWords = (): ReturnType<typeof ExportWords> => ({
  title: 'Deine Einträge',
  rows: (count) => (count === 1 ? '1 Zeile' : `${count} Zeilen`),
  follows:
    'Ich sende dir die Datei privat. Sie lässt sich in jeder Tabellenkalkulation öffnen. Der Status sagt, ob ein Eintrag erledigt, geplant oder gelöscht ist; nur erledigte zählen.',
  teamTitle: (team) => `Einträge von ${team}`,
  teamFollows:
    'Ich sende dir die Datei privat. Sie lässt sich in jeder Tabellenkalkulation öffnen und enthält weder Pläne noch gelöschte Einträge. Alle Teammitglieder sehen mit „access“, dass du sie exportiert hast.',
  about: (title, count) => `${title}, ${count === 1 ? '1 Zeile' : `${count} Zeilen`}`,
  nothing: 'Du hast noch keine Einträge zum Exportieren.',
  teamNothing: (team) => `Im Team ${team} gibt es noch keine Einträge.`,
  statuses: { done: 'Erledigt', planned: 'Geplant', deleted: 'Gelöscht' },
  columns: {
    member: 'Mitglied',
    id: 'ID',
    title: 'Titel',
    provider: 'Anbieter',
    kind: 'Art',
    delivery: 'Form',
    starts: 'Beginn',
    ends: 'Ende',
    minutes: 'Minuten',
    certification: 'Zertifizierung',
    category: 'Kategorie',
    marks: 'Themen',
    credits: 'Punkte',
    cycle: 'Zyklusbeginn',
    overClaimReason: 'Grund für die höhere Angabe',
    proofForms: 'Nachweis',
    proofLink: 'Link zum Nachweis',
    proofNote: 'Notiz zum Nachweis',
    proofFiles: 'Nachweisdateien',
    proofHashes: 'SHA-256 der Dateien',
    description: 'Beschreibung',
    loggedAt: 'Eingetragen am',
    status: 'Status',
    takenBackAt: 'Zurückgezogen am',
  },
});
