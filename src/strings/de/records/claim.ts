import type { claimRuleWords as Source } from '../../en/records/claim.ts';
import { amount, oneOf } from '../basics.ts';

/** Words for the category of a claim, the body's rates, and claims above them. */
export const claimRuleWords = (): ReturnType<typeof Source> => ({
  categoryHint: 'Leer lassen, um die Kategorie zu übernehmen, die für diese Art von Aktivität vorgesehen ist.',
  askCategory: (body) =>
    `Die Regeln von ${body} legen sie nicht fest. Wähle die Kategorie, zu der die Aktivität gehört.`,
  choose: (names) => `Wähle eine Kategorie: ${names.join(', ')}.`,
  byTopic: (name, topic) => `${name}, weil „${topic}“ vorkommt.`,
  byEarlierChoice: (name, kind, provider) => `${name}, wie bei deinem letzten Eintrag (${provider}, ${kind}).`,
  byDefault: ({ name, kind, body, provider }, hasTopics) =>
    provider === undefined
      ? `${name}, weil ${body} „${kind}“ dort zählt${hasTopics ? ', sofern kein Fachgebiet genannt ist' : ''}.`
      : `${name}, weil ${body} „${kind}“ von ${provider} dort zählt.`,
  undecided: 'Kategorie offen',
  undecidedNote: 'Ohne Kategorie wird nur die Gesamtsumme berechnet. Die Kategorie wählst du beim Eintragen.',
  item: (short) => `${short}: Art des Beitrags`,
  itemHint: (rates) => `Jede Art hat einen eigenen Wert. ${rates.join('; ')}.`,
  countsFor: (short, subject) => `Zählt für ${short}: ${subject}.`,
  onlyIfItFits: (short, subject) =>
    `Zählt für ${short} nur, wenn es zu deiner Arbeit passt${subject === undefined ? '' : `: ${subject}`}.`,
  doesNotCount: (short, subject) =>
    `Zählt wahrscheinlich nicht für ${short}: ${subject} gehört nicht zu den Fachgebieten.`,
  delivered: {
    first: (name) => `${name}, zum ersten Mal`,
    again: (name) => `${name}, schon einmal gehalten`,
  },
  isFirstTime: (short) => `${short}: zum ersten Mal gehalten?`,
  firstTimeHint: 'Leer lassen, falls schon einmal gehalten. Der höhere Satz gilt nur beim ersten Mal.',
  cycle: (short) => `${short}: Zyklus`,
  cycleHint:
    'Die Aktivität endete in der Nachfrist des früheren Zyklus. Ohne Auswahl zählt sie für diesen, solange dort eine Anforderung offen ist, sonst für den nächsten.',
  items: (short) => `${short}: Anzahl`,
  itemsHint: 'Leer lassen, wenn es nur einer ist.',
  badItems: 'Gib eine ganze Zahl von 1 bis 1.000 ein.',
  askItem: (names) => `Jede Art hat einen eigenen Wert. Wähle: ${names.join(', ')}.`,
  each: (credits) => `je ${credits}`,
  perTime: (minutesPerCredit, unit) => `${minutesPerCredit} Minuten je ${oneOf(unit)}`,
  percentOfTime: (percent) => `${percent} % der Zeit`,
  longerThanDays: (days) =>
    `${days === 1 ? 'Ein Tag hat' : `${days} Tage haben`} nur ${days * 24} Stunden. Korrigiere die Dauer oder das Enddatum.`,
  over: (short, claimed, limit) => `${short}: Du beanspruchst ${claimed}. ${limit}.`,
  limitOfTime: (time, { minutesPerCredit, percent, credits }) =>
    `${time} bei ${minutesPerCredit} Minuten je Punkt${percent === 100 ? '' : `, zu ${percent} % gezählt,`} ergeben höchstens ${credits}`,
  limitOfItems: (items, { name, each, credits }) => `${items} × ${each} (${name}) ergeben höchstens ${credits}`,
  reason: (short) => `${short}: Grund für die höhere Angabe`,
  reasonHint: 'Nötig, wenn du mehr beanspruchst, als die Regeln ergeben. Der Grund steht in Berichten.',
  reasonMissing: (claimed, limit) =>
    `${amount(claimed)} ist zu hoch. ${limit}. Korrigiere die Angabe oder nenne den Grund in einer Spalte „Grund für die höhere Angabe“.`,
  claimedMore: (reason) => `mehr beansprucht, als die Regeln ergeben: ${reason}`,
});
