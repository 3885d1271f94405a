import type { eraseWords as EraseWords } from '../../en/account/erase.ts';

const records = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`);

/** Words for erasing one’s data. */
export const eraseWords = (): ReturnType<typeof EraseWords> => ({
  title: 'Alle deine Daten löschen',
  intro: (count, certifications) =>
    `Gelöscht werden sofort und endgültig: ${records(count)}, ${certifications === 1 ? '1 Zertifizierung' : `${certifications} Zertifizierungen`}, alle Nachweise und dein Name. Das lässt sich nicht rückgängig machen.`,
  warning: (day) =>
    `Zertifizierungsstellen können Nachweise noch bis ${day} anfordern. Exportiere deine Daten vorher mit „export“.`,
  word: 'Zum Bestätigen ERASE eingeben',
  submit: 'Endgültig löschen',
  wrongWord: 'Gib ERASE in Großbuchstaben ein. Es wurde noch nichts gelöscht.',
  done: 'Alle deine Daten sind gelöscht',
  doneText:
    'Im Audit-Protokoll bleibt nur ein Eintrag über die Löschung, ohne deinen Namen. Wenn du recert wieder nutzt, beginnst du mit einem leeren Konto.',
});
