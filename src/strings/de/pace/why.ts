import type { Basics } from '../../en/basics.ts';
import type { whyWords as Source } from '../../en/pace/why.ts';
import { dative, ofDays, PER_PERIOD, whole } from '../basics.ts';

const records = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträgen`);

export const whyWords = ({ span: range, offBy }: Basics): ReturnType<typeof Source> => ({
  title: 'So wird dein Stand berechnet',
  noCredits: (short) =>
    `Keine Berechnung nötig: ${short} wird nicht über Punkte verlängert. Die Regeln siehst du mit „rules“.`,
  required: (amount) => `${amount} erforderlich`,
  claimedLabel: 'Geltend gemacht',
  claimed: (amount, count) => `${amount} in ${records(count)}`,
  carriedLabel: 'Übertrag',
  carried: (amount) => `${amount} aus dem vorherigen Zyklus`,
  stated: (amount) => `${amount} angegeben, nicht einzeln erfasst`,
  carriedFromYear: (amount) => `${amount} aus dem Vorjahr`,
  cutLabel: 'Nicht angerechnet',
  cutOutside: (amount, count) => `${amount} in ${records(count)} außerhalb des Zeitraums`,
  cutOnce: (amount, count) => `${amount} in ${records(count)}: Derselbe Kurs zählt nur einmal`,
  cutCap: (amount, count, cap, limit, per) =>
    `${amount} in ${records(count)} über der Obergrenze für ${cap}, ${limit} ${PER_PERIOD[per]}`,
  countedLabel: 'Angerechnet',
  counted: (counted, required) => `${counted} von ${dative(required)}`,
  timeLabel: 'Zeit',
  time: (elapsed, total, from, until) => `${whole(elapsed)} von ${ofDays(total)} vergangen (${range(from, until)})`,
  evenLabel: 'Gleichmäßiges Tempo',
  even: (expected, counted, reached) =>
    `bis heute ${expected}; deine ${counted} entsprechen dem Soll an Tag ${whole(reached)}`,
  deltaLabel: 'Differenz',
  delta: (reached, elapsed, delta) =>
    `${whole(reached)} − ${whole(elapsed)} = ${delta < 0 ? `−${whole(Math.abs(delta))}` : whole(delta)}: ${offBy(delta)}`,
  restLabel: 'Noch offen',
  rest: (remaining, daysLeft, rate) => `${remaining} in ${ofDays(daysLeft)}, ${rate} pro Woche`,
  others: 'Weitere Anforderungen',
  rules: 'Regeln',
});
