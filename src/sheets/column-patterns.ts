import type { ColumnField } from './column-names.ts';

/** Columns that say when a row was entered, who it is about, or what is not of the activity itself. */
const IGNORED =
  /\b(?:timestamp|zeitstempel|submi\w+|eingereicht|entry date|date entered|created|updated|modified|approved on|approval date|date approved|enrol\w*|registration|expir\w*|valid until|gultig bis|last (?:\w+ )?activity|last accessed|last viewed|last watched|due|deadline|e ?mail|slug|external id|(?:course|content|badge|sponsor|provider|member|certificate|user|activity|learner|employee|template) (?:id|number|no|nr)|learner|first name|last name|surname|user name|username|score|grade|saved|reason not imported|(?:order|purchase|invoice|booking|payment)(?: date| no| number| id)?|date (?:ordered|paid|booked)|bestell\w*|rechnung\w*|buchung\w*|kauf\w*|zahlung\w*|(?:date de |fecha de )?(?:commande|paiement|facture|pedido|pago|compra|factura))\b/u;

/** What a heading of more words names, by field, the more telling ones first. A word of `but` means something else. */
const PATTERNS: readonly { readonly field: ColumnField; readonly has: RegExp; readonly but?: RegExp }[] = [
  {
    field: 'description',
    has: /\b(?:description|beschreibung|summary|abstract)\b/u,
    but: /\btitle\b|^activity description$/u,
  },
  {
    field: 'title',
    has: /\b(?:title|titel|titre|titulo|titolo|bezeichnung)\b|titel\b|^intitule\b|^(?:nom|nombre|libelle) d\w* (?:la |el |l )?(?:formation|cours|curso|evento|actividad)\b|^(?:content|course|session|activity|event|training|module|program|programme|webinar|path|badge|kurs|veranstaltung\w*|lern\w*)\b.*\bname$|^(?:badge template|learning (?:activity|item|object)|name of (?:the )?(?:course|activity|event|session|program))\b/u,
    but: /\b(?:job|id)\b/u,
  },
  {
    field: 'kind',
    has: /\b(?:qualifying activity|(?:activity|content|course|event|learning|cpe|item) (?:type|kind)|type of \w+|kind of \w+)\b/u,
    but: /^(?:cpe|pdu|ceu|credit) type$/u,
  },
  {
    field: 'category',
    has: /\b(?:category|categories|kategorie|categorie|categoria|field of study|domain|talent triangle|credit type|cpe type|group|gruppe)\b/u,
    but: /\b(?:group|gruppe|domain|category|kategorie) [a-z0-9]$/u,
  },
  {
    field: 'credits',
    has: /\b(?:cpes?|pdus?|ceus?|eces?|cpds?|cees?|seus?|pdcs?|credits?|punkte|credit hours)\b/u,
    but: /\b(?:date|status|id|field|type|kind|art|year|required|certificate|period)\b/u,
  },
  {
    field: 'link',
    has: /\b(?:url|link|proof|evidence|nachweis\w*|beleg\w*|justificatif\w*|comprobante\w*|documentation|attachment|certificate|zertifikat|file name|filename|dateiname|datei)\b/u,
    but: /\b(?:date|id|number|name of|issued|type)\b|^zertifikat$/u,
  },
  {
    field: 'certification',
    has: /\b(?:certifications?|credentials?|certs?|designations?|zertifizierung\w*|applies to|gilt fur)\b/u,
    but: /\b(?:id|number|date|body)\b/u,
  },
  { field: 'progress', has: /\b(?:progress|percent|percentage|completion (?:rate|ratio))\b/u },
  { field: 'delivery', has: /\b(?:delivery|instruction(?:al)? method|method of \w+)\b/u },
  {
    field: 'provider',
    has: /\b(?:provider|sponsor\w*|vendor|organi[sz]ations?|organi[sz]er|anbieter|veranstalter|publisher|institution|university|issuer|issuing|school|host|organisme|organisateur|proveedor|entidad)\b/u,
    but: /\b(?:id|number|no|date|country|url)\b/u,
  },
  { field: 'minutes', has: /\b(?:minutes|mins?|minuten|minutos|minuti|seconds|sekunden)\b/u },
  {
    field: 'hours',
    has: /\b(?:hours?|hrs|duration|length|time spent|stunden|dauer|heures|duree|horas|duracion|durata|runtime|total time|seat time)\b/u,
    but: /\b(?:start|end|date)\b/u,
  },
  { field: 'status', has: /\b(?:status|state|approval|outcome|result)\b/u },
  { field: 'note', has: /^(?:notes?|comments?|remarks?|bemerkung\w*|anmerkung\w*|kommentar\w*)\b/u },
];

/** The days of an activity that a heading may name. */
export type DayRole = 'first' | 'last' | 'day';

const DAY = /\b(?:date|dates|\w*datum|fecha|day|tag|time|at|on|am|when|jour)\b/u;
const LAST =
  /\b(?:complet\w+|finish\w*|end|ended|ends|abgeschlossen|abschluss\w*|abschlussdatum|enddatum|earned|issued|awarded|attended|until|to|bis|fin)\b/u;
const FIRST = /\b(?:start\w*|begin\w*|began|beginn|from|von|inicio|debut|inizio)\b/u;

/** Returns the field that a folded heading names by one of its words. */
export function fieldByWords(name: string): ColumnField | undefined {
  if (isIgnoredColumn(name) || dayRole(name) !== undefined) return undefined;
  return PATTERNS.find(({ has, but }) => has.test(name) && but?.test(name) !== true)?.field;
}

/** Whether a column is about when a row was entered or by whom. */
export function isIgnoredColumn(name: string): boolean {
  return IGNORED.test(name);
}

/** Returns which day of an activity a folded heading of several words names. */
export function dayRole(name: string): DayRole | undefined {
  if (IGNORED.test(name) || !DAY.test(name) || /\bspent\b|\bhours?\b|\bstunden\b/u.test(name)) return undefined;
  if (FIRST.test(name)) return 'first';
  if (LAST.test(name)) return 'last';
  return /\b(?:date|dates|\w*datum|fecha|day|tag)\b/u.test(name) ? 'day' : undefined;
}
