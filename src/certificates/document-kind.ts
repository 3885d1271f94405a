import type { DocumentKind } from '../domain/document-reading.ts';
import type { Paper } from './paper.ts';

const SIGNS: readonly (readonly [DocumentKind, RegExp])[] = [
  [
    'admission',
    /^(?:e-?)?(?:ticket|eintrittskarte|billet|entrada|boarding\s+pass)\b|\badmits?\s+(?:one|\d)\b|\beinlass\b/imu,
  ],
  [
    'receipt',
    /\b(?:receipt\s+(?:no|number|nr|#)|payment\s+receipt|registration\s+receipt|amount\s+(?:paid|due)|invoice\s*(?:no|number|nr|#|:)|rechnung(?:snummer|\s+nr)|quittung|zahlungs\p{L}+|rechnungsbetrag|betrag\s+erhalten|reçu\s+(?:n|de\s+paiement)|facture\s+n|montant\s+(?:payé|réglé)|factura\s+n|recibo\s+(?:n|de\s+pago)|importe\s+pagado)/iu,
  ],
  [
    'registration',
    /\b(?:(?:registration|booking|enrolment|enrollment)\s+(?:confirmation|confirmed)|you\s+are\s+(?:now\s+)?registered|anmelde(?:bestätigung)|buchungsbestätigung|anmeldung\s+ist\s+eingegangen|confirmation\s+d['’]inscription|confirmación\s+de\s+(?:inscripción|registro)|we\s+look\s+forward\s+to\s+(?:seeing|welcoming))/iu,
  ],
  [
    'transcript',
    /\b(?:transcript|office\s+of\s+the\s+registrar|academic\s+record|relevé\s+de\s+notes|expediente\s+académico|certificación\s+académica|notenspiegel|leistungsnachweis|transkript)\b/iu,
  ],
  [
    'letter',
    /\bto\s+whom\s+it\s+may\s+concern\b|\bwe\s+(?:hereby\s+)?confirm\s+that\b|\bhiermit\s+bestätigen\s+wir\b|^dear\b|\bà\s+qui\s+de\s+droit\b|\ba\s+quien\s+corresponda\b/imu,
  ],
  [
    'attendance-record',
    /\b(?:attendance\s+(?:slip|record|list)|viewing\s+(?:certificate|record)|scanned\s+in|anwesenheits\p{L}+|feuille\s+de\s+présence|hoja\s+de\s+asistencia)\b/iu,
  ],
  ['badge', /^(?:attendee|participant|delegate|visitor|speaker|teilnehmer(?:in|:in)?|besucher(?:in)?)$/imu],
  [
    'certificate',
    /\b(?:certificate|certifies|zertifikat|\p{L}*bescheinigung|\p{L}*bestätigung|urkunde|attestation|certificat|certificado|diploma|constancia|completed|completion)\b/iu,
  ],
];

/** Returns what a document is by the words on it. */
export function documentKind({ text }: Paper): DocumentKind {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}
