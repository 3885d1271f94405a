import type { customiseWords as Source } from '../../en/certifications/customise.ts';

export const customiseWords = (): ReturnType<typeof Source> => ({
  title: 'Eigene Regeln',
  submit: 'Speichern',
  which: 'Welche Zertifizierung? Schreib z. B. „customise cissp“, auch für eine eigene Zertifizierung.',
  intro: 'Eure Werte ersetzen im ganzen Workspace die Werte aus dem Katalog. Leere Felder behalten den aktuellen Wert.',
  introNew: (code) => `Neue eigene Zertifizierung mit dem Kürzel ${code}.`,
  short: 'Kurzname',
  name: 'Name',
  body: 'Zertifizierungsstelle',
  unit: 'Bezeichnung der Punkte',
  months: 'Zyklus in Monaten',
  total: 'Punkte pro Zyklus',
  yearly: 'Punkte pro Jahr',
  fee: 'Gebühr in US-Dollar',
  badMonths: (typed) => `„${typed}“ ist keine gültige Zyklusdauer. Gib eine ganze Zahl von 1 bis 120 ein.`,
  notOwn: 'Für diese Zertifizierung gelten bereits die Regeln aus dem Katalog.',
  reset: (code) => `${code}: auf Katalog zurückgesetzt`,
  resetText: 'Es gelten wieder die Regeln aus dem Katalog.',
});
