import type { customiseWords as Source } from '../../en/certifications/customise.ts';

export const customiseWords = (): ReturnType<typeof Source> => ({
  title: 'Eigene Regeln',
  submit: 'Speichern',
  which: 'Welche Zertifizierung? Schreib ihren Namen, auch den einer, die nur ihr habt: „customise cissp“.',
  intro: 'Eure Zahlen gelten hier für alle anstelle derer des Katalogs. Leer: wie bisher.',
  introNew: (code) => `Eine eigene Zertifizierung. Ihr Kürzel wird ${code}.`,
  short: 'Kurzer Name',
  name: 'Name',
  body: 'Stelle',
  unit: 'Wie ein Punkt heißt',
  months: 'Monate eines Zyklus',
  total: 'Punkte in einem Zyklus',
  yearly: 'Punkte in jedem Jahr',
  fee: 'Gebühr in Dollar',
  badMonths: (typed) => `„${typed}“ ist keine Zahl von Monaten zwischen 1 und 120.`,
  notOwn: 'Es gelten schon die Regeln des Katalogs.',
  reset: (code) => `${code}: zurück zum Katalog`,
  resetText: 'Es gelten wieder die Regeln des Katalogs.',
});
