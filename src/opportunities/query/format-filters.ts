import type { DeliveryFilter, KindFilter } from '../../domain/search-filters.ts';
import { type FilterRule, ignoredPhrase, phrase } from './filter-rule.ts';

const LANGUAGES: readonly (readonly [language: string, names: string])[] = [
  ['en', 'english|englisch|anglais|inglés|ingles'],
  ['de', 'german|deutsch|allemand|alemán|aleman'],
  ['fr', 'french|französisch|franzoesisch|français|francais|francés|frances'],
  ['es', 'spanish|spanisch|espagnol|español|espanol|castellano'],
  ['it', 'italian|italienisch|italien|italiano'],
  ['pt', 'portuguese|portugiesisch|portugais|portugués'],
  ['nl', 'dutch|niederländisch|néerlandais|neerlandés'],
  ['pl', 'polish|polnisch|polonais|polaco'],
  ['ja', 'japanese|japanisch|japonais|japonés'],
];

const kinds = (...wanted: readonly KindFilter[]) => ({ kind: wanted });
const delivery = (...wanted: readonly DeliveryFilter[]) => ({ delivery: wanted });
/** What may follow a language that is an adjective: “German podcast”. */
const SPOKEN = String.raw`(?=\s+(?:language|speaking|podcasts?|webinars?|courses?|episodes?|workshops?|articles?|trainings?|videos?|talks?|sessions?|classes))(?:[\s-]+(?:language|speaking))?`;

const IN_PERSON =
  '(?:in[ -]person|face[ -]to[ -]face|on[ -]?site|classroom|vor ort|präsenz(?:veranstaltung|kurs|seminar)?(?:en)?|in präsenz|en présentiel|présentiel|en persona|presencial(?:es)?)';

/** Language, kind and delivery. */
export const FORMAT_FILTERS: readonly FilterRule[] = [
  ...LANGUAGES.map(([language, names]) =>
    phrase(
      `(?:(?:only )?in|auf|en|in der sprache) (?:${names})(?:er sprache)?|(?:language:? ?)(?:${names})|(?:${names})(?:sprachige?[nrsm]?|-language|-speaking)|(?:${names})${SPOKEN}|(?:${names})[ -]only|(?:only|nur|solo|seulement) (?:${names})`,
      () => ({ language }),
    ),
  ),
  phrase('podcasts?', () => kinds('podcast')),
  phrase('webinars?|webinare[n]?|webinaires?|webinarios?|seminarios? web|web ?seminars?', () => kinds('webinar')),
  phrase('(?:e-?learning )?courses?(?! correction)|kurse?[ns]?|lehrgang|lehrgänge|cours|cursos?', () =>
    kinds('course', 'college-course'),
  ),
  phrase('workshops?|ateliers?|taller(?:es)?', () => kinds('workshop')),
  phrase('(?:hands[ -]on )?labs?|laboratorios?|labor(?:übung)?', () => kinds('lab')),
  phrase(
    'conferences?(?! calls?)|konferenz(?:en)?|tagung(?:en)?|kongress(?:e)?|conférences?|congrès|conferencias?|congresos?|summits?',
    () => kinds('conference'),
  ),
  phrase(String.raw`(?:articles?|artikel|articulos?|artículos?|blog ?posts?)(?! \d)`, () => kinds('reading')),
  phrase(
    '(?:chapter|member|local|community|user group|networking|evening|dinner) meetings?|(?<!running |better |effective |many |our |my )meetings?(?= (?:on|about|in|near|next|this|from|before)|$)|meet-?ups?|stammtisch|chapter[- ]?treffen|(?:chapter|mitglieder)versammlung|réunions? du chapitre|reunión del capítulo',
    () => kinds('chapter-meeting'),
  ),
  phrase(
    `${IN_PERSON} (?:in|at|en|à) (?<place>(?!(?:the|a|an|my|our|der|den|dem|einem?)\\s)[\\p{L}-]+)`,
    ({ groups = {} }) => ({
      ...delivery('in-person'),
      place: groups.place ?? '',
    }),
  ),
  phrase(IN_PERSON, () => delivery('in-person')),
  phrase(
    '(?:live[ -])?(?:online|virtual(?:ly)?|remote(?! work| access| code| desktop)|en ligne|en línea|à distance)(?! (?:fraud|banking|payments?|safety|harassment|privacy|identity|machines?|desktop|private))',
    ({ 0: typed }) => (/^live/iu.test(typed) ? delivery('live', 'online') : delivery('online')),
  ),
  phrase('live(?! (?:forensics|response|migration|data))|en direct|en directo|en vivo', () => delivery('live')),
  phrase(
    'on[ -]?demand|recorded|recordings?|self[ -]paced|at my own pace|aufgezeichnet(?:e[nrsm]?)?|aufzeichnung(?:en)?|auf abruf|jederzeit|à la demande|enregistrée?s?|en différé|bajo demanda|grabad[oa]s?|a mi ritmo',
    () => delivery('on-demand'),
  ),
  ignoredPhrase(
    '(?:(?:in the|on) )?(?:early |late )?(?:mornings?|afternoons?|evenings?)(?= |$)|after (?:work|hours)|abends|morgens|vormittags?|nachmittags?|am (?:abend|morgen|vormittag|nachmittag)|(?:le )?(?:matin|soir)|l’après-midi|por la (?:mañana|tarde|noche)',
  ),
];
