import { isNamePart, nameWordsOf } from './name-words.ts';

/** Cities with other names in English, German, French and Spanish; the first is the English one. */
const EXONYMS: readonly (readonly string[])[] = [
  ['munich', 'münchen', 'múnich'],
  ['cologne', 'köln', 'colonia'],
  ['nuremberg', 'nürnberg', 'núremberg'],
  ['hanover', 'hannover'],
  ['frankfurt', 'francfort', 'fráncfort'],
  ['hamburg', 'hambourg', 'hamburgo'],
  ['berlin', 'berlín'],
  ['dusseldorf', 'düsseldorf'],
  ['stuttgart'],
  ['leipzig'],
  ['vienna', 'wien', 'vienne', 'viena'],
  ['salzburg'],
  ['zurich', 'zürich'],
  ['geneva', 'genf', 'genève', 'ginebra'],
  ['basel', 'bâle', 'basilea'],
  ['bern', 'berne', 'berna'],
  ['lausanne', 'lausana'],
  ['paris', 'parís'],
  ['lyon', 'lyons'],
  ['marseille', 'marsella'],
  ['nice', 'nizza', 'niza'],
  ['toulouse', 'tolosa'],
  ['brussels', 'brüssel', 'bruxelles', 'bruselas'],
  ['antwerp', 'antwerpen', 'anvers', 'amberes'],
  ['the hague', 'den haag', 'la haye', 'la haya'],
  ['rotterdam'],
  ['london', 'londres'],
  ['edinburgh', 'édimbourg', 'edimburgo'],
  ['manchester'],
  ['rome', 'rom', 'roma'],
  ['milan', 'mailand', 'milano', 'milán'],
  ['turin', 'torino'],
  ['florence', 'florenz', 'firenze', 'florencia'],
  ['naples', 'neapel', 'napoli', 'nápoles'],
  ['venice', 'venedig', 'venezia', 'venise', 'venecia'],
  ['lisbon', 'lissabon', 'lisboa', 'lisbonne'],
  ['porto', 'oporto'],
  ['seville', 'sevilla', 'séville'],
  ['barcelona', 'barcelone'],
  ['valencia', 'valence'],
  ['prague', 'prag', 'praha', 'praga'],
  ['warsaw', 'warschau', 'warszawa', 'varsovie', 'varsovia'],
  ['krakow', 'krakau', 'kraków', 'cracovie', 'cracovia'],
  ['copenhagen', 'kopenhagen', 'københavn', 'copenhague'],
  ['gothenburg', 'göteborg'],
  ['athens', 'athen', 'athènes', 'atenas'],
  ['bucharest', 'bukarest', 'bucarest'],
  ['belgrade', 'belgrad', 'belgrado'],
  ['moscow', 'moskau', 'moscou', 'moscú'],
  ['new york', 'nueva york', 'new york city', 'nyc'],
  ['new orleans', 'la nouvelle-orléans'],
  ['philadelphia', 'filadelfia'],
  ['mexico city', 'mexiko-stadt', 'mexico', 'ciudad de méxico'],
  ['cairo', 'kairo', 'le caire', 'el cairo'],
  ['beijing', 'peking', 'pékin', 'pekín'],
  ['tokyo', 'tokio'],
  ['singapore', 'singapur', 'singapour'],
  ['san francisco'],
  ['las vegas'],
  ['washington'],
  ['seattle'],
  ['boston'],
  ['austin'],
  ['atlanta'],
  ['dallas'],
  ['san diego'],
  ['orlando'],
  ['miami'],
];

const folded = (name: string) => nameWordsOf(name).join(' ');
const NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  EXONYMS.flatMap((names) => names.map((name) => [folded(name), names] as const)),
);

/** Whether a name is that of a city with a time zone or of another large one. */
export function isCity(name: string): boolean {
  return NAMES.has(folded(name)) || zoneCities().has(folded(name));
}

/** Whether a place is the one that is wanted, by any of its names: `Munich` for `Messe München`. */
export function isPlaceIn(wanted: string, place: string): boolean {
  return (NAMES.get(folded(wanted)) ?? [wanted]).some((name) => isNamePart(name, place));
}

let cities: ReadonlySet<string> | undefined;

function zoneCities(): ReadonlySet<string> {
  cities ??= new Set(
    Intl.supportedValuesOf('timeZone').map((zone) => folded(zone.replace(/^.*\//u, '').replaceAll('_', ' '))),
  );
  return cities;
}
