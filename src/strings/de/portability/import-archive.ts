import type { importArchiveWords as Source } from '../../en/portability/import-archive.ts';

const certifications = (n: number) => (n === 1 ? '1 Zertifizierung' : `${n} Zertifizierungen`);
const records = (n: number) => (n === 1 ? '1 Eintrag' : `${n} Einträge`);
const files = (n: number) => (n === 1 ? '1 Nachweisdatei' : `${n} Nachweisdateien`);
const lost = (n: number) => (n === 0 ? '' : ` Fehlend oder nicht importierbar: ${files(n)}.`);

export const importArchiveWords = (): ReturnType<typeof Source> => ({
  title: 'Archiv importieren',
  take: 'Importieren',
  would: ({ certifications: added, records: fresh, already, missing }) =>
    `Neu: ${certifications(added)} und ${records(fresh)}. Bereits vorhanden: ${records(already)}.${lost(missing)}`,
  done: ({ certifications: added, records: fresh, already, files: stored, missing }) =>
    `Importiert: ${certifications(added)}, ${records(fresh)} und ${files(stored)}. Bereits vorhanden: ${records(already)}.${lost(missing)}`,
  note: 'Bereits vorhandene Zertifizierungen behalten ihre Zyklen. Bestätigungen von Personen werden nicht übernommen.',
  wrong: (n) => `${n === 1 ? '1 Fehler' : `${n} Fehler`}, es wurde nichts importiert:`,
  none: 'Das Archiv enthält keine recert.json. Lade eine Datei aus „export mine“ hoch.',
  notJson: 'Die recert.json im Archiv ist nicht lesbar. Exportiere die Daten erneut mit „export mine“.',
  shape: (path) =>
    `Die recert.json im Archiv hat ein ungültiges Format${path === '' ? '' : ` (${path})`}. Exportiere die Daten erneut mit „export mine“.`,
  unknown: (code) => `Zertifizierung „${code}“: nicht im Katalog.`,
  torn: (code) => `Zertifizierung „${code}“: Die Zyklen überschneiden sich oder enden vor ihrem Beginn.`,
  record: (n, title, problem) => `Eintrag ${n}, ${title}: ${problem}`,
  ends: 'Das Enddatum liegt vor dem Beginn.',
  future: 'Das Datum liegt in der Zukunft.',
  twice: 'Dieselbe Zertifizierung ist doppelt angegeben.',
  noCredits: (code) => `„${code}“ wird nicht über Punkte verlängert.`,
  noCategory: (code, category) => `„${code}“ hat keine Kategorie „${category}“.`,
  noCycle: (code, day) =>
    `„${code}“ hat hier keinen Zyklus mit Beginn am ${day}. Korrigiere zuerst den Zyklus mit „edit“.`,
});
