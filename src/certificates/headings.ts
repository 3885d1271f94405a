import type { TextBlock } from './blocks.ts';

/** The names of documents as they stand over them, in English, German, French and Spanish. */
const HEADING =
  /^(?:(?:online\s+|course\s+|webinar\s+|official\s+)?certificate(?:\s+(?:of|for|in)\s+(?:attendance|completion|participation|achievement|training|continuing\s+(?:professional\s+)?education|cpe|cpd|credit|appreciation|viewing)|\s+of\s+\p{L}+\s+\p{L}+)?|(?:viewing|attendance|participation|completion|course|training)\s+(?:certificate|record|slip|confirmation|statement|receipt)|(?:cpe|cpd|pdu)\s+(?:certificate|record|statement)|(?:proof|confirmation|record|statement|letter)\s+of\s+(?:attendance|completion|participation|viewing)|(?:official\s+)?transcript|(?:teilnahme|kurs|schulungs|seminar|weiterbildungs|fortbildungs)(?:bescheinigung|bestätigung|zertifikat|nachweis)|zertifikat|bescheinigung|urkunde|teilnahmeurkunde|attestation(?:\s+(?:de|d['’])\s*(?:présence|participation|formation|fin\s+de\s+formation|suivi|réussite))?|certificat(?:\s+de\s+(?:présence|participation|réalisation|réussite|formation))?|certificado(?:\s+de\s+(?:asistencia|participación|aprovechamiento|finalización))?|diploma(?:\s+de\s+\p{L}+)?|constancia(?:\s+de\s+\p{L}+)?|attendee|ticket|registration\s+(?:receipt|confirmation)|receipt|invoice|badge)$/iu;

/** Whether a block is the heading of a document. */
export function isHeading({ text }: TextBlock): boolean {
  return HEADING.test(text.trim());
}
