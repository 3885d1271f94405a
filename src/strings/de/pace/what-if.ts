import type { Basics } from '../../en/basics.ts';
import type { planWords as PlanWords, whatifWords as WhatifWords } from '../../en/pace/what-if.ts';
import { dative } from '../basics.ts';

export const whatifWords = ({ date, days, span: range }: Basics): ReturnType<typeof WhatifWords> => ({
  title: 'Was wäre, wenn',
  which:
    'Was soll durchgerechnet werden? Beispiele: whatif +16h RSA Conference on 2027-04-26 for cissp; pause 2027-06..2027-09; +ccsp; -cism',
  unread: (text) =>
    `„${text}“ wurde nicht verstanden. Schreib z. B. +16h TITEL on 2027-04-26 for cissp, pause 2027-06..2027-09, +ccsp oder -ccsp.`,
  notYours: (short) => `Keine Änderung: Du hast ${short} nicht in deiner Liste.`,
  noCredits: 'Keine Änderung: Keine deiner Zertifizierungen wird über Punkte verlängert.',
  rulesOf: (short, year) => `${short}: Regeln ab ${year}`,
  noChange: (year) => `Für deine Zertifizierungen ist bis Ende ${year} keine Änderung bekannt.`,
  noFigures: 'Nicht berechnet: Deine Einträge zeigen nicht, worauf es bei dieser Änderung ankommt.',
  badYear: (typed, example) =>
    `„${typed}“ ist kein gültiges Jahr für --rules. Gib dieses oder ein späteres Jahr an, z. B. --rules ${example}.`,
  notRequired: 'Nicht mehr erforderlich',
  until: (amount, day) => `${amount} bis ${date(day)}`,
  ofRequired: (amount, required) => `${amount} von ${required}`,
  before: (day) => `Vorher (${date(day)})`,
  after: (day) => `Nachher (${date(day)})`,
  moved: (from, to, of, gained) =>
    `${from} → ${to} von ${dative(of)}${gained === 0 ? '' : `, ${gained > 0 ? '+' : '−'}${days(Math.abs(gained))}`}`,
  pause: (from, until) => `Pause ${range(from, until)}`,
  afterPause: (day) => `Am ${date(day)}, ohne weitere Punkte`,
  needed: 'Erforderlich außerhalb der Pause',
  rates: (rate, around) => `${around} pro Woche statt ${rate}`,
  notPossible: (rate) => `nicht erreichbar: keine Woche außerhalb der Pause (ohne Pause ${rate} pro Woche)`,
  asksFor: 'Erforderlich',
  keep: 'Einplanen',
  nothingWritten: 'Nur eine Berechnung, es wurde nichts gespeichert.',
});

export const planWords = ({ date }: Basics): ReturnType<typeof PlanWords> => ({
  title: 'Geplante Aktivitäten',
  none: 'Noch nichts geplant. Schreib z. B. „plan 16h RSA Conference on 2027-04-26 for cissp“ oder rechne es zuerst mit „whatif“ durch.',
  planned: 'Geplant',
  unread: (text) =>
    `„${text}“ wurde nicht verstanden. Schreib z. B. „plan 16h RSA Conference on 2027-04-26 for cissp“.`,
  worthNothing: 'Zu kurz: Die Aktivität würde für keine deiner Zertifizierungen angerechnet.',
  on: (day) => date(day),
  apart: 'Geplante Aktivitäten werden erst nach dem Eintragen angerechnet.',
  done: 'Eintragen',
  remove: 'Entfernen',
  removed: 'Aus dem Plan entfernt',
  gone: 'Diese geplante Aktivität ist nicht mehr vorhanden.',
});
