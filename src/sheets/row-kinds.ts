/** Why a row is left out by what its cells say, without anything being wrong with it. */
export type SkipReason =
  | 'total'
  | 'footer'
  | 'planned'
  | 'unfinished'
  | 'failed'
  | 'rejected'
  | 'cancelled'
  | 'deleted'
  | 'no-credits';

const TOTAL =
  /^(?:(?:grand|sub|running|annual|year(?:ly)?|overall|cpe|pdu|ceu)[\s-]*)?(?:total|totals|subtotal|sum|summe|gesamt|gesamtsumme|zwischensumme|jahressumme|insgesamt|somme|sous[\s-]total|totale|totali|suma|subtotale)(?:[\s:]+(?:of|for|in|fur|für|cpe|cpes|pdus?|ceus?|credits?|hours?|stunden|year|jahr|earned|to date|\d[\d.,/–-]*|[:=])*)*$/iu;

/** Whether a cell is the label of a total: `Grand total 2026`. */
export function isTotalLabel(cell: string): boolean {
  return TOTAL.test(cell.trim());
}

const YEAR_HEADING =
  /^(?:(?:cpe|cpes|cpd|pdu|pdus|ceu|ceus|ece|credits?|points|punkte|year|jahr|cycle|zyklus|period|zeitraum|fy|log|reporting|kalenderjahr|calendar|annee|ano|anno|année|año)\s*)*(?:[\s#:–-]*(?:19|20)\d{2}(?:\s*[/–-]\s*(?:(?:19|20)?\d{2}))?|(?:q|quarter|quartal)\s*[1-4](?:[\s/-]+(?:19|20)\d{2})?|(?:year|jahr)\s*\d)(?:\s*(?:cpe|cpes|pdu|pdus|ceu|ceus|credits?|activities|log))*\s*:?$/iu;

/** Whether the only cell of a row is the heading of a block of rows: `CPE 2026`, `Q1 2026`. */
export function isBlockHeading(cell: string): boolean {
  return YEAR_HEADING.test(cell.trim());
}

/** What a status says of an activity: it was done, a portal has it, or why it isn't one. */
export type RowStatus = 'done' | 'submitted' | 'accepted' | Exclude<SkipReason, 'total' | 'footer' | 'no-credits'>;

const STATUSES: readonly (readonly [RowStatus, RegExp])[] = [
  [
    'unfinished',
    /^(?:incomplete|not (?:yet )?(?:complete|completed|started|attempted|finished|done)|in[\s-]?progress|started|ongoing|open|opened|viewed|browsed|unfinished|active enrollment|enrolled|assigned|draft|to ?do|no|n|nein|non|false|falsch|unvollstandig|unvollständig|nicht (?:abgeschlossen|begonnen|gestartet)|in bearbeitung|begonnen|angefangen|offen|entwurf|en cours|en curso|in corso)$/iu,
  ],
  ['failed', /^(?:failed|fail|not passed|nicht bestanden|durchgefallen|échoué|echoue|reprobado|suspenso)$/iu],
  [
    'planned',
    /^(?:planned|plan|scheduled|upcoming|registered|registriert|eingeschrieben|booked|future|reserved|waitlisted|wait ?list|geplant|angemeldet|vorgemerkt|gebucht|planifié|prevu|prévu|planificado|previsto|inscrit|inscrito)$/iu,
  ],
  [
    'rejected',
    /^(?:rejected|denied|declined|refused|disallowed|not (?:approved|accepted)|invalid|abgelehnt|nicht (?:anerkannt|genehmigt)|ungültig|refusé|refuse|rejeté|rechazado|rifiutato)$/iu,
  ],
  [
    'cancelled',
    /^(?:cancell?ed|withdrawn|withdrew|no[\s-]?show|absent|missed|dropped|did not attend|not attended|storniert|abgesagt|abgebrochen|zurückgezogen|nicht teilgenommen|annulé|annule|cancelado|annullato)$/iu,
  ],
  [
    'deleted',
    /^(?:deleted|removed|void|voided|archived|revoked|duplicate|gelöscht|entfernt|supprimé|eliminado|cancellato)$/iu,
  ],
  [
    'submitted',
    /^(?:submitted|pending(?: (?:review|approval|audit))?|in[\s-]?review|under review|awaiting (?:approval|review)|processing|reported|claimed|received|eingereicht|in prüfung|gemeldet|soumis|en attente|enviado|pendiente|in attesa)$/iu,
  ],
  [
    'accepted',
    /^(?:approved|accepted|verified|validated|confirmed|credited|applied|applied to (?:cycle|certification)|audited|audit passed|genehmigt|anerkannt|akzeptiert|bestätigt|geprüft|approuvé|accepté|aprobado|aceptado|approvato|accettato)$/iu,
  ],
  [
    'done',
    /^(?:done|completed?|completed with .*|finished|passed|pass|attended|attend|yes|y|ja|oui|si|sí|true|wahr|earned|awarded|issued|active|valid|closed|ok|x|✓|✔|successful|satisfied|abgeschlossen|erledigt|fertig|bestanden|teilgenommen|absolviert|terminé|termine|fini|validé|completado|terminado|completato|finito)$/iu,
  ],
];

/** Returns what a status says, or undefined if it isn't known. */
export function statusOf(cell: string): RowStatus | undefined {
  const text = cell.trim().replace(/[\s.!]+$/u, '');
  return STATUSES.find(([, words]) => words.test(text))?.[0];
}

/** Returns whether a share such as `61`, `61 %` or `0.61` is less than the whole; undefined if it isn't a number. */
export function isPartial(cell: string, isFraction: boolean): boolean | undefined {
  const [, number] = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/u.exec(cell.trim()) ?? [];
  if (number === undefined) return undefined;
  return Number(number.replace(',', '.')) < (isFraction ? 1 : 100);
}
