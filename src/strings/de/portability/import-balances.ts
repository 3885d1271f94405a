import type { Basics } from '../../en/basics.ts';
import type { importBalanceWords as Source } from '../../en/portability/import-balances.ts';

const balances = (count: number) => (count === 1 ? '1 Anfangsbestand' : `${count} Anfangsbestände`);

export const importBalanceWords = ({ date, span }: Basics): ReturnType<typeof Source> => ({
  would: 'Anfangsbestände, pauschal angegeben, ohne Einzelnachweis:',
  done: (count) => `${balances(count)} pauschal angegeben, ohne Einzelnachweis.`,
  replaces: (day) => `ersetzt den Stand vom ${date(day)}`,
  noAmount: 'Punkte fehlen beim Anfangsbestand. Ergänze sie.',
  noDay:
    'Datum fehlt beim Anfangsbestand. Ergänze den Tag, bis zu dem die Punkte erworben wurden, oder gib einen für alle solchen Zeilen an.',
  unclearRow: 'Anfangsbestand oder Aktivität? Wähle aus, was es ist.',
  carryOver:
    'Punkte aus dem vorherigen Zyklus. recert überträgt sie selbst, soweit die Regeln es erlauben, aus den Einträgen jenes Zyklus.',
  outside: (short, from, until) =>
    `Datum liegt nicht im aktuellen Zyklus von ${short}. Möglich ist ein Tag im Zeitraum ${span(from, until)}.`,
  existing: 'bereits mit denselben Werten angegeben.',
  same: (number) => `gleich wie Zeile ${number}.`,
  twice: (one, other) =>
    `Zeilen ${one} und ${other} nennen verschiedene Punkte für denselben Tag und dieselbe Kategorie. Korrigiere sie.`,
  unclearAmounts: 'mehrere Anfangsbestände in einem Zyklus. Wähle aus, was jeder davon angibt.',
  smaller:
    'weniger Punkte als der Anfangsbestand davor, obwohl jeder die bisherige Summe ist. Korrigiere einen der beiden.',
  beforeStated: 'ein späterer Tag ist bereits angegeben. Ändere ihn zuerst mit „edit“.',
  otherStated: (short, day, credits) =>
    `${short}: ${credits} bis ${date(day)} sind bereits angegeben. Wähle aus, welche Werte stimmen.`,
  questions: {
    balanceRows: {
      label: 'Zeilen, die Anfangsbestände sein können',
      hint: 'Für Zeilen wie „Vortrag“: ein Bestand oder ein Referat.',
      answers: { balance: 'Anfangsbestände: früher erworbene Punkte', activity: 'Aktivitäten' },
    },
    balanceDay: {
      label: 'Tag von Anfangsbeständen ohne Datum',
      hint: 'Der Tag, bis zu dem die Punkte erworben wurden.',
    },
    balanceAmounts: {
      label: 'Was jeder Anfangsbestand angibt',
      hint: 'Für mehrere in einem Zyklus.',
      answers: { each: 'Was seit dem davor erworben wurde', running: 'Alle Punkte seit Beginn des Zyklus' },
    },
    existingBalances: {
      label: 'Bereits angegebene Anfangsbestände',
      hint: 'Wenn die Tabelle andere Werte enthält.',
      answers: { replace: 'Die Werte der Tabelle verwenden', existing: 'Unverändert lassen' },
    },
  },
});
