import type { Basics } from '../../en/basics.ts';
import type { CapPeriod, whyWords as Source } from '../../en/pace/why.ts';
import { ofDays } from '../basics.ts';

const PER: Readonly<Record<CapPeriod, string>> = {
  entry: 'in einem Eintrag',
  day: 'an einem Tag',
  year: 'in einem Jahr',
  cycle: 'im Zyklus',
};

const records = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträgen`);

export const whyWords = ({ span: range, offBy }: Basics): ReturnType<typeof Source> => ({
  title: (short) => `Warum: ${short}`,
  noCredits: (short) =>
    `${short} wird nicht durch Punkte verlängert, es gibt also nichts auszurechnen. „rules“ sagt, wie es erhalten bleibt.`,
  required: (amount) => `${amount} verlangt`,
  claimedLabel: 'Angegeben',
  claimed: (amount, count) => `${amount} in ${records(count)}`,
  carriedLabel: 'Übertragen',
  carried: (amount) => `${amount} aus dem Zyklus davor`,
  cutLabel: 'Zählt nicht',
  cutOutside: (amount, count) => `${amount} in ${records(count)} außerhalb der Tage, die zählen`,
  cutOnce: (amount, count) => `${amount} in ${records(count)}: Derselbe Kurs zählt einmal`,
  cutCap: (amount, count, cap, limit, per) =>
    `${amount} in ${records(count)} über der Grenze für ${cap}, ${limit} ${PER[per]}`,
  countedLabel: 'Zählt',
  counted: (counted, required) => `${counted} von ${required}`,
  timeLabel: 'Zeit',
  time: (elapsed, total, from, until) =>
    `${elapsed.toLocaleString('de')} von ${ofDays(total)} vergangen (${range(from, until)})`,
  evenLabel: 'Bei gleichmäßigem Tempo',
  even: (expected, counted, reached) =>
    `${expected} wären jetzt da; ${counted} entsprechen Tag ${reached.toLocaleString('de')}`,
  deltaLabel: 'Unterschied',
  delta: (reached, elapsed, delta) =>
    `${reached.toLocaleString('de')} − ${elapsed.toLocaleString('de')} = ${delta < 0 ? `−${Math.abs(delta)}` : delta}: ${offBy(delta)}`,
  restLabel: 'Noch zu tun',
  rest: (remaining, daysLeft, rate) => `${remaining} in ${ofDays(daysLeft)}, ${rate} pro Woche`,
  others: 'Die weiteren Anforderungen',
  rules: 'Die Regeln',
});
