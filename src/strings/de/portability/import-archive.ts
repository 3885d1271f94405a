import type { importArchiveWords as Source } from '../../en/portability/import-archive.ts';

const certifications = (n: number) => (n === 1 ? '1 Zertifizierung' : `${n} Zertifizierungen`);
const records = (n: number) => (n === 1 ? '1 Eintrag' : `${n} Einträge`);
const files = (n: number) => (n === 1 ? '1 Belegdatei' : `${n} Belegdateien`);
const lost = (n: number) => (n === 0 ? '' : ` Nicht mitgekommen oder nicht zu nehmen: ${files(n)}.`);

export const importArchiveWords = (): ReturnType<typeof Source> => ({
  title: 'Aus einem anderen recert',
  take: 'Übernehmen',
  would: ({ certifications: added, records: fresh, already, missing }) =>
    `Dazu kämen ${certifications(added)} und ${records(fresh)}; schon hier: ${records(already)}.${lost(missing)}`,
  done: ({ certifications: added, records: fresh, already, files: stored, missing }) =>
    `Dazugekommen: ${certifications(added)}, ${records(fresh)} und ${files(stored)}; schon hier: ${records(already)}.${lost(missing)}`,
  note: 'Was hier schon gehalten wird, behält seine Zyklen. Wer anderswo bezeugt hat, bezeugt hier nicht.',
  wrong: (n) =>
    n === 1
      ? 'Etwas stimmt nicht, also wird nichts übernommen:'
      : `${n} Dinge stimmen nicht, also wird nichts übernommen:`,
  none: 'Darin ist keine recert.json: Das ist keine Datei von „export mine“.',
  notJson: 'Ihre recert.json lässt sich nicht lesen.',
  shape: (path) => `Ihre recert.json ist nicht so, wie recert sie schreibt${path === '' ? '' : `: ${path}`}.`,
  unknown: (code) => `Die Zertifizierung „${code}“ ist hier nicht bekannt.`,
  torn: (code) => `Die Zyklen von „${code}“ überschneiden sich oder enden vor ihrem Beginn.`,
  record: (n, title, problem) => `Eintrag ${n}, ${title}: ${problem}`,
  ends: 'er endet, bevor er beginnt.',
  future: 'das ist noch nicht geschehen.',
  twice: 'er beansprucht zweimal für dieselbe Zertifizierung.',
  noCredits: (code) => `„${code}“ nimmt hier keine Punkte.`,
  noCategory: (code, category) => `„${code}“ hat hier kein „${category}“.`,
  noCycle: (code, day) => `„${code}“ hat hier keinen Zyklus, der am ${day} beginnt: Berichtige zuerst die Zyklen.`,
});
