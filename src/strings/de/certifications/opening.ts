import type { Basics } from '../../en/basics.ts';
import type { openingWords as Source } from '../../en/certifications/opening.ts';
import { manyOf, ofDays } from '../basics.ts';

/** Words for credits stated as earned before recert was used, and for cures of missed requirements. */
export const openingWords = ({ date, span: range, amount }: Basics): ReturnType<typeof Source> => ({
  button: 'Vor recert gesammelt',
  title: 'Vor recert gesammelt',
  submit: 'Speichern',
  intro: (short, cycle) =>
    `Punkte, die du für ${short} im Zyklus ${cycle} gesammelt hast, bevor du recert genutzt hast: eine Angabe pro Jahr. Spätere Einträge für dieselbe Zeit treten an ihre Stelle.`,
  portalQuestion: (short, body) =>
    `Welche Punkte zeigt das Portal von ${body} heute für ${short} als akzeptiert an? Was du nicht weißt, lässt du leer; du kannst es später angeben.`,
  year: (from, until) => `Jahr ${range(from, until)}`,
  day: 'Gesammelt bis',
  dayHint: 'Alle Punkte seit der vorigen Angabe oder seit Zyklusbeginn bis einschließlich dieses Tages.',
  credits: (unit) => `${manyOf(unit)} insgesamt`,
  creditsIn: (category, unit) => `${category}, ${manyOf(unit)}`,
  anyCategory: (unit) => `Kategorie nicht bekannt, ${manyOf(unit)}`,
  emptyHint: 'Bleiben alle Felder eines Jahres leer, wird dafür nichts angerechnet.',
  marked: (mark, unit) => `Davon ${mark}, ${manyOf(unit)}`,
  accepted: 'Im Portal akzeptiert?',
  acceptedHint: 'Wenn nicht, gelten sie als Punkte ohne gültigen Nachweis.',
  yes: 'Ja, im Portal als akzeptiert angezeigt',
  no: 'Nein',
  dayOutside: (from, until) =>
    `Der Tag liegt nicht in diesem Jahr. Gib einen Tag vom ${date(from)} bis ${date(until)} ein.`,
  dayInFuture: (day, until) => `Der ${date(day)} liegt in der Zukunft. Gib spätestens den ${date(until)} ein.`,
  notBegun: (short, day) => `Der Zyklus von ${short} beginnt erst am ${date(day)}.`,
  noCredits: (short) => `${short} wird nicht über Punkte verlängert.`,
  saved: (short, credits) => `${short}: ${credits} pauschal angegeben`,
  takenBack: (short) => `${short}: keine pauschale Angabe mehr`,
  change: 'Angabe ändern',
  until: (day) => `Bis ${date(day)}`,
  isAccepted: 'im Portal akzeptiert',
  isNotAccepted: 'noch nicht akzeptiert: gilt als Punkte ohne gültigen Nachweis',
  stated: (credits) => `${credits} pauschal angegeben, ohne Einzelnachweis`,
  ofIt: (credits) => `davon ${credits} pauschal angegeben, ohne Einzelnachweis`,
  covered: (covered, stated) =>
    `${amount(covered)} von ${amount(stated)} pauschal angegebenen sind durch Einträge belegt, die stattdessen zählen`,
  label: 'Pauschal angegeben',
  debtTitle: 'Pauschal angegeben',
  debtDetail: (day, since, credits) =>
    `bis ${date(day)}, ${since === 0 ? 'heute' : `vor ${ofDays(since)}`} · ${credits}: keine Einträge und im Portal nicht akzeptiert`,
  reportTitle: 'Vor recert gesammelt (pauschal angegeben)',
  reportUntil: (day) => `bis ${date(day)}`,
  cure: {
    title: 'Ausgeglichen',
    submit: 'Speichern',
    intro: (short, requirement, body) =>
      `${short}, ${requirement}: Halte fest, wie ${body} die verfehlte Anforderung ausgeglichen hat. Leere beide Felder, um die Angabe zurückzunehmen.`,
    on: 'Ausgeglichen am',
    what: 'Was wurde gemacht?',
    whatHint: 'Zum Beispiel: Punkte nachgemeldet und akzeptiert.',
    inFuture: (day) => `Der ${date(day)} liegt in der Zukunft. Gib ein Datum bis heute ein.`,
    change: 'Ändern',
    gone: 'Diese Anforderung ist nicht mehr verfehlt, es gibt nichts auszugleichen.',
    saved: (requirement) => `${requirement} ausgeglichen`,
    takenBack: (requirement) => `${requirement}: wieder verfehlt`,
  },
});
