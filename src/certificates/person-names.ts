const PARTICLES =
  "van|von|vom|zu|zur|de|der|den|del|della|di|da|dos|das|du|la|le|el|al|bin|bint|bt|ibn|ben|abu|ul|ur|do|op|het|in|zum|ten|ter|af|av|y|e|and|und|van't|o'";
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{L}\p{M}]*)`;
/** One to five words, each beginning with a capital or being a particle such as `van`. */
const NAME = new RegExp(
  String.raw`^(?:(?:dr|prof|mr|mrs|ms|mx|frau|herrn?|mme|m|sr|sra)\.?\s+)*(?<name>${WORD}(?:\s+(?:(?:${PARTICLES})\s+)*${WORD}){1,4})(?:,\s*(?:\p{Lu}{2,7}(?:,\s*)?)+)?$`,
  'u',
);
const SALUTATION = /^(?:frau\s*\/\s*herrn?|herrn?\s*\/\s*frau|dr|prof|mr|mrs|ms|mx|frau|herrn?|mme|sr|sra|d)\.?\s+/iu;

/** Words that stand in the names of institutions and documents, and in no name of a person. */
const NO_PERSON =
  /\b(?:certificates?|certification|attendance|completion|participation|achievement|recognition|appreciation|school|academy|akademie|university|universität|universit[ée]|universidad|institute?|college|forum|guild|chapter|association|verband|verein|society|gesellschaft|council|group|gmbh|inc|ltd|llc|collective|league|training|learning|security|confirmation|bestätigung|bescheinigung|teilnahme\p{L}*|zertifikat|attestation|certificat|certificado|diploma|webinar|course|conference|days|day|week|summit|attendee|participant|speaker|professor|instructor|director|president|registrar|chair|member|online|slip|transcript|records?|statement|service|team|department|center|centre|zentrum|kolleg|foundation|stiftung|network|programme?|awareness|introduction|basics|management)\b/iu;

/** Whether a text can be the name of a person, as a whole. */
export function isPersonName(text: string): boolean {
  const bare = text.trim().replace(SALUTATION, '');
  return NAME.test(bare) && !NO_PERSON.test(bare) && bare.length <= 60;
}

/** Returns a name without salutation and without the letters of certifications behind it. */
export function tidyName(text: string): string {
  return text
    .trim()
    .replace(SALUTATION, '')
    .replace(/(?:,\s*\p{Lu}{2,7})+$/u, '')
    .replace(/[,;:.]+$/u, (marks) => (marks.startsWith('.') ? '.' : ''))
    .trim();
}

/** The source of a regular expression for a name inside a sentence. */
export const NAME_IN_SENTENCE = String.raw`(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Frau|Herrn?|Mme|M|Sr|Sra|D)\.?\s+)*(?<name>${WORD}(?:\s+(?:(?:${PARTICLES})\s+)*${WORD}){1,4})`;
